import { Anchor, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { ListFiles } from '../common/list-files.js';
import { Pages } from '../common/pages.js';
import { useIsPhone } from '../common/table/data-table.js';
import { day, money, when } from '../common/words.js';
import { Panel } from '../support/panel.js';
import { t } from '../text/text.js';
import { Figures, tableOf } from './figures.js';

/** On a phone, twenty rows would push the next part of the page several screens away. */
const usePageSize = (): number => (useIsPhone() ? 5 : 20);

/** Invoices that a warranty would have paid, with their sum. */
export function MissedCoverage() {
  const limit = usePageSize();
  const query = useQuery({
    queryKey: ['warranty', 'missed', 'totals'],
    queryFn: () => answer(api.GET('/api/v1/warranty/missed-coverage/totals')),
  });
  return (
    <Figures
      title={t('warranty.missed')}
      about={t('warranty.missedAbout')}
      query={query}
      actions={<ListFiles path="/api/v1/warranty/missed-coverage" names={{}} isCompact />}
    >
      {({ claims, paidCents, missedCents }) =>
        claims === 0 ? (
          <Text c="dimmed">{t('warranty.missedNone')}</Text>
        ) : (
          <>
            <Text fw={600} mb="xs">
              {t('warranty.missedSum', {
                count: claims,
                paid: money(paidCents),
                missed: money(missedCents),
              })}
            </Text>
            <Pages
              queryKey={['warranty', 'missed', limit]}
              load={(cursor) =>
                answer(api.GET('/api/v1/warranty/missed-coverage', { params: { query: { limit, cursor } } }))
              }
              empty={<Text c="dimmed">{t('warranty.missedNone')}</Text>}
            >
              {(items) => <MissedTable items={items} />}
            </Pages>
          </>
        )
      }
    </Figures>
  );
}

function MissedTable({ items }: { items: Shape<'MissedCoverage'>[] }) {
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={tableOf(t('warranty.missed'))}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('warranty.claim')}</Table.Th>
            <Table.Th>{t('warranty.device')}</Table.Th>
            <Table.Th>{t('warranty.vendor')}</Table.Th>
            <Table.Th>{t('warranty.paid')}</Table.Th>
            <Table.Th>{t('warranty.coverageOf')}</Table.Th>
            <Table.Th>{t('warranty.wouldHavePaid')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map(({ id, number, deviceCode, deviceModel, site, ...item }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Anchor fw={600} renderRoot={(props) => <Link to="/claims/$id" params={{ id }} {...props} />}>
                  {number}
                </Anchor>
              </Table.Td>
              <Table.Td>{[deviceCode, deviceModel, site].filter(Boolean).join(' · ')}</Table.Td>
              <Table.Td data-label={t('warranty.vendor')}>{item.vendorName}</Table.Td>
              <Table.Td data-label={t('warranty.paid')}>{money(item.paidCents)}</Table.Td>
              <Table.Td data-label={t('warranty.coverageOf')}>{item.coverageVendorName}</Table.Td>
              <Table.Td data-label={t('warranty.wouldHavePaid')}>{money(item.missedCents)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** Devices that are in repair without a claim, although a warranty has not ended. */
export function UnclaimedRepairs() {
  const limit = usePageSize();
  return (
    <Panel
      title={t('warranty.repairs')}
      actions={<ListFiles path="/api/v1/warranty/missed-coverage/repairs" names={{}} isCompact />}
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('warranty.repairsAbout')}
      </Text>
      <Pages
        queryKey={['warranty', 'repairs', limit]}
        load={(cursor) =>
          answer(
            api.GET('/api/v1/warranty/missed-coverage/repairs', {
              params: { query: { limit, cursor } },
            }),
          )
        }
        empty={<Text c="dimmed">{t('warranty.repairsNone')}</Text>}
      >
        {(items) => <RepairTable items={items} />}
      </Pages>
    </Panel>
  );
}

function RepairTable({ items }: { items: Shape<'UnclaimedRepair'>[] }) {
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={tableOf(t('warranty.repairs'))}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('warranty.device')}</Table.Th>
            <Table.Th>{t('warranty.site')}</Table.Th>
            <Table.Th>{t('warranty.since')}</Table.Th>
            <Table.Th>{t('warranty.coverageOf')}</Table.Th>
            <Table.Th>{t('warranty.coveredUntil')}</Table.Th>
            <Table.Th>{t('warranty.claim')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map(({ id, deviceCode, deviceModel, siteName, inRepairSince, ...item }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Anchor renderRoot={(props) => <Link to="/devices/$id" params={{ id }} {...props} />}>
                  {[deviceCode, deviceModel].filter(Boolean).join(' · ')}
                </Anchor>
              </Table.Td>
              <Table.Td data-label={t('warranty.site')}>{siteName}</Table.Td>
              <Table.Td data-label={t('warranty.since')}>{when(inRepairSince)}</Table.Td>
              <Table.Td data-label={t('warranty.coverageOf')}>{item.coverageVendorName}</Table.Td>
              <Table.Td data-label={t('warranty.coveredUntil')}>{day(item.coveredUntil)}</Table.Td>
              <Table.Td>
                <LinkButton
                  to="/claims/new"
                  search={{ device: id }}
                  variant="default"
                  aria-label={t('warranty.startFor', { device: deviceCode ?? deviceModel })}
                >
                  {t('warranty.start')}
                </LinkButton>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
