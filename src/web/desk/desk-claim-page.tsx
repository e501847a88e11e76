import '../claims/claims.css';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api, answer } from '../api/client.js';
import { Problem, type Shape } from '../api/problem.js';
import { ClaimStateBadge } from '../claims/claim-card.js';
import { stepWords } from '../claims/claim-words.js';
import { HistoryList } from '../common/history/history-list.js';
import { Page } from '../common/page.js';
import { Part } from '../common/part.js';
import { Empty, Failed, Loading } from '../common/states.js';
import { day } from '../common/words.js';
import { FactList } from '../devices/fact-list.js';
import { t } from '../text/text.js';
import { type Answered, AnswerWindow, type Asked } from './answer-window.js';
import { Outcome, ToClaims } from './desk-claims.js';
import { DeskFiles } from './desk-files.js';
import { DeskMessages } from './desk-messages.js';
import { deskDevice, stepsOf } from './desk-words.js';
import { DueTime } from './due-time.js';

type Claim = Shape<'DeskClaimDetail'>;

const route = getRouteApi('/shell/desk/claims/$id');

/** One claim as its vendor sees it: the fault, photos, history and messages, and the way to answer. */
export function DeskClaimPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['desk-claim', id],
    queryFn: () => answer(api.GET('/api/v1/vendor/claims/{id}', { params: { path: { id } } })),
  });
  if (error instanceof Problem && (error.status === 404 || error.status === 400))
    return (
      <Empty title={t('claims.notFound')} isPage>
        <ToClaims />
      </Empty>
    );
  if (error && !data)
    return <Failed title={t('claims.notShown')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return <Shown key={id} claim={data} />;
}

function Shown({ claim }: { claim: Claim }) {
  const [asked, setAsked] = useState<Asked>();
  const [answered, setAnswered] = useState<Answered>();
  const steps = stepsOf([claim]);
  return (
    <Page
      title={claim.number}
      about={
        <Group gap="xs">
          <ClaimStateBadge state={claim.state} />
          <span>
            {deskDevice(claim)} · {t(`claims.category_${claim.category}`)}
          </span>
        </Group>
      }
      actions={<ToClaims />}
    >
      <DueTime claim={claim} />
      {answered && <Outcome answered={answered} onClose={() => setAnswered(undefined)} />}
      {steps.length > 0 && (
        <Group gap="xs" role="group" aria-label={t('desk.answer')}>
          {steps.map((step, i) => (
            <Button key={step} variant={i === 0 ? 'filled' : 'default'} onClick={() => setAsked(step)}>
              {t(`desk.do_${step}`)}
            </Button>
          ))}
          <Button variant="default" onClick={() => setAsked('details')}>
            {t('desk.do_details')}
          </Button>
        </Group>
      )}
      <div className="claim-parts">
        <Stack>
          <Facts claim={claim} />
          <DeskFiles claim={claim} />
        </Stack>
        <Stack>
          <Said claim={claim} />
          <DeskMessages claimId={claim.id} />
          <History steps={claim.steps} />
        </Stack>
      </div>
      {asked && (
        <AnswerWindow
          claims={[claim]}
          asked={asked}
          onDone={(result) => {
            setAsked(undefined);
            setAnswered(result);
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Page>
  );
}

function Facts({ claim }: { claim: Claim }) {
  const { shipFrom, contact, parts, requestedService } = claim;
  const long = (text: string | null): ReactNode =>
    text === null ? null : <span style={{ whiteSpace: 'pre-line' }}>{text}</span>;
  return (
    <Part id="desk-facts" title={t('claims.facts')}>
      <FactList
        facts={[
          [t('desk.serialNumber'), claim.serialNumber],
          [t('desk.assetTag'), claim.assetTag],
          [t('desk.model'), claim.deviceModel],
          [t('claims.cause'), claim.isAccidental ? t('claims.accident') : t('claims.defect')],
          [t('claims.observed'), long(claim.observed)],
          [t('claims.triedFact'), long(claim.tried)],
          [t('desk.service'), requestedService && t(`coverage.serviceLevel_${requestedService}`)],
          [
            t('desk.parts'),
            parts
              .map(({ quantity, number, description, mustReturn }) =>
                [`${quantity} ×`, number, description, mustReturn && `(${t('desk.partReturns')})`]
                  .filter(Boolean)
                  .join(' '),
              )
              .join('; '),
          ],
          [
            t('desk.shipFrom'),
            shipFrom &&
              [shipFrom.name, shipFrom.street, shipFrom.city, shipFrom.state, shipFrom.postalCode]
                .filter(Boolean)
                .join(', '),
          ],
          [
            t('desk.contact'),
            contact && [contact.name, contact.email, contact.phone].filter(Boolean).join(', '),
          ],
        ]}
      />
    </Part>
  );
}

function Said({ claim }: { claim: Claim }) {
  const facts: [string, string | null][] = [
    [t('claims.outcome'), claim.outcome && t(`claims.outcome_${claim.outcome}`)],
    [t('claims.denialReason'), claim.denialReason && t(`claims.denial_${claim.denialReason}`)],
    [t('desk.reference'), claim.reference],
    [t('desk.rma'), claim.rma],
    [t('desk.expectedOn'), day(claim.expectedOn)],
    [t('claims.trackingOut'), claim.trackingOut],
    [t('claims.trackingBack'), claim.trackingBack],
  ];
  const isEmpty = facts.every(([, value]) => !value);
  return (
    <Part id="desk-said" title={t('desk.said')}>
      {isEmpty ? <Text c="dimmed">{t('desk.saidNothing')}</Text> : <FactList facts={facts} />}
    </Part>
  );
}

function History({ steps }: { steps: Claim['steps'] }) {
  return (
    <section aria-labelledby="desk-history">
      <Title order={2} size="h4" id="desk-history" mb="sm">
        {t('claims.history')}
      </Title>
      <HistoryList
        entries={steps.toReversed().map(({ step, takenAt, by, note }, i) => ({
          id: `${takenAt} ${i}`,
          title: stepWords(step),
          at: takenAt,
          by: t(`desk.by_${by}`),
          changes: [],
          note: note ?? undefined,
        }))}
      />
    </section>
  );
}
