import './claims.css';
import { Alert, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, answer, tagged } from '../api/client.js';
import { Problem, type Shape } from '../api/problem.js';
import { MAY_OPEN } from '../app/navigation.js';
import { HistoryList } from '../common/history/history-list.js';
import { LinkButton } from '../common/link-button.js';
import { Page } from '../common/page.js';
import { Part } from '../common/part.js';
import { Empty, Failed, Loading } from '../common/states.js';
import { useHasDraft } from '../common/use-draft.js';
import { day, money, when } from '../common/words.js';
import { nameOfCoverage } from '../coverages/coverage-words.js';
import { FactList } from '../devices/fact-list.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { ClaimStateBadge } from './claim-card.js';
import { ClaimMessages } from './claim-messages.js';
import { ClaimLevels } from './clocks/claim-levels.js';
import { ClaimDeadlines } from './deadlines/claim-deadlines.js';
import { ClaimEditor, draftName } from './editor/claim-editor.js';
import { ClaimFiles } from './files/claim-files.js';
import { ClaimParts } from './parts/claim-parts.js';
import { ClaimReplacement } from './replacement/claim-replacement.js';
import { ClaimRequest } from './request/claim-request.js';
import { ClaimSteps } from './claim-steps.js';
import { ageWords, deviceWords, stepWords, warningWords } from './claim-words.js';

type Claim = Shape<'ClaimDetail'>;

const route = getRouteApi('/shell/claims/$id');

/** Everything about one claim, and the steps that the person who looks at it can take. */
export function ClaimPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['claim', id],
    queryFn: () => tagged(api.GET('/api/v1/claims/{id}', { params: { path: { id } } })),
  });
  if (error instanceof Problem && (error.status === 404 || error.status === 400)) return <NoClaim />;
  if (error && !data)
    return <Failed title={t('claims.notShown')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return <Shown key={id} claim={data.value} etag={data.etag} />;
}

function Shown({ claim, etag }: { claim: Claim; etag: string }) {
  const session = useSession();
  const isOver = claim.state === 'closed' || claim.state === 'cancelled';
  const edits = may(session, 'warranty:edit') && !isOver;
  const hasDraft = useHasDraft(draftName(claim.id));
  const [isEditing, setIsEditing] = useState(edits && hasDraft);
  return (
    <Page
      title={claim.number}
      about={
        <Group gap="xs">
          <ClaimStateBadge state={claim.state} />
          <span>
            {deviceWords(claim)} · {t(`claims.category_${claim.category}`)} · {ageWords(claim)}
          </span>
        </Group>
      }
      actions={
        <>
          {MAY_OPEN['/claims'](session) && (
            <LinkButton to="/claims" variant="default">
              {t('claims.allClaims')}
            </LinkButton>
          )}
          {edits && !isEditing && (
            <Button variant="default" onClick={() => setIsEditing(true)}>
              {t('common.edit')}
            </Button>
          )}
        </>
      }
    >
      <Warnings claim={claim} />
      {!isEditing && <ClaimSteps claim={claim} etag={etag} />}
      {isEditing && <ClaimEditor claim={claim} etag={etag} onDone={() => setIsEditing(false)} />}
      <div className="claim-parts">
        <Stack>
          <Facts claim={claim} />
          <ClaimRequest claim={claim} />
          <ClaimParts claim={claim} etag={etag} />
        </Stack>
        <Stack>
          <ClaimFiles claim={claim} />
          {!isEditing && <Answer claim={claim} />}
          <ClaimReplacement claim={claim} etag={etag} />
          <ClaimDeadlines claim={claim} etag={etag} />
          <ClaimLevels claim={claim} />
          <ClaimMessages claim={claim} />
          <History steps={claim.steps} />
        </Stack>
      </div>
    </Page>
  );
}

/** Why the vendor may refuse to pay, and who accepted that. */
function Warnings({ claim }: { claim: Claim }) {
  const { warnings, warningsAcceptedAt, warningsAcceptedByName: name } = claim;
  if (warnings.length === 0) return null;
  const at = when(warningsAcceptedAt);
  const acceptance =
    name === null ? t('claims.accepted', { when: at }) : t('claims.acceptedBy', { name, when: at });
  return (
    <Alert color="orange" title={t('claims.warned')}>
      {warningWords(warnings).map((words) => (
        <Text key={words}>{words}</Text>
      ))}
      <Text mt="xs">{warningsAcceptedAt === null ? t('claims.notAccepted') : acceptance}</Text>
    </Alert>
  );
}

