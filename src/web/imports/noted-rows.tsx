import { Stack, Table, Text, Title } from '@mantine/core';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { Pages } from '../common/pages.js';
import { t } from '../text/text.js';

/** Rows that do not fit what Rollcall knows, and what becomes of each. */
export function NotedRows({ found: { id, plan, state } }: { found: Shape<'ImportDetail'> }) {
  if (!plan || plan.noted === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-labelledby="noted-rows">
      <div>
        <Title order={2} size="h4" id="noted-rows">
          {t('imports.notedTitle')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('imports.notedText')}
        </Text>
      </div>
      <Pages
        queryKey={['import', id, 'noted', state]}
        load={(cursor) =>
          answer(
            api.GET('/api/v1/imports/{id}/rows', {
              params: { path: { id }, query: { noted: true, limit: 50, cursor } },
            }),
          )
        }
        empty={null}
      >
        {(rows) => (
          <div className="wide" tabIndex={0} role="group" aria-labelledby="noted-rows">
            <Table>
              <Table.Tbody>
                {rows.map(({ rowNo, notes }) => (
                  <Table.Tr key={rowNo}>
                    <Table.Td fw={600}>{t('imports.row', { row: String(rowNo) })}</Table.Td>
                    <Table.Td>
                      {(notes ?? []).map(({ column, code, detail }) => (
                        <div key={`${column ?? ''} ${code} ${detail}`}>
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
