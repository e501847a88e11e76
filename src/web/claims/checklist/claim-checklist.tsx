import { Alert, Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Shape, wordsOf } from '../../api/problem.js';
import { when } from '../../common/words.js';
import { may } from '../../session/session.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import {
  type Check,
  isAnsweredByRollcall,
  needsReason,
  openPoints,
  refusalOfTick,
  type SaidOfPoint,
  tick,
} from './checks.js';
import { PointFields } from './point-fields.js';

type Claim = Shape<'ClaimDetail'>;

interface Props {
  claim: Claim;
  /** How often this person has asked for “ready” while points were open. Each time, the open points come into view. */
  refusals: number;
}

/** What must be done before a claim is ready: what is done, by whom and when, and what is not. */
export function ClaimChecklist({ claim, refusals }: Props) {
  const { checklist, state } = claim;
  const edits = may(useSession(), 'warranty:edit') && state === 'draft';
  const open = openPoints(checklist);
  const list = useRef<HTMLDivElement>(null);
  const isRefused = refusals > 0 && open.length > 0;
  // Also where the server knew of an open point first, and this page has only just heard of it.
  useEffect(() => {
    if (!isRefused) return;
    const element = list.current?.querySelector<HTMLElement>('[data-open] :is(input, a)');
    // Chromium answers a promise, which React would take for a clean-up.
    element?.closest('[data-open]')?.scrollIntoView({ block: 'center' });
    element?.focus({ preventScroll: true });
  }, [refusals, isRefused]);
  if (checklist.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="claim-checklist">
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Title order={2} size="h4" id="claim-checklist">
            {t('claimChecklist.title')}
          </Title>
          <Text c="dimmed" role="status">
            {t('claimChecklist.open', { count: open.length })}
          </Text>
        </Group>
        {isRefused && (
          <Alert color="orange" role="alert" title={t('claimChecklist.refused')}>
            <ul className="remarks">
              {open.map(({ key, label }) => (
                <li key={key}>{label}</li>
              ))}
            </ul>
          </Alert>
        )}
        <Stack gap="md" ref={list}>
          {checklist.map((point) => (
            <div key={point.key} data-open={point.isDone ? undefined : true}>
              {edits && !isAnsweredByRollcall(point) ? (
                <OnePoint claimId={claim.id} point={point} />
              ) : (
                <Answered point={point} claim={claim} />
              )}
            </div>
          ))}
        </Stack>
      </Stack>
    </Paper>
  );
}

/** A point that this person can check off. Each check mark is saved at once. */
function OnePoint({ claimId, point }: { claimId: string; point: Check }) {
  const { key, isDone, answer, reason } = point;
  const queries = useQueryClient();
  const [typed, setTyped] = useState<SaidOfPoint>();
  // Shown at once, until the answer is there.
  const [sent, setSent] = useState<SaidOfPoint>();
  const saving = useMutation({
    mutationFn: async (said: SaidOfPoint) => {
      const [result] = await tick([claimId], new Map([[key, said]]));
      if (result?.outcome === 'refused') throw new Error(refusalOfTick(result));
    },
    onSuccess: () => setTyped(undefined),
    onSettled: async (_, __, said) => {
      await readAgain(queries, ['claim', claimId]);
      setSent((before) => (before === said ? undefined : before));
    },
  });
  const save = (said: SaidOfPoint): void => {
    setSent(said);
    saving.mutate(said);
  };
  const saved = { isDone, answer: answer ?? undefined, reason: reason ?? undefined };
  const said = typed ?? sent ?? saved;
  const say = (next: SaidOfPoint): void => {
    if (needsReason(next)) setTyped(next);
    else {
      setTyped(undefined);
      save(next);
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (typed) save(typed);
      }}
    >
      <PointFields point={point} said={said} description={<Done point={point} />} onSay={say} />
      {saving.error && (
        <Text c="red" size="sm" role="alert" mt={4}>
          {wordsOf(saving.error)}
        </Text>
      )}
      {(typed ?? (isDone && answer !== null)) && (
        <Group gap="xs" mt="xs">
          {typed && (
            <Button type="submit" size="sm" loading={saving.isPending}>
              {t('common.save')}
            </Button>
          )}
          {!typed && (
            <Button
              size="sm"
              variant="default"
              aria-label={t('claimChecklist.clearOf', { point: point.label })}
              onClick={() => save({ isDone: false })}
            >
              {t('claimChecklist.clear')}
            </Button>
          )}
        </Group>
      )}
    </form>
  );
}

/** Reads again what the page shows. A change of another point may cancel this reading, and then its own is waited for. */
async function readAgain(queries: QueryClient, queryKey: readonly string[]): Promise<void> {
  await queries.invalidateQueries({ queryKey });
  while (queries.isFetching({ queryKey }) > 0)
    await queries.refetchQueries({ queryKey }, { cancelRefetch: false });
}

/** A point that nobody checks off here, because Rollcall answers it or the claim is not a draft any more. */
function Answered({ point, claim }: { point: Check; claim: Claim }) {
  const { isDone, label, answer, reason } = point;
  const Icon = isDone ? IconCircleCheckFilled : IconCircle;
  const color = isDone ? 'var(--mantine-color-green-filled)' : 'var(--mantine-color-dimmed)';
  const chosen = `claimChecklist.answer_${answer}`;
  return (
    <Group gap="sm" wrap="nowrap" align="start">
      <Icon
        size={22}
        style={{ flex: 'none' }}
        color={color}
        role="img"
        aria-label={t(isDone ? 'claimChecklist.done' : 'claimChecklist.notDone')}
      />
      <div>
        <Text>{label}</Text>
        {answer !== null && (
          <Text size="sm">
            {t.has(chosen) ? (t as (key: string) => string)(chosen) : answer}
            {reason !== null && `: ${reason}`}
          </Text>
        )}
        <Text size="sm" c="dimmed" component="div">
          {isAnsweredByRollcall(point) ? <ByRollcall point={point} claim={claim} /> : <Done point={point} />}
        </Text>
      </div>
    </Group>
  );
}

/** Who checked a point off, and when. */
function Done({ point: { doneAt, doneByName: name } }: { point: Check }): ReactNode {
  if (doneAt === null) return null;
  return name === null ? when(doneAt) : t('claimChecklist.doneBy', { name, when: when(doneAt) });
}

function ByRollcall({ point: { kind, isDone }, claim }: { point: Check; claim: Claim }) {
  const words = t('claimChecklist.byRollcall');
  if (isDone || claim.state !== 'draft') return words;
  return (
    <>
      {words}{' '}
      <Anchor href="#claim-files" inherit underline="always">
        {t(kind === 'photo' ? 'claimChecklist.addPhoto' : 'claimChecklist.addProof')}
      </Anchor>
      {kind === 'proof_of_purchase' && (
        <>
          {' '}
          <Anchor
            inherit
            underline="always"
            renderRoot={(props) => <Link to="/devices/$id" params={{ id: claim.deviceId }} {...props} />}
          >
            {t('claimChecklist.addDate')}
          </Anchor>
        </>
      )}
    </>
  );
}
