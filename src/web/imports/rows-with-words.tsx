import { Table } from '@mantine/core';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { Pages } from '../common/pages.js';
import { t } from '../text/text.js';

type Row = Shape<'ImportRowView'>;
type Words = { column: string | null; code: string; detail: string };

interface Props {
  found: Pick<Shape<'ImportDetail'>, 'id' | 'state'>;
  /** Which rows are shown. */
  which: { noted: true } | { outcome: 'refused' };
  /** What is said of a row. */
  wordsOf: (row: Row) => readonly Words[] | null | undefined;
  /** Id of the heading. */
  labelledBy: string;
}

/** Rows of an import, each with what is said of it. */
export function RowsWithWords({ found: { id, state }, which, wordsOf, labelledBy }: Props) {
  return (
    <Pages
      queryKey={['import', id, labelledBy, state]}
      load={(cursor) =>
        answer(
          api.GET('/api/v1/imports/{id}/rows', {
            params: { path: { id }, query: { ...which, limit: 50, cursor } },
          }),
        )
      }
      empty={null}
    >
      {(rows) => (
        <div className="wide" tabIndex={0} role="group" aria-labelledby={labelledBy}>
          <Table>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row.rowNo}>
                  <Table.Td fw={600}>{t('imports.row', { row: String(row.rowNo) })}</Table.Td>
                  <Table.Td>
                    {(wordsOf(row) ?? []).map(({ column, code, detail }) => (
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
  );
}
