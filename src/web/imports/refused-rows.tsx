import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { addressOf } from '../api/address.js';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { Pages } from '../common/pages.js';
import { t } from '../text/text.js';

/** Rows that cannot be imported, and what is wrong with each. */
export function RefusedRows({ found: { id, plan, state } }: { found: Shape<'ImportDetail'> }) {
  if (!plan) return null;
  if (plan.refused === 0) return state === 'rehearsed' ? <Text>{t('imports.allFine')}</Text> : null;
  return (
    <Stack gap="xs" component="section" aria-labelledby="refused-rows">
      <Group justify="space-between" align="start">
        <div>
          <Title order={2} size="h4" id="refused-rows">
            {t('imports.refusedTitle')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('imports.refusedText')}
          </Text>
        </div>
        <Button
          component="a"
          variant="default"
          href={addressOf('/api/v1/imports/{id}/errors.csv', { id })}
          download
        >
          {t('imports.refusedFile')}
        </Button>
      </Group>
      <Pages
        queryKey={['import', id, 'refused', state]}
        load={(cursor) =>
          answer(
            api.GET('/api/v1/imports/{id}/rows', {
              params: { path: { id }, query: { outcome: 'refused', limit: 50, cursor } },
            }),
          )
        }
        empty={null}
      >
        {(rows) => (
          <div className="wide" tabIndex={0} role="group" aria-labelledby="refused-rows">
            <Table>
              <Table.Tbody>
                {rows.map(({ rowNo, problems }) => (
                  <Table.Tr key={rowNo}>
                    <Table.Td fw={600}>{t('imports.row', { row: String(rowNo) })}</Table.Td>
                    <Table.Td>
                      {(problems ?? []).map(({ column, code, detail }) => (
                        <div key={`${column ?? ''} ${code}`}>
                          {column === null ? detail : t('imports.problemAt', { column, detail })}
                        </div>
                      ))}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )}
      </Pages>
    </Stack>
  );
}
