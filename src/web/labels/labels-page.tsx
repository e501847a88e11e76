import { PrintButtons, type PrintProps } from './print-buttons.js';
import {
  Alert,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  Tabs,
  Text,
  Title,
} from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import type { LabelsSearch } from '../app/searches.js';
import { count } from '../common/words.js';
import { filterOf } from '../devices/device-search.js';
import { CodeReader } from '../scan/code-reader.js';
import { SiteField } from '../scan/place-fields.js';
import { printLabels, type Source } from './print-labels.js';
import { TagRanges } from './tag-ranges.js';

const route = getRouteApi('/shell/labels');

interface Paper {
  layout: string;
  offsetX: number;
  offsetY: number;
}

/** Labels: of one device, of what was scanned, of a site, of a sweep, of new tags. */
export function LabelsPage() {
  const search = route.useSearch();
  const [paper, setPaper] = useLocalStorage<Paper>({
    key: 'rollcall.labels',
    defaultValue: { layout: 'avery-5160', offsetX: 0, offsetY: 0 },
    getInitialValueInEffect: false,
  });
  const [skip, setSkip] = useState(0);
  const [outlines, setOutlines] = useState(false);
  const printing = useMutation({
    mutationFn: ({ source, format }: { source: Source; format: 'pdf' | 'zpl' }) =>
      printLabels({ ...paper, ...source, format, skip, outlines } as Shape<'LabelsBody'>),
  });
  const print = (source: Source) => (format: 'pdf' | 'zpl') => printing.mutate({ source, format });
  const given = sourceOf(search);
  return (
    <Stack>
      <Title order={1} size="h2">
        Labels
      </Title>
      <PaperFields
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
          <Tabs.Tab value="scanned">By scanning</Tabs.Tab>
          <Tabs.Tab value="site">A site or room</Tabs.Tab>
          <Tabs.Tab value="tags">New tags</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="scanned">
          <ScannedLabels onPrint={print} isPending={printing.isPending} />
        </Tabs.Panel>
        <Tabs.Panel value="site">
          <SiteLabels onPrint={print} isPending={printing.isPending} />
        </Tabs.Panel>
        <Tabs.Panel value="tags">
          <TagRanges onPrint={print} isPending={printing.isPending} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

/** What the address asks for, and how it is called. */
function sourceOf({
  device,
  sweep,
  import: file,
  ...list
}: LabelsSearch): { title: string; source: Source } | undefined {
  if (device) return { title: 'The label of one device', source: { devices: [device] } };
  if (sweep) return { title: 'The labels of a sweep', source: { sweep } };
  if (file) return { title: 'The labels of an import', source: { import: file } };
  if (Object.keys(list).length === 0) return undefined;
  return { title: 'The labels of your list of devices', source: { filter: filterOf(list) } };
}

function PaperFields({
  paper,
  onPaper,
  skip,
  onSkip,
  outlines,
  onOutlines,
}: {
  paper: Paper;
  onPaper: (change: Partial<Paper>) => void;
  skip: number;
  onSkip: (skip: number) => void;
  outlines: boolean;
  onOutlines: (outlines: boolean) => void;
}) {
  const { data } = useQuery({
    queryKey: ['label-layouts'],
    staleTime: Infinity,
    queryFn: () => answer(api.GET('/api/v1/labels/layouts')),
  });
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="sm">
      <Select
        label="Paper"
        data={(data?.items ?? []).map(({ name, title }) => ({ value: name, label: title }))}
        value={paper.layout}
        onChange={(layout) => layout && onPaper({ layout })}
        allowDeselect={false}
      />
      <NumberInput
        label="Used up on the first sheet"
        min={0}
        max={500}
        value={skip}
        onChange={(value) => onSkip(Number(value) || 0)}
      />
      <NumberInput
        label="Print further right, mm"
        step={0.5}
        min={-20}
        max={20}
        value={paper.offsetX}
        onChange={(value) => onPaper({ offsetX: Number(value) || 0 })}
      />
      <NumberInput
        label="Print further down, mm"
        step={0.5}
        min={-20}
        max={20}
        value={paper.offsetY}
        onChange={(value) => onPaper({ offsetY: Number(value) || 0 })}
      />
      <Switch
        label="With edges, for a try on plain paper"
        checked={outlines}
        onChange={(event) => onOutlines(event.currentTarget.checked)}
      />
    </SimpleGrid>
  );
}

function ScannedLabels({ onPrint, isPending }: PrintProps) {
  const [devices, setDevices] = useState<Shape<'DeviceFound'>[]>([]);
  const finding = useMutation({
    mutationFn: async (code: string) => {
      const { items } = await answer(api.GET('/api/v1/devices/lookup', { params: { query: { code } } }));
      if (items.length === 0) throw new Error(`No device has the code ${code}.`);
      return items;
    },
    onSuccess: (items) =>
      setDevices((before) => [...before, ...items.filter(({ id }) => !before.some((one) => one.id === id))]),
  });
  return (
    <Stack>
      <Text>Scan or type what needs a new label.</Text>
      <CodeReader onCode={(code) => finding.mutate(code)} />
      {finding.error && (
        <Alert color="red" role="alert">
          {wordsOf(finding.error)}
        </Alert>
      )}
      <Text>{devices.map(({ assetTag, serialNumber }) => assetTag ?? serialNumber).join(', ')}</Text>
      <Group>
        <PrintButtons
          onPrint={onPrint({ devices: devices.map(({ id }) => id) })}
          isPending={isPending}
          disabled={devices.length === 0}
        />
        <Text>{count(devices.length, 'label')}</Text>
      </Group>
    </Stack>
  );
}

function SiteLabels({ onPrint, isPending }: PrintProps) {
  const [site, setSite] = useState<string>();
  return (
    <Stack>
      <SiteField value={site} onChange={setSite} />
      <PrintButtons
        onPrint={onPrint({ filter: { site: site ? [site] : [] } })}
        isPending={isPending}
        disabled={!site}
      />
    </Stack>
  );
}
