import { Anchor, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import { decidesOnVendors } from '../app/navigation.js';
import { LinkButton } from '../common/link-button.js';
import { ListFiles } from '../common/list-files.js';
import { Page } from '../common/page.js';
import { Pages } from '../common/pages.js';
import { Empty } from '../common/states.js';
import { number } from '../common/words.js';
import { leftWords } from '../coverages/coverage-words.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import type { Pool } from './pool-form.js';

/** Incidents that all devices of a plan share. */
export function PoolsPage() {
  const edits = decidesOnVendors(useSession());
  return (
    <Page
      title={t('pools.title')}
      about={t('pools.about')}
      actions={
        <>
          <ListFiles path="/api/v1/incident-pools" names={{}} />
          <LinkButton to="/coverages" variant="default">
            {t('coverage.title')}
          </LinkButton>
          {edits && <LinkButton to="/incident-pools/new">{t('pools.new')}</LinkButton>}
        </>
      }
    >
      <Pages
        queryKey={['incident-pools']}
        load={(cursor) =>
          answer(api.GET('/api/v1/incident-pools', { params: { query: { limit: 100, cursor } } }))
        }
        empty={<Empty title={t('pools.none')}>{edits ? t('pools.noneText') : t('pools.noneTextAsk')}</Empty>}
      >
        {(pools) => <PoolTable pools={pools} />}
      </Pages>
    </Page>
  );
}

function PoolTable({ pools }: { pools: Pool[] }) {
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={t('pools.title')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('pools.name')}</Table.Th>
            <Table.Th>{t('pools.plan')}</Table.Th>
            <Table.Th>{t('pools.left')}</Table.Th>
            <Table.Th>{t('pools.devices')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {pools.map((pool) => (
            <Table.Tr key={pool.id}>
              <Table.Td>
                <Anchor
                  fw={600}
                  renderRoot={(props) => (
                    <Link to="/incident-pools/$id" params={{ id: pool.id }} {...props} />
                  )}
                >
                  {pool.name}
                </Anchor>
              </Table.Td>
              <Table.Td data-label={t('pools.plan')}>
                <Text size="sm">
                  {t('coverage.nameOf', { vendor: pool.vendorName, kind: t(`coverage.kind_${pool.kind}`) })}
                </Text>
                <Text size="sm">{pool.contractNumber}</Text>
              </Table.Td>
              <Table.Td data-label={t('pools.left')}>
                <Text size="sm" fw={pool.left === 0 ? 700 : undefined}>
                  {pool.left === 0 ? t('pools.usedUp') : leftWords(pool)}
                </Text>
              </Table.Td>
              <Table.Td data-label={t('pools.devices')}>{number(pool.devices)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
