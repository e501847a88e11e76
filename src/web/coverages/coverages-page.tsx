import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import { decidesOnVendors } from '../app/navigation.js';
import type { CoveragesSearch } from '../app/searches.js';
import { LinkButton } from '../common/link-button.js';
import { Page } from '../common/page.js';
import { Empty, Loading } from '../common/states.js';
import { FilteredTable } from '../common/table/filtered-table.js';
import { importKindsOf } from '../imports/import-kinds.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { coverageColumns } from './coverage-columns.js';
import { askedOf, isOnlyCurrent, useCoverageFilters } from './use-coverage-filters.js';

const route = getRouteApi('/shell/coverages');

/** Every warranty and contract on devices: what ends when, of which vendor and where. */
export function CoveragesPage() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/coverages' });
  const session = useSession();
  const change = (changed: CoveragesSearch): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), resetScroll: false });
  const filters = useCoverageFilters(search, change);
  const { show: _, sort: __, ...picked } = search;
  const isFiltered = Object.values(picked).some((value) => value !== undefined);
  return (
    <Page
      title={t('coverage.title')}
      about={t('coverage.about')}
      actions={
        <>
          <LinkButton to="/incident-pools" variant="default">
            {t('pools.link')}
          </LinkButton>
          {decidesOnVendors(session) && (
            <>
              <LinkButton to="/coverage-rules" variant="default">
                {t('rules.link')}
              </LinkButton>
              <LinkButton to="/coverages/look-ups" variant="default">
                {t('lookUps.open')}
              </LinkButton>
            </>
          )}
        </>
      }
    >
      <FilteredTable
        name="coverages"
        label={t('coverage.title')}
        path="/api/v1/coverages"
        load={(query, signal) => answer(api.GET('/api/v1/coverages', { params: { query }, signal }))}
        columnsOf={coverageColumns}
        search={search}
        onSearch={change}
        firstSort="endsOn"
        askedOf={askedOf}
        filters={filters}
        nothingFound={t('coverage.nothing')}
        rows={{
          idOf: ({ id }) => id,
          nameOf: ({ deviceCode, vendorName }) => `${deviceCode ?? ''} ${vendorName}`,
          onOpen: ({ deviceId }) => void navigate({ to: '/devices/$id', params: { id: deviceId } }),
        }}
        empty={() =>
          isFiltered ? <NothingFound /> : isOnlyCurrent(search) ? <NothingCurrent /> : <NothingYet />
        }
      />
    </Page>
  );
}

function NothingFound() {
  return (
    <Empty title={t('coverage.nothing')}>
      <Text mb="sm">{t('coverage.nothingText')}</Text>
      <LinkButton to="/coverages" search={{}} variant="default">
        {t('table.filtersClear')}
      </LinkButton>
    </Empty>
  );
}

/** Without any filter: there may be some that have ended. */
function NothingCurrent() {
  const { data } = useQuery({
    queryKey: ['coverages', 'any'],
    queryFn: () => answer(api.GET('/api/v1/coverages', { params: { query: { limit: 1 } } })),
  });
  if (!data) return <Loading />;
  if (data.items.length === 0) return <NothingYet />;
  return (
    <Empty title={t('coverage.nothingCurrent')}>
      <Text mb="sm">{t('coverage.nothingCurrentText')}</Text>
      <LinkButton to="/coverages" search={{ show: 'all' }} variant="default">
        {t('coverage.showEnded')}
      </LinkButton>
    </Empty>
  );
}

function NothingYet() {
  const imports = importKindsOf(useSession()).includes('coverages');
  return (
    <Empty title={t('coverage.empty')}>
      <Text mb="sm">{imports ? t('coverage.emptyText') : t('coverage.emptyTextDevices')}</Text>
      <Group justify="center" gap="xs">
        <LinkButton to="/devices">{t('coverage.goToDevices')}</LinkButton>
        {imports && (
          <LinkButton to="/imports/new" search={{ kind: 'coverages' }} variant="default">
            {t('coverage.importFile')}
          </LinkButton>
        )}
      </Group>
    </Empty>
  );
}
