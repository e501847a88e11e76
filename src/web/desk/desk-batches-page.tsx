import '../claims/claims.css';
import { Anchor, Code, Table, Text } from '@mantine/core';
import { addressOf } from '../api/address.js';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { Page } from '../common/page.js';
import { Pages } from '../common/pages.js';
import { Empty } from '../common/states.js';
import { number, when } from '../common/words.js';
import { t } from '../text/text.js';

/** Files of claims that the district made for the vendor who looks at them. */
export function DeskBatchesPage() {
  return (
    <Page title={t('desk.batches')} about={t('desk.batchesAbout')}>
      <Pages
        queryKey={['desk-batches']}
        load={(cursor) =>
          answer(api.GET('/api/v1/vendor/batches', { params: { query: { limit: 100, cursor } } }))
        }
        empty={<Empty title={t('desk.noBatches')}>{t('desk.noBatchesText')}</Empty>}
      >
        {(batches) => <BatchTable batches={batches} />}
      </Pages>
    </Page>
  );
}

function BatchTable({ batches }: { batches: Shape<'DeskBatchView'>[] }) {
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={t('desk.batches')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('batches.file')}</Table.Th>
            <Table.Th>{t('batches.createdAt')}</Table.Th>
            <Table.Th>{t('batches.claims')}</Table.Th>
            <Table.Th>{t('batches.hash')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {batches.map(({ id, fileName, createdAt, claimCount, sha256, supersededBy }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Anchor
                  fw={600}
                  className="remarks"
                  href={addressOf('/api/v1/vendor/batches/{id}/file', { id })}
                  download
                >
                  {fileName}
                </Anchor>
                {supersededBy !== null && <Text size="sm">{t('batches.superseded')}</Text>}
              </Table.Td>
              <Table.Td data-label={t('batches.createdAt')}>{when(createdAt)}</Table.Td>
              <Table.Td data-label={t('batches.claims')}>{number(claimCount)}</Table.Td>
              <Table.Td>
                <Code className="remarks">{sha256}</Code>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
