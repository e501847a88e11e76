import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate, useRouterState } from '@tanstack/react-router';
import { api, answer } from '../../api/client.js';
import { LinkButton } from '../../common/link-button.js';
import { Page } from '../../common/page.js';
import { Empty, Failed, Loading } from '../../common/states.js';
import { number } from '../../common/words.js';
import { t } from '../../text/text.js';
import { filterOf } from '../device-search.js';
import { ChangeDone } from './change-done.js';
import { ChangeSteps } from './change-steps.js';

const route = getRouteApi('/shell/devices/change');

/** The same change to many devices: choose it, see what it would do, do it, and undo it. */
export function ChangeManyPage() {
  const { job, of, ...search } = route.useSearch();
  const navigate = useNavigate({ from: '/devices/change' });
  const devices = useRouterState({ select: ({ location }) => location.state.devices });
  if (job !== undefined)
    return (
      <Page title={t('changeMany.title')}>
        <ChangeDone jobId={job} />
      </Page>
    );
  // Without the ids the filter alone would mean every device that matches.
  if (of === 'selected' && !devices) return <SelectionGone />;
  const filter = of === 'selected' ? { id: devices } : filterOf(search);
  return (
    <Page title={t('changeMany.title')}>
      <Selected filter={filter} onBegun={(id) => void navigate({ search: { job: id }, replace: true })} />
    </Page>
  );
}

type Filter = ReturnType<typeof filterOf> | { id: string[] | undefined };

/** The devices are counted exactly before anything is asked: the change is made to that many or to none. */
function Selected({ filter, onBegun }: { filter: Filter; onBegun: (jobId: string) => void }) {
  const ids = 'id' in filter ? filter.id : undefined;
  const { data, error, refetch } = useQuery({
    queryKey: ['devices', 'count', filter],
    // So many ids have no room in an address, and their number is known.
    enabled: ids === undefined,
    queryFn: () => answer(api.GET('/api/v1/devices/count', { params: { query: filter } })),
  });
  const total = ids ? { count: ids.length, isMore: false } : data;
  if (error) return <Failed title={t('common.listFailed')} error={error} onRetry={() => void refetch()} />;
  if (!total) return <Loading />;
  return (
    <>
      <Text>
        {t('changeMany.selected', {
          count: total.count,
          number: `${number(total.count)}${total.isMore ? '+' : ''}`,
        })}
      </Text>
      <ChangeSteps filter={filter} onBegun={onBegun} />
    </>
  );
}

function SelectionGone() {
  return (
    <Empty title={t('changeMany.gone')} isPage>
      <Text mb="sm">{t('changeMany.goneText')}</Text>
      <LinkButton to="/devices">{t('changeMany.back')}</LinkButton>
    </Empty>
  );
}
