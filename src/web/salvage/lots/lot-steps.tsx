import { Alert, Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../../api/client.js';
import { Problem, type Shape } from '../../api/problem.js';
import { AskNote } from '../../common/ask-note.js';
import { FormWindow } from '../../common/form-window.js';
import { LinkButton } from '../../common/link-button.js';
import { t } from '../../text/text.js';
import { ApproveWindow } from './approve-window.js';
import { openReturned } from '../returned/returned-words.js';
import type { Lot, LotStep } from './lot-words.js';

type StepBody = Shape<'LotStepBody'>;

/** Steps that lead a lot back, or end it. The first of the others is what most people do next. */
const BACK: readonly string[] = ['disapprove', 'cancel'] satisfies LotStep[];

/** Buttons for exactly the steps that this person can take now, and what each needs. */
export function LotSteps({ lot }: { lot: Lot }) {
  const { id, nextSteps } = lot;
  const queries = useQueryClient();
  const [asked, setAsked] = useState<LotStep>();
  const [missing, setMissing] = useState<string>();
  const taking = useMutation({
    mutationFn: (body: StepBody) =>
      answer(api.POST('/api/v1/lots/{id}/steps', { params: { path: { id } }, body })),
    onSuccess: () => setAsked(undefined),
    // After a refusal too: behind the question, the page then shows what somebody else has changed.
    onSettled: () => queries.invalidateQueries(),
  });
  const close = (): void => {
    taking.reset();
    setAsked(undefined);
  };
  const begin = (step: LotStep): void => {
    taking.reset();
    const why = whatIsMissing(step, lot);
    setMissing(why);
    setAsked(why === undefined ? step : undefined);
  };
  const possible = nextSteps.map(({ step }) => step as LotStep);
  const forward = possible.find((step) => !BACK.includes(step));
  const steps = possible.toSorted((one, other) => Number(BACK.includes(one)) - Number(BACK.includes(other)));
  return (
    <>
      <NextWords lot={lot} steps={steps} />
      {missing !== undefined && (
        <Alert color="orange" role="alert">
          {missing}
        </Alert>
      )}
      {steps.length > 0 && (
        <Group gap="xs" role="group" aria-label={t('lots.nextSteps')}>
          {steps.map((step) =>
            step === 'pick_up' ? (
              <LinkButton key={step} to="/lots/$id/pick-up" params={{ id }}>
                {t('lots.do_pick_up')}
              </LinkButton>
            ) : (
              <Button
                key={step}
                variant={step === forward ? 'filled' : 'default'}
                onClick={() => begin(step)}
              >
                {t(`lots.do_${step}`)}
              </Button>
            ),
          )}
        </Group>
      )}
      {asked && (
        <StepWindow
          lot={lot}
          step={asked}
          isPending={taking.isPending}
          error={taking.error}
          onConfirm={(body) => taking.mutate({ ...body, step: asked })}
          onClose={close}
        />
      )}
    </>
  );
}

/** What happens next, for those who do not take the step themselves. */
function NextWords({ lot, steps }: { lot: Lot; steps: readonly LotStep[] }) {
  const what = whatIsNext(lot);
  if (what === undefined) return null;
  const isOwn = steps.some((step) => !BACK.includes(step));
  return <Text>{t(isOwn ? `lots.next_${what}` : `lots.waits_${what}`)}</Text>;
}

function whatIsNext(lot: Lot) {
  const { state, route } = lot;
  if (state === 'settled' || state === 'cancelled') return undefined;
  // The devices belong to the lessor, so the board does not decide about them.
  if (state === 'frozen' && route === 'lease_return') return 'frozenLease';
  return state === 'picked_up' && lot.obligationsOpen + unexplained(lot) === 0 ? 'allFiled' : state;
}

/** Differences of the pick-up and of what came back that nobody has explained. */
function unexplained({ differences, returned }: Lot): number {
  return differences.filter(({ resolvedAt }) => resolvedAt === null).length + openReturned({ returned });
}

/** Nobody is asked to confirm a step first and then told that something is missing. */
function whatIsMissing(step: LotStep, lot: Lot): string | undefined {
  const { devices, lacks, obligationsOpen } = lot;
  if (step === 'freeze' && devices === 0) return t('lots.freezeEmpty');
  if (step === 'freeze' && lacks.length > 0) return t('lots.freezeLacks');
  const open = unexplained(lot);
  if (step === 'settle' && obligationsOpen + open > 0)
    return t('lots.settleFirst', { papers: obligationsOpen, differences: open });
  return undefined;
}

interface StepWindowProps {
  lot: Lot;
  step: LotStep;
  isPending: boolean;
  error: Error | null;
  onConfirm: (body: Omit<StepBody, 'step'>) => void;
  onClose: () => void;
}

/** Says what a step does, asks for what it needs, and takes it. */
function StepWindow({ lot, step, ...window }: StepWindowProps) {
  const names = { number: String(lot.number) };
  if (step === 'approve' && lot.route !== 'lease_return') return <ApproveWindow lot={lot} {...window} />;
  if (step === 'cancel' || step === 'disapprove')
    return (
      <AskNote
        {...window}
        title={t(`lots.ask_${step}`, names)}
        about={<Text>{t(`lots.text_${step}`)}</Text>}
        label={t('lots.why')}
        isRequired
        confirm={t(`lots.do_${step}`)}
        onConfirm={(note) => window.onConfirm({ note })}
      />
    );
  if (step !== 'freeze' && step !== 'approve' && step !== 'settle') return null;
  return (
    <FormWindow
      {...window}
      title={t(`lots.ask_${step}`, names)}
      confirm={t(`lots.do_${step}`)}
      error={window.error && withoutRows(window.error)}
      onConfirm={() => window.onConfirm({})}
    >
      <Text>
        {step === 'approve' ? t('lots.text_approveLease') : t(`lots.text_${step}`, { count: lot.devices })}
      </Text>
    </FormWindow>
  );
}

/** The page behind the question lists what each device lacks. */
function withoutRows(error: Error): Error {
  return error instanceof Problem ? new Problem(error.status, error.code, error.message) : error;
}
