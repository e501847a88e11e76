import { Button, Group, Paper, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { addressOf } from '../api/address.js';
import { api, answer, tagged } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { AskNote } from '../common/ask-note.js';
import { LinkButton } from '../common/link-button.js';
import { Page } from '../common/page.js';
import { Failed, Loading } from '../common/states.js';
import { day, money, when } from '../common/words.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { amountWords, payerWords, PurchaseState } from './purchase-words.js';

type Purchase = Shape<'PurchaseDetail'>;
type State = Purchase['state'];

const route = getRouteApi('/shell/support/$id');

/** One request for support days, and the steps that the person who looks at it may take. */
export function RequestPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['purchase', id],
    queryFn: () => tagged(api.GET('/api/v1/allocation/purchases/{id}', { params: { path: { id } } })),
  });
  if (error && !data)
    return <Failed title={t('support.notShown')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return <Request purchase={data.value} etag={data.etag} />;
}

function Request({ purchase, etag }: { purchase: Purchase; etag: string }) {
  const { id, state, siteName } = purchase;
  const mayEdit = state === 'draft' && may(useSession(), 'support:request');
  return (
    <Page
      title={t('support.requestTitle', { amount: amountWords(purchase), site: siteName })}
      about={<PurchaseState state={state} />}
      actions={
        <>
          <Button
            component="a"
            variant="default"
            href={addressOf('/api/v1/allocation/purchases/{id}/form.pdf', { id })}
            download
          >
            {t('support.form')}
          </Button>
          {mayEdit && (
            <LinkButton to="/support/$id/edit" params={{ id }} variant="default">
              {t('support.change')}
            </LinkButton>
          )}
        </>
      }
    >
      <Facts purchase={purchase} />
      <NextSteps purchase={purchase} etag={etag} />
      <History steps={purchase.steps} />
    </Page>
  );
}

function Facts({ purchase }: { purchase: Purchase }) {
  const { siteName, schoolYear, optionName, startsOn, endsOn, priceCents, accountString, note } = purchase;
  const facts: [string, string][] = [
    [t('support.forSite'), siteName],
    [t('support.schoolYear'), schoolYear],
    [
      t('support.option'),
      t('support.optionDates', { name: optionName, from: day(startsOn), to: day(endsOn) }),
    ],
    [t('support.amount'), amountWords(purchase)],
    [t('support.price'), money(priceCents)],
    [t('support.payer'), payerWords(purchase)],
    ...(accountString ? [[t('support.accountShort'), accountString] as [string, string]] : []),
    ...(note ? [[t('support.note'), note] as [string, string]] : []),
  ];
  return (
    <Paper withBorder p="md" component="section" aria-label={t('support.facts')}>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Paper>
  );
}

const STEP_WORDS: Readonly<Record<State, () => string>> = {
  draft: () => t('support.doReturn'),
  submitted: () => t('support.doSubmit'),
  approved: () => t('support.doApprove'),
  encumbered: () => t('support.doEncumber'),
  cancelled: () => t('support.doCancel'),
};

/** Steps that cannot be taken back, or that somebody is to be told the reason of, are asked about first. */
const QUESTIONS: Readonly<Partial<Record<State, () => string>>> = {
  draft: () => t('support.askReturn'),
  cancelled: () => t('support.askCancel'),
};

function NextSteps({ purchase: { id, nextStates }, etag }: { purchase: Purchase; etag: string }) {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Purchase['nextStates'][number]>();
  const taking = useMutation({
    mutationFn: (body: Shape<'PurchaseStepBody'>) =>
      answer(
        api.POST('/api/v1/allocation/purchases/{id}/steps', {
          params: { path: { id }, header: { 'If-Match': etag } },
          body,
        }),
      ),
    onSuccess: () => setAsked(undefined),
    onSettled: () => queries.invalidateQueries(),
  });
  if (nextStates.length === 0) return null;
  return (
    <>
      {taking.error && !asked && <Failed title={t('support.notShown')} error={taking.error} />}
      <Group>
        {nextStates.map((next) => (
          <Button
            key={next.state}
            variant={next.state === 'submitted' || next.state === 'approved' ? 'filled' : 'default'}
            loading={taking.isPending && taking.variables.state === next.state}
            disabled={taking.isPending}
            onClick={() => (QUESTIONS[next.state] ? setAsked(next) : taking.mutate({ state: next.state }))}
          >
            {STEP_WORDS[next.state]()}
          </Button>
        ))}
      </Group>
      {asked && (
        <AskNote
          title={QUESTIONS[asked.state]?.() ?? ''}
          label={asked.needsNote ? t('support.reason') : t('support.reasonOptional')}
          help={t('support.reasonHelp')}
          isRequired={asked.needsNote}
          confirm={STEP_WORDS[asked.state]()}
          isPending={taking.isPending}
          error={taking.error}
          onConfirm={(note) => taking.mutate({ state: asked.state, ...(note ? { note } : {}) })}
          onClose={() => {
            taking.reset();
            setAsked(undefined);
          }}
        />
      )}
    </>
  );
}

function History({ steps }: { steps: Purchase['steps'] }) {
  return (
    <section aria-labelledby="request-history">
      <Title order={2} size="h4" id="request-history" mb="xs">
        {t('support.history')}
      </Title>
      <div className="wide" tabIndex={0} role="group" aria-labelledby="request-history">
        <Table>
          <Table.Tbody>
            {steps.map(({ version, state, takenAt, takenByName, note }) => (
              <Table.Tr key={version}>
                <Table.Td fw={600}>{t(`support.${state}`)}</Table.Td>
                <Table.Td>
                  {t('support.historyLine', {
                    when: when(takenAt),
                    name: takenByName ?? t('support.system'),
                  })}
                </Table.Td>
                <Table.Td>{note && <Text>{note}</Text>}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  );
}
