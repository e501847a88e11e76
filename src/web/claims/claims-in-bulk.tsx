import { Alert, Anchor, Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { api, answer } from '../api/client.js';
import { Problem, type Shape, wordsOf } from '../api/problem.js';
import { useFocusBack } from '../common/lazy-window.js';
import { useKeptState } from '../common/use-kept-state.js';
import { SelectionBar } from '../common/table/selection-bar.js';
import { t } from '../text/text.js';
import { type Claim, refusalOfMany } from './claim-words.js';
import type { SelectedClaims } from './use-selected-claims.js';

/** Steps that many claims can take at once. */
const STEPS = ['ready', 'send', 'cancel'] as const;
type BulkStep = (typeof STEPS)[number];
type Said = Pick<Shape<'ClaimStepsBody'>, 'reference' | 'reason'>;

/** The most claims that the API takes in one request. */
const MOST = 200;

interface Outcome {
  step: BulkStep;
  done: number;
  refused: { claim: Claim; why: string }[];
  /** Where a request failed after others were done: how many claims were not asked for, and why it failed. */
  failed?: { ids: string[]; why: string };
}

/** What can be done with the selected claims below them, and what became of it above them. */
export function ClaimsInBulk({ selected, children }: { selected: SelectedClaims; children: ReactNode }) {
  const { claims } = selected;
  const queries = useQueryClient();
  const [asked, setAsked] = useState<'send' | 'cancel'>();
  // Whoever follows a link to a refused claim finds the others when they come back.
  const [outcome, setOutcome] = useKeptState<Outcome | null>('claims-in-bulk', null);
  const taking = useMutation({
    mutationFn: ({ step, said = {} }: { step: BulkStep; said?: Said }) => stepAll(step, claims, said),
    onSuccess: async (result) => {
      const { refused, failed } = result;
      setAsked(undefined);
      setOutcome(() => result);
      // What did not take the step stays selected, so that somebody can do something else with it.
      selected.keep([...refused.map(({ claim }) => claim.id), ...(failed?.ids ?? [])]);
      await queries.invalidateQueries();
    },
  });
  const close = (): void => {
    setAsked(undefined);
    taking.reset();
  };
  return (
    <>
      {outcome && <OutcomeOfMany outcome={outcome} onClose={() => setOutcome(() => null)} />}
      {taking.error && !asked && (
        <Alert color="red" role="alert">
          {wordsOf(taking.error)}
        </Alert>
      )}
      {children}
      <SelectionBar
        selection={{
          selected: { kind: 'some', ids: new Set(claims.map(({ id }) => id)) },
          count: claims.length,
          has: selected.has,
          toggle: () => undefined,
          add: () => undefined,
          selectAll: () => undefined,
          clear: () => selected.keep([]),
        }}
        total={undefined}
      >
        {STEPS.filter((step) => claims.some((claim) => mayTake(claim, step))).map((step) => (
          <Button
            key={step}
            size="sm"
            variant={step === 'cancel' ? 'default' : 'filled'}
            loading={taking.isPending && taking.variables.step === step}
            disabled={taking.isPending}
            onClick={() => (step === 'ready' ? taking.mutate({ step }) : setAsked(step))}
          >
            {t(`claims.do_${step}`)}
          </Button>
        ))}
      </SelectionBar>
      {asked && (
        <BulkQuestion
          step={asked}
          count={claims.length}
          isPending={taking.isPending}
          error={taking.error}
          onConfirm={(said) => taking.mutate({ step: asked, said })}
          onClose={close}
        />
      )}
    </>
  );
}

function mayTake({ nextSteps }: Claim, step: BulkStep): boolean {
  return nextSteps.some((next) => next.step === step);
}

/** Takes a step for all of them. Each refusal concerns its own claim only. If one request fails, what came before stays. */
async function stepAll(step: BulkStep, claims: readonly Claim[], said: Said): Promise<Outcome> {
  const outcome: Outcome = { step, done: 0, refused: [] };
  for (let from = 0; from < claims.length; from += MOST) {
    const part = claims.slice(from, from + MOST);
    const body = { step, ...said, claims: part.map(({ id }) => id) };
    const answered = await answer(api.POST('/api/v1/claims/steps', { body })).catch((error: Error) => error);
    if (answered instanceof Error) {
      if (from === 0) throw answered;
      return { ...outcome, failed: { ids: claims.slice(from).map(({ id }) => id), why: wordsOf(answered) } };
    }
    for (const result of answered.results) {
      const claim = part[result.index];
      if (result.outcome === 'done' || !claim) outcome.done += 1;
      else outcome.refused.push({ claim, why: refusalOfMany(step, claim, result) });
    }
  }
  return outcome;
}

/** How many claims took the step, and of each other one why it did not. */
function OutcomeOfMany({
  outcome: { step, done, refused, failed },
  onClose,
}: {
  outcome: Outcome;
  onClose: () => void;
}) {
  const element = useRef<HTMLDivElement>(null);
  const isWhole = refused.length === 0 && failed === undefined;
  // The selection may be at the end of a long board.
  useEffect(() => {
    // Chromium answers a promise, which React would take for a clean-up.
    element.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <Alert
      ref={element}
      color={isWhole ? 'green' : 'orange'}
      role={isWhole ? 'status' : 'alert'}
      title={done > 0 ? t(`claims.manyDone_${step}`, { count: done }) : undefined}
      withCloseButton
      closeButtonLabel={t('common.close')}
      onClose={onClose}
    >
      {failed && <Text>{t('claims.manyFailed', { count: failed.ids.length, why: failed.why })}</Text>}
      {refused.length > 0 && (
        <Stack gap={4}>
          <Text fw={600}>{t('claims.manyRefused', { count: refused.length })}</Text>
          {refused.map(({ claim: { id, number }, why }) => (
            <Text key={id}>
              <Anchor renderRoot={(props) => <Link to="/claims/$id" params={{ id }} {...props} />}>
                {number}
              </Anchor>
              {': '}
              {why}
            </Text>
          ))}
        </Stack>
      )}
    </Alert>
  );
}

/** Asks for the reference or the reason, which all of the claims get. */
function BulkQuestion({
  step,
  count,
  isPending,
  error,
  onConfirm,
  onClose,
}: {
  step: 'send' | 'cancel';
  count: number;
  isPending: boolean;
  error: Error | null;
  onConfirm: (said: Said) => void;
  onClose: () => void;
}) {
  const [text, setText] = useState('');
  useFocusBack();
  const isSending = step === 'send';
  const field = isSending ? 'reference' : 'reason';
  const ofField = error instanceof Problem ? error.of(field) : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onConfirm({ [field]: text.trim() });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={isSending ? t('claims.manySend', { count }) : t('claims.manyCancel', { count })}
    >
      <form onSubmit={submit}>
        <Stack>
          {isSending ? (
            <TextInput
              data-autofocus
              label={t('claims.reference')}
              description={t('claims.manySendText')}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              error={ofField}
              required
              maxLength={100}
              autoComplete="off"
            />
          ) : (
            <Textarea
              data-autofocus
              label={t('claims.reason_cancel')}
              description={t('claims.cancelText')}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              error={ofField}
              required
              maxLength={2000}
              autosize
              minRows={3}
            />
          )}
          {error && !ofField && (
            <Alert color="red" role="alert">
              {wordsOf(error)}
            </Alert>
          )}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {isSending ? t('common.cancel') : t('claims.keep')}
            </Button>
            <Button type="submit" loading={isPending}>
              {t(`claims.do_${step}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
