import { Alert, Stack, Tabs } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import type { LabelsSearch } from '../app/searches.js';
import { Page } from '../common/page.js';
import { filterOf } from '../devices/device-search.js';
import { t } from '../text/text.js';
import { type Paper, PaperFields } from './paper-fields.js';
import { PrintButtons } from './print-buttons.js';
import { printLabels, type Source } from './print-labels.js';
import { ScannedLabels } from './scanned-labels.js';
import { SiteLabels } from './site-labels.js';
import { TagRanges } from './tag-ranges.js';

const route = getRouteApi('/shell/labels');

/** Labels: of one device, of what was selected or scanned, of a site, of a sweep, of new tags. */
export function LabelsPage() {
  const search = route.useSearch();
  const devices = useRouterState({ select: ({ location }) => location.state.devices });
  const [paper, setPaper] = useLocalStorage<Paper>({
    key: 'rollcall.labels',
    defaultValue: { layout: 'avery-5160', offsetX: 0, offsetY: 0 },
    getInitialValueInEffect: false,
  });
  const [skip, setSkip] = useState(0);
  const [outlines, setOutlines] = useState(false);
  const { data } = useQuery({
    queryKey: ['label-layouts'],
    staleTime: Infinity,
    queryFn: () => answer(api.GET('/api/v1/labels/layouts')),
  });
  const printing = useMutation({
    mutationFn: ({ source, format }: { source: Source; format: 'pdf' | 'zpl' }) =>
      printLabels({ ...paper, ...source, format, skip, outlines } as Shape<'LabelsBody'>),
  });
  const print = (source: Source) => (format: 'pdf' | 'zpl') => printing.mutate({ source, format });
  const given = devices ? selectedSource(devices) : sourceOf(search);
  const parts = { onPrint: print, isPending: printing.isPending };
  return (
    <Page title={t('labels.title')}>
      <Stack>
        {data?.address === null && (
          <Alert color="orange" title={t('labels.noAddress')}>
            {t('labels.noAddressText')}
          </Alert>
        )}
        <PaperFields
          layouts={data?.items ?? []}
          paper={paper}
          onPaper={(change) => setPaper((before) => ({ ...before, ...change }))}
          skip={skip}
          onSkip={setSkip}
          outlines={outlines}
          onOutlines={setOutlines}
        />
        {printing.error && (
          <Alert color="red" role="alert">
            {wordsOf(printing.error)}
          </Alert>
        )}
        {given && (
          <Alert color="cyan" title={given.title}>
            <PrintButtons onPrint={print(given.source)} isPending={printing.isPending} />
          </Alert>
        )}
        <Tabs defaultValue="scanned" keepMounted={false}>
          <Tabs.List mb="md">
            <Tabs.Tab value="scanned">{t('labels.tabScanned')}</Tabs.Tab>
            <Tabs.Tab value="site">{t('labels.tabSite')}</Tabs.Tab>
            <Tabs.Tab value="tags">{t('labels.tabTags')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="scanned">
            <ScannedLabels {...parts} />
          </Tabs.Panel>
          <Tabs.Panel value="site">
            <SiteLabels {...parts} />
          </Tabs.Panel>
          <Tabs.Panel value="tags">
            <TagRanges {...parts} />
          </Tabs.Panel>
        </Tabs>
      </Stack>
    </Page>
  );
}

interface Given {
  title: string;
  source: Source;
}

function selectedSource(devices: string[]): Given {
  return { title: t('labels.ofSelected', { count: devices.length }), source: { devices } };
}

/** What the address asks for, and how it is called. */
function sourceOf({ device, sweep, import: file, ...list }: LabelsSearch): Given | undefined {
  if (device) return { title: t('labels.ofDevice'), source: { devices: [device] } };
  if (sweep) return { title: t('labels.ofSweep'), source: { sweep } };
  if (file) return { title: t('labels.ofImport'), source: { import: file } };
  if (Object.keys(list).length === 0) return undefined;
  return { title: t('labels.ofList'), source: { filter: filterOf(list) } };
}
