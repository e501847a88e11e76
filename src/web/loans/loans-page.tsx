import { Badge, Group, Select, SimpleGrid, Stack, Table, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { Empty } from '../common/empty.js';
import { LinkButton } from '../common/link-button.js';
import { ListFiles } from '../common/list-files.js';
import { Pages } from '../common/pages.js';
import { day, when } from '../common/words.js';
import { SiteField } from '../scan/place-fields.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { WAITS } from '../common/tones.js';

interface Filter {
  site?: string;
  dueBy?: string;
  grade?: string;
  holder?: 'left' | 'moved';
}

/** Who has what, and has not brought it back. */
export function LoansPage() {
  const session = useSession();
  const [filter, setFilter] = useState<Filter>({});
  const pick = (change: Partial<Filter>): void => setFilter((before) => ({ ...before, ...change }));
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          Loans
        </Title>
        {may(session, 'devices:edit') && (
          <Group gap="xs">
            <LinkButton to="/loans/hand-out">Hand out</LinkButton>
            <LinkButton to="/loans/take-back" variant="default">
              Take back
            </LinkButton>
          </Group>
        )}
      </Group>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="xs">
        <SiteField value={filter.site} onChange={(site) => pick({ site })} />
        <TextInput
          label="Due by"
          type="date"
          value={filter.dueBy ?? ''}
          onChange={(event) => pick({ dueBy: event.currentTarget.value || undefined })}
        />
        <TextInput
          label="Grade"
          value={filter.grade ?? ''}
          onChange={(event) => pick({ grade: event.currentTarget.value || undefined })}
        />
        <Select
          label="Holder"
          placeholder="Any"
          clearable
          data={[
            { value: 'left', label: 'Has left' },
            { value: 'moved', label: 'Is at another site now' },
          ]}
          value={filter.holder ?? null}
          onChange={(holder) => pick({ holder: (holder as Filter['holder']) ?? undefined })}
        />
      </SimpleGrid>
      <ListFiles path="/api/v1/loans" names={{}} query={{ ...filter }} />
      <Pages
        queryKey={['loans', filter]}
        load={(cursor) =>
          answer(api.GET('/api/v1/loans', { params: { query: { ...filter, limit: 50, cursor } } }))
        }
        empty={
          <Empty title="Nobody has anything">Devices that are handed out to people are listed here.</Empty>
        }
      >
        {(loans) => <LoanTable loans={loans} />}
      </Pages>
    </Stack>
  );
}

function LoanTable({ loans }: { loans: Shape<'LoanView'>[] }) {
  return (
    <div className="wide" tabIndex={0} role="region" aria-label="Loans">
      <Table striped>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Person</Table.Th>
            <Table.Th>Device</Table.Th>
            <Table.Th>Since</Table.Th>
            <Table.Th>Due</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {loans.map((loan) => (
            <Table.Tr key={loan.id}>
              <Table.Td>
                {[loan.givenName, loan.familyName].filter(Boolean).join(' ') ||
                  (loan.externalId ?? 'A student at another site')}
                <div>
                  {[loan.externalId, loan.grade && `grade ${loan.grade}`, loan.personSite]
                    .filter(Boolean)
                    .join(', ')}
                </div>
                {loan.leftOn && <Badge color={WAITS}>left {day(loan.leftOn)}</Badge>}
              </Table.Td>
              <Table.Td>
                {loan.assetTag ?? loan.serialNumber}
                <div>{loan.model}</div>
              </Table.Td>
              <Table.Td>{when(loan.loanedAt)}</Table.Td>
              <Table.Td>{day(loan.dueOn)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
