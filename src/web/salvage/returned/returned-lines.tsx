import { Anchor, Table, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { api, answer } from '../../api/client.js';
import { Pages } from '../../common/pages.js';
import { money } from '../../common/words.js';
import { t } from '../../text/text.js';
import { gradeWords, type Line, weightWords } from './returned-words.js';

const PAGE = 50;

/** What the recipient says of each device. */
export function ReturnedLines({ lotId: id, count }: { lotId: string; count: number }) {
  return (
    <section aria-labelledby="returned-lines">
      <Title order={3} size="h5" id="returned-lines">
        {t('returned.lines', { count })}
      </Title>
      <Pages
        queryKey={['lot', id, 'returned-lines']}
        load={(cursor) =>
          answer(
            api.GET('/api/v1/lots/{id}/settlement', {
              params: { path: { id }, query: { limit: PAGE, cursor } },
            }),
          )
        }
        empty={null}
      >
        {(lines) => <Lines lines={lines} />}
      </Pages>
    </section>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  const columns = ['grade', 'weight', 'price', 'data', 'disposition', 'differenceColumn'] as const;
  return (
    <div className="wide" tabIndex={0} role="group" aria-labelledby="returned-lines">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('common.device')}</Table.Th>
            {columns.map((name) => (
              <Table.Th key={name}>{t(`returned.${name}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.id}>
              <Table.Td>
                <Name line={line} />
              </Table.Td>
              {columns.map((name) => {
                const words = cellOf(line, name);
                return (
                  <Table.Td
                    key={name}
                    data-label={t(`returned.${name}`)}
                    data-blank={words === '' || undefined}
                    className="lot-words"
                  >
                    {words}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Name({ line: { code, deviceId } }: { line: Line }) {
  if (deviceId === null) return <strong>{code}</strong>;
  return (
    <Anchor fw={600} renderRoot={(props) => <Link to="/devices/$id" params={{ id: deviceId }} {...props} />}>
      {code}
    </Anchor>
  );
}

function cellOf(
  line: Line,
  column: 'grade' | 'weight' | 'price' | 'data' | 'disposition' | 'differenceColumn',
): string {
  switch (column) {
    case 'grade':
      return gradeWords(line);
    case 'weight':
      return weightWords(line.weightKg);
    case 'price':
      return money(line.priceCents);
    case 'data':
      return line.sanitization === null ? t('returned.dataUnknown') : t(`returned.data_${line.sanitization}`);
    case 'disposition':
      return line.dispositionText ?? '';
    case 'differenceColumn':
      return [...new Set(line.differences)].map((kind) => t(`returned.kind_${kind}`)).join(', ');
  }
}