function Facts({ claim }: { claim: Claim }) {
  const { deviceId, category, isAccidental, observed, tried, vendorName, siteName, coverageId } = claim;
  const { openedAt, openedByName, resubmissions } = claim;
  return (
    <Part id="claim-facts" title={t('claims.facts')}>
      <FactList
        facts={[
          [
            t('claims.device'),
            <Anchor
              key="device"
              renderRoot={(props) => <Link to="/devices/$id" params={{ id: deviceId }} {...props} />}
            >
              {deviceWords(claim)}
            </Anchor>,
          ],
          [t('claims.site'), siteName],
          [t('claims.category'), t(`claims.category_${category}`)],
          [t('claims.cause'), isAccidental ? t('claims.accident') : t('claims.defect')],
          [t('claims.observed'), <Long key="observed">{observed}</Long>],
          [t('claims.triedFact'), tried === null ? null : <Long key="tried">{tried}</Long>],
          [t('claims.vendor'), vendorName],
          [
            t('claims.coverage'),
            coverageId === null ? t('claims.coverageNone') : <Coverage id={coverageId} />,
          ],
          [
            t('claims.opened'),
            openedByName === null
              ? when(openedAt)
              : t('claims.openedBy', { when: when(openedAt), name: openedByName }),
          ],
          [
            t('claims.resubmissions'),
            resubmissions === 0 ? null : t('claims.times', { count: resubmissions }),
          ],
        ]}
      />
    </Part>
  );
}

function Long({ children }: { children: string }) {
  return <span style={{ whiteSpace: 'pre-line' }}>{children}</span>;
}

/** The coverage that should pay, with its days. */
function Coverage({ id }: { id: string }) {
  const { data, error } = useQuery({
    queryKey: ['coverage', id],
    queryFn: () => answer(api.GET('/api/v1/coverages/{id}', { params: { path: { id } } })),
  });
  if (!data) return error ? t('claims.coverageFailed') : '…';
  return t('claims.coverageWords', {
    name: nameOfCoverage(data),
    from: day(data.startsOn),
    to: day(data.lastOn),
  });
}

/** What came back from the vendor so far. */
function Answer({ claim }: { claim: Claim }) {
  const { outcome, denialReason, reference, rma, expectedOn, trackingOut, trackingBack } = claim;
  const facts: [string, string | null][] = [
    [t('claims.outcome'), outcome && t(`claims.outcome_${outcome}`)],
    [t('claims.denialReason'), denialReason && t(`claims.denial_${denialReason}`)],
    [t('claims.reference'), reference],
    [t('claims.rma'), rma],
    [t('claims.expectedOn'), day(expectedOn)],
    [t('claims.trackingOut'), trackingOut],
    [t('claims.trackingBack'), trackingBack],
    [t('claims.costQuotedCents'), money(claim.costQuotedCents)],
    [t('claims.costApprovedCents'), money(claim.costApprovedCents)],
    [t('claims.costInvoicedCents'), money(claim.costInvoicedCents)],
  ];
  const isEmpty = facts.every(([, value]) => value === null || value === '');
  return (
    <Part id="claim-answer" title={t('claims.answer')}>
      {isEmpty ? <Text c="dimmed">{t('claims.answerNone')}</Text> : <FactList facts={facts} />}
    </Part>
  );
}

/** Who took which step, when and why, latest first. */
function History({ steps }: { steps: Claim['steps'] }) {
  return (
    <section aria-labelledby="claim-history">
      <Stack gap="sm">
        <Title order={2} size="h4" id="claim-history">
          {t('claims.history')}
        </Title>
        <HistoryList
          entries={steps.toReversed().map(({ version, step, takenAt, takenByName, note }) => ({
            id: String(version),
            title: stepWords(step),
            at: takenAt,
            by: takenByName ?? undefined,
            changes: [],
            note: note ?? undefined,
          }))}
        />
      </Stack>
    </section>
  );
}

function NoClaim() {
  return (
    <Empty title={t('claims.notFound')} isPage>
      <p>{t('claims.notFoundText')}</p>
      {MAY_OPEN['/claims'](useSession()) && <LinkButton to="/claims">{t('claims.allClaims')}</LinkButton>}
    </Empty>
  );
}
