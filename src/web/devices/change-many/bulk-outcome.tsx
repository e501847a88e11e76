import '../../common/table/table.css';
import { List, Stack, Table, Text, Title } from '@mantine/core';
import type { BulkResult } from '../../../devices/in-bulk/bulk-result.js';
import { number, word } from '../../common/words.js';
import { t } from '../../text/text.js';
import { changesOf } from '../device-event-words.js';
import { RefusedDevices } from '../refused-devices.js';

/** What a change of many devices did or would do: how many in which fields, the first of them, and what is refused. */
export function BulkOutcome({ result }: { result: BulkResult }) {
  const { rehearsed, refused, refusals } = result;
  const count = { count: refused, number: number(refused) };
  return (
    <Stack gap="md">
      <Numbers result={result} />
      {refused > 0 && (
        <RefusedDevices
          title={rehearsed ? t('changeMany.willRefuse', count) : t('changeMany.refused', count)}
          refusals={refusals}
        />
      )}
      {result.examples.length > 0 && <Examples examples={result.examples} />}
    </Stack>
  );
}

function Numbers({ result: { rehearsed, changed, unchanged, fields } }: { result: BulkResult }) {
  const count = { count: changed, number: number(changed) };
  return (
    <div>
      <Text fw={600} role="status">
        {rehearsed ? t('changeMany.willChange', count) : t('changeMany.changed', count)}
      </Text>
      <List>
        {Object.entries(fields).map(([field, n]) => (
          <List.Item key={field}>
            {t('changeMany.inField', { field: word('field', field), count: n, number: number(n) })}
          </List.Item>
        ))}
      </List>
      {unchanged > 0 && (
        <Text>{t('changeMany.unchanged', { count: unchanged, number: number(unchanged) })}</Text>
      )}
    </div>
  );
}

function Examples({ examples }: { examples: BulkResult['examples'] }) {
  return (
    <div>
      <Title order={3} size="h5" mb="xs">
        {t('changeMany.examples', { count: examples.length })}
      </Title>
      <div className="wide" tabIndex={0} role="region" aria-label={t('changeMany.preview')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('common.device')}</Table.Th>
              <Table.Th>{t('changeMany.change')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {examples.map((example) => (
              <Table.Tr key={example.id}>
                <Table.Td>{example.device ?? t('devices.noTag')}</Table.Td>
                <Table.Td>
                  {changesOf(example).map(({ field, before, after }) => (
                    <div key={field}>
                      {t('history.changed', {
                        field,
                        before: before || t('history.nothing'),
                        after: after || t('history.nothing'),
                      })}
                    </div>
                  ))}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </div>
  );
}
