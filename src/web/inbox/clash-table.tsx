import { Table } from '@mantine/core';
import type { Shape } from '../api/problem.js';
import { fieldWords, STATUS_WORDS, when } from '../common/words.js';

/** Field by field what the record says and what the scan says. */
export function ClashTable({ clash }: { clash: Shape<'NamedClash'>[] }) {
  return (
    <div className="wide" tabIndex={0} role="region" aria-label="What differs">
      <Table mt="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Field</Table.Th>
            <Table.Th>Our record</Table.Th>
            <Table.Th>This scan</Table.Th>
            <Table.Th>Record changed</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {clash.map((one) => (
            <Table.Tr key={one.field}>
              <Table.Td>{fieldWords(one.field)}</Table.Td>
              <Table.Td>{valueWords(one, one.theirs, one.theirsName)}</Table.Td>
              <Table.Td>{valueWords(one, one.mine, one.mineName)}</Table.Td>
              <Table.Td>{changeWords(one)}</Table.Td>
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
  if (theirs === null && mine === null) return 'hidden';
  if (value === null || value === undefined) return 'none';
  if (field === 'personId') return 'someone at another site';
  return typeof value === 'string' ? (STATUS_WORDS[value] ?? value) : JSON.stringify(value);
}
