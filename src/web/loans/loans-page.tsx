import {
  Alert,
  Anchor,
  Badge,
  CloseButton,
  Group,
  Select,
  SimpleGrid,
  Table,
  Text,
  TextInput,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { ListFiles } from '../common/list-files.js';
import { Page } from '../common/page.js';
import { Pages } from '../common/pages.js';
import { Empty } from '../common/states.js';
import { WAITS } from '../common/tones.js';
import { day, when } from '../common/words.js';
import { personOf } from '../scan/known-people.js';
import { personDetails } from '../scan/person-field.js';
import { SiteField } from '../scan/place-fields.js';
import { useSession } from '../session/session-context.js';
import { may } from '../session/session.js';
import { t } from '../text/text.js';

const route = getRouteApi('/shell/loans');

interface Filter {
  site?: string;
  dueBy?: string;
  grade?: string;
  holder?: 'left' | 'moved';
}

/** Who has what, and has not brought it back; or what one person has. */
export function LoansPage() {
  const session = useSession();
  const { person } = route.useSearch();
  const [filter, setFilter] = useState<Filter>({});
  const pick = (change: Partial<Filter>): void => setFilter((before) => ({ ...before, ...change }));
  const query = person === undefined ? filter : { person };
  return (
    <Page
      title={t('checkout.title')}
      actions={
        may(session, 'devices:edit') && (
          <>
            <LinkButton to="/loans/check-out">{t('checkout.out')}</LinkButton>
            <LinkButton to="/loans/check-in" variant="default">
              {t('checkout.in')}
            </LinkButton>
          </>
        )
      }
    >
      {person === undefined ? <LoanFilter filter={filter} onPick={pick} /> : <OnePerson id={person} />}
      <div>
        <ListFiles path="/api/v1/loans" names={{}} query={{ ...query }} />
      </div>
      <Pages
        queryKey={['loans', query]}
        load={(cursor) =>
          answer(api.GET('/api/v1/loans', { params: { query: { ...query, limit: 50, cursor } } }))
        }
        empty={
          person === undefined ? (
            <Empty title={t('checkout.empty')}>{t('checkout.emptyText')}</Empty>
          ) : (
            <Empty title={t('checkout.emptyPerson')} />
          )
        }
      >
        {(loans) => <LoanTable loans={loans} />}
      </Pages>
    </Page>
  );
}

function LoanFilter({ filter, onPick }: { filter: Filter; onPick: (change: Partial<Filter>) => void }) {
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="xs">
      <SiteField value={filter.site} onChange={(site) => onPick({ site })} />
      <TextInput
        label={t('checkout.dueBy')}
        type="date"
        value={filter.dueBy ?? ''}
        onChange={(event) => onPick({ dueBy: event.currentTarget.value || undefined })}
      />
      <TextInput
        label={t('checkout.grade')}
        value={filter.grade ?? ''}
        onChange={(event) => onPick({ grade: event.currentTarget.value || undefined })}
      />
      <Select
        label={t('checkout.holder')}
        placeholder={t('common.any')}
        clearable
        data={[
          { value: 'left', label: t('checkout.holderLeft') },
          { value: 'moved', label: t('checkout.holderMoved') },
        ]}
        value={filter.holder ?? null}
        onChange={(holder) => onPick({ holder: (holder as Filter['holder']) ?? undefined })}
      />
    </SimpleGrid>
  );
}

/** Whose devices are listed, and the way back to everybody's. */
function OnePerson({ id }: { id: string }) {
  const { data, error } = useQuery({
    queryKey: ['person', id],
    queryFn: () => answer(api.GET('/api/v1/people/{id}', { params: { path: { id } } })),
  });
  if (error)
    return (
      <Alert color="orange" role="alert">
        {wordsOf(error)}
      </Alert>
    );
  if (!data) return null;
  const person = personOf(data);
  return (
    <Group gap="xs" wrap="nowrap" align="start">
      <div>
        <Text fw={700} size="lg">
          {person.name}
        </Text>
        <Text c="dimmed">{personDetails(person)}</Text>
      </div>
      <CloseButton
        size="lg"
        aria-label={t('checkout.everybody')}
        renderRoot={(props: object) => <Link to="/loans" search={{}} {...props} />}
      />
    </Group>
  );
}

function LoanTable({ loans }: { loans: Shape<'LoanView'>[] }) {
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={t('checkout.title')}>
      <Table striped>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('common.person')}</Table.Th>
            <Table.Th>{t('common.device')}</Table.Th>
            <Table.Th>{t('checkout.since')}</Table.Th>
            <Table.Th>{t('checkout.due')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {loans.map((loan) => (
            <Table.Tr key={loan.id}>
              <Table.Td>
                <Anchor
                  fw={600}
                  renderRoot={(props) => <Link to="/loans" search={{ person: loan.personId }} {...props} />}
                >
                  {nameOf(loan)}
                </Anchor>
                <div>
                  {[
                    loan.externalId,
                    loan.grade && t('scan.grade', { grade: loan.grade }),
                    loan.personSiteName,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
                {loan.leftOn && (
                  <Badge color={WAITS}>{t('checkout.leftOn', { date: day(loan.leftOn) })}</Badge>
                )}
              </Table.Td>
              <Table.Td>
                <Anchor
                  renderRoot={(props) => <Link to="/devices/$id" params={{ id: loan.deviceId }} {...props} />}
                >
                  {loan.assetTag ?? loan.serialNumber}
                </Anchor>
                <div>{[loan.model, loan.siteName].join(' · ')}</div>
              </Table.Td>
              <Table.Td data-label={t('checkout.since')}>{when(loan.loanedAt)}</Table.Td>
              <Table.Td data-label={loan.dueOn === null ? undefined : t('checkout.due')}>
                {day(loan.dueOn)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** Students of sites out of reach have no name here. */
function nameOf({ givenName, familyName, externalId }: Shape<'LoanView'>): string {
  return [givenName, familyName].filter(Boolean).join(' ') || (externalId ?? t('checkout.studentElsewhere'));
}
