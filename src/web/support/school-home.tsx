import { Select, SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { Page } from '../common/page.js';
import { Empty, Failed, Loading } from '../common/states.js';
import { day, today } from '../common/words.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { ProblemsPanel, RepairsPanel, RequestsPanel, SchoolDevices } from './school-lists.js';
import { SupportTime, Technicians } from './school-support.js';

type Site = Shape<'SiteView'>;

/** The home page of a principal: their school. */
export function SchoolHome() {
  const { data, error, refetch } = useQuery({
    queryKey: ['sites', 'own'],
    queryFn: () => answer(api.GET('/api/v1/sites', { params: { query: { limit: 200, open: true } } })),
  });
  const [code, setCode] = useState<string | null>(null);
  if (error && !data)
    return <Failed title={t('common.pageFailed')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const site = data.items.find((one) => one.code === code) ?? data.items[0];
  if (!site)
    return (
      <Empty title={t('school.none')} isPage>
        {t('school.noneText')}
      </Empty>
    );
  return <School key={site.id} site={site} sites={data.items} onChoose={setCode} />;
}

function School({
  site,
  sites,
  onChoose,
}: {
  site: Site;
  sites: readonly Site[];
  onChoose: (code: string | null) => void;
}) {
  const session = useSession();
  const { data: support, error } = useQuery({
    queryKey: ['home', 'support', site.id],
    queryFn: () => answer(api.GET('/api/v1/support-load/sites/{id}', { params: { path: { id: site.id } } })),
  });
  const asks = may(session, 'support:request');
  return (
    <Page
      title={site.name}
      about={t('school.about', { date: day(support?.asOf ?? today()) })}
      actions={
        asks && (
          <>
            <LinkButton to="/problems/new" search={{ site: site.code }}>
              {t('school.report')}
            </LinkButton>
            <LinkButton to="/support/new" search={{ site: site.code }} variant="default">
              {t('school.request')}
            </LinkButton>
          </>
        )
      }
    >
      {sites.length > 1 && (
        <Select
          label={t('school.choose')}
          data={sites.map(({ code, name }) => ({ value: code, label: name }))}
          value={site.code}
          onChange={onChoose}
          allowDeselect={false}
          searchable
          maw={420}
        />
      )}
      <SchoolDevices site={site.code} />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Technicians technicians={support?.technicians} error={error} />
        <SupportTime support={support} error={error} />
        <RepairsPanel site={site.code} />
        <ProblemsPanel site={site.code} />
        <RequestsPanel site={site.code} />
      </SimpleGrid>
    </Page>
  );
}
