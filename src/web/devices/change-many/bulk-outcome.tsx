import '../../common/table/table.css';
import { Alert, List, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { groupBy } from '../../../common/group-by.js';
import type { BulkResult } from '../../../devices/in-bulk/bulk-result.js';
import { number, word } from '../../common/words.js';
import { t } from '../../text/text.js';
import { changesOf } from '../device-event-words.js';

/** Refused devices that are named for each reason; the rest are counted. */
const MOST_NAMED = 20;

/** What a change of many devices did or would do: how many in which fields, the first of them, and what is refused. */
export function BulkOutcome({ result }: { result: BulkResult }) {
  return (
    <Stack gap="md">
      <Numbers result={result} />
      {result.refused > 0 && <Refusals result={result} />}
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

/** By reason: most devices are refused for one of a few. */
function Refusals({ result: { rehearsed, refused, refusals } }: { result: BulkResult }) {
  const reasons = groupBy(refusals, ({ detail, device }) => withoutName(detail, device));
  const count = { count: refused, number: number(refused) };
  return (
    <Alert
      color="orange"
      title={rehearsed ? t('changeMany.willRefuse', count) : t('changeMany.refused', count)}
    >
      {[...reasons].map(([reason, devices]) => (
        <div key={reason} className="refusal">
          <Text>{reason}</Text>
          <Text size="sm">
            {devices.slice(0, MOST_NAMED).map(({ id, device }, i) => (
              <span key={id}>
                {i > 0 && ', '}
                <Link to="/devices/$id" params={{ id }}>
                  {device ?? t('devices.noTag')}
                </Link>
              </span>
            ))}
            {devices.length > MOST_NAMED &&
              ` ${t('changeMany.andMore', { count: number(devices.length - MOST_NAMED) })}`}
          </Text>
        </div>
      ))}
    </Alert>
  );
}

/** A refusal names its device, which would make each a reason of its own. */
function withoutName(detail: string, device: string | null): string {
  return device === null ? detail : detail.replaceAll(device, '…');
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
