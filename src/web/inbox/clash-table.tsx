import { Table } from '@mantine/core';
import type { Shape } from '../api/problem.js';
import { day, money, when, word } from '../common/words.js';
import { t } from '../text/text.js';

/** Field by field what the record says and what the scan says. */
export function ClashTable({ clash }: { clash: Shape<'NamedClash'>[] }) {
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={t('inbox.differs')}>
      <Table mt="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('inbox.fieldColumn')}</Table.Th>
            <Table.Th>{t('inbox.recordColumn')}</Table.Th>
            <Table.Th>{t('inbox.scanColumn')}</Table.Th>
            <Table.Th>{t('inbox.changedColumn')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {clash.map((one) => (
            <Table.Tr key={one.field}>
              <Table.Td fw={600}>{word('field', one.field)}</Table.Td>
              <Table.Td data-label={t('inbox.recordColumn')}>
                {valueWords(one, one.theirs, one.theirsName)}
              </Table.Td>
              <Table.Td data-label={t('inbox.scanColumn')}>
                {valueWords(one, one.mine, one.mineName)}
              </Table.Td>
              <Table.Td data-label={t('inbox.changedColumn')}>{changeWords(one)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function changeWords({ changedBy, changedAt }: Shape<'NamedClash'>): string {
  return [changedBy, when(changedAt)].filter(Boolean).join(', ');
}

function valueWords(
  { field, theirs, mine }: Shape<'NamedClash'>,
  value: unknown,
  name: string | null,
): string {
  if (name !== null) return name;
  // Two sides that are both empty do not clash: they are kept from this reader.
  if (theirs === null && mine === null) return t('inbox.hidden');
  if (value === null || value === undefined) return t('inbox.empty');
  if (field === 'personId') return t('inbox.elsewhere');
  if (field === 'costCents') return money(Number(value));
  if (typeof value !== 'string') return JSON.stringify(value);
  if (field.endsWith('On')) return day(value);
  return field === 'status' || field === 'kind' ? word(field, value) : value;
}
