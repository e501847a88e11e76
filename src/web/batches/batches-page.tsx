import { Anchor, Badge, Group, Table, Text } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { ListFiles } from '../common/list-files.js';
import { Page } from '../common/page.js';
import { Pages } from '../common/pages.js';
import { Empty } from '../common/states.js';
import { FilterChips } from '../common/table/filter-chips.js';
import { singleFilter } from '../common/table/single-filter.js';
import { number, when } from '../common/words.js';
import { useVendorChoices } from '../coverages/use-vendors.js';
import { t } from '../text/text.js';

const route = getRouteApi('/shell/claim-batches');

/** Files of claims that were made for vendors. */
export function BatchesPage() {
  const { vendor } = route.useSearch();
  const navigate = useNavigate({ from: '/claim-batches' });
  const filter = singleFilter({
    id: 'vendor',
    label: t('claims.vendor'),
    choices: useVendorChoices(),
    picked: vendor,
    nothingFound: t('coverage.noVendorFound'),
    onPick: (picked) => void navigate({ search: { vendor: picked } }),
  });
  return (
    <Page
      title={t('batches.title')}
      about={t('batches.about')}
      actions={
        <>
          <ListFiles path="/api/v1/claim-batches" names={{}} query={{ vendor }} />
          <LinkButton to="/claim-layouts" variant="default">
            {t('layouts.title')}
          </LinkButton>
          <LinkButton to="/claim-batches/new" search={{ vendor }}>
            {t('batches.make')}
          </LinkButton>
        </>
      }
    >
      <FilterChips filters={[filter]} />
      <Pages
        queryKey={['claim-batches', vendor]}
        load={(cursor) =>
          answer(api.GET('/api/v1/claim-batches', { params: { query: { vendor, limit: 100, cursor } } }))
        }
        empty={<Empty title={t('batches.none')}>{t('batches.noneText')}</Empty>}
      >
        {(batches) => <BatchTable batches={batches} />}
      </Pages>
    </Page>
  );
}

function BatchTable({ batches }: { batches: Shape<'BatchView'>[] }) {
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={t('batches.title')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('batches.batch')}</Table.Th>
            <Table.Th>{t('batches.createdAt')}</Table.Th>
            <Table.Th>{t('batches.claims')}</Table.Th>
            <Table.Th>{t('batches.file')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {batches.map((batch) => (
            <Table.Tr key={batch.id}>
              <Table.Td>
                <Group gap="xs">
                  <Anchor
                    fw={600}
                    renderRoot={(props) => (
                      <Link to="/claim-batches/$id" params={{ id: batch.id }} {...props} />
                    )}
                  >
                    {batchName(batch)}
                  </Anchor>
                  <BatchBadges batch={batch} />
                </Group>
              </Table.Td>
              <Table.Td>
                <Text size="sm">{when(batch.createdAt)}</Text>
                <Text size="sm" c="dimmed">
                  {batch.createdByName ?? t('batches.bySchedule')}
                </Text>
              </Table.Td>
              <Table.Td data-label={t('batches.claims')}>{number(batch.claimCount)}</Table.Td>
              <Table.Td>
                <Text size="sm" className="remarks">
                  {batch.fileName}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

type Named = Pick<Shape<'BatchView'>, 'vendorName' | 'sequence'>;

/** A batch by its vendor and its number, which counts up for each vendor. */
export function batchName({ vendorName, sequence }: Named): string {
  return t('batches.name', { vendor: vendorName, sequence: String(sequence) });
}

/** Whether another batch took the place of this one, and whether there are names of people in it. */
export function BatchBadges({
  batch: { supersededBy, hasNames },
}: {
  batch: Pick<Shape<'BatchView'>, 'supersededBy' | 'hasNames'>;
}) {
  return (
    <>
      {supersededBy !== null && (
        <Badge size="lg" variant="default">
          {t('batches.superseded')}
        </Badge>
      )}
      {hasNames && (
        <Badge size="lg" variant="default">
          {t('batches.hasNames')}
        </Badge>
      )}
    </>
  );
}
