import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import { Problem, type Shape } from '../api/problem.js';
import { Failed } from '../common/states.js';
import { t } from '../text/text.js';
import { openPoints } from './checklist/checks.js';
import { ClaimChecklist } from './checklist/claim-checklist.js';
import type { ClaimStep } from './claim-words.js';
import { isAsked, type StepBody, StepWindow } from './step-window.js';

/** Steps that lead a claim back, or away. The first of the others is what most people do next. */
const BACK: readonly string[] = ['redraft', 'cancel'] satisfies ClaimStep[];

/** Buttons for exactly the steps that this person can take now, and what must be done before the claim is ready. */
export function ClaimSteps({ claim, etag }: { claim: Shape<'ClaimDetail'>; etag: string }) {
  const { id, nextSteps } = claim;
  const queries = useQueryClient();
  const [asked, setAsked] = useState<{ step: ClaimStep; needsNote: boolean }>();
  const [refusals, setRefusals] = useState(0);
  const taking = useMutation({
    mutationFn: (body: StepBody) =>
      answer(
        api.POST('/api/v1/claims/{id}/steps', {
          params: { path: { id }, header: { 'If-Match': etag } },
          body,
        }),
      ),
    onSuccess: () => {
      setAsked(undefined);
      setRefusals(0);
    },
    onError: (error) => {
      if (!isChecklistOpen(error)) return;
      setAsked(undefined);
      setRefusals((before) => before + 1);
    },
    // After a refusal too: behind the question, the page then shows what somebody else has changed.
    onSettled: () => queries.invalidateQueries(),
  });
  // A question stays where somebody else has ended the claim meanwhile, because it says so.
  if (nextSteps.length === 0 && !asked) return <ClaimChecklist claim={claim} refusals={0} />;
  const forward = nextSteps.find(({ step }) => !BACK.includes(step))?.step;
  const begin = (step: ClaimStep, needsNote: boolean): void => {
    taking.reset();
    // Nobody is asked to accept warnings first and then told that something else is missing.
    if (step === 'ready' && openPoints(claim.checklist).length > 0) {
      setRefusals((before) => before + 1);
      void queries.invalidateQueries({ queryKey: ['claim', id] });
    } else if (needsNote || isAsked(step, claim)) setAsked({ step, needsNote });
    else taking.mutate({ step });
  };
  return (
    <>
      {taking.error && !asked && !isChecklistOpen(taking.error) && (
        <Failed title={t('claims.notTaken')} error={taking.error} />
      )}
      <Group gap="xs" role="group" aria-label={t('claims.nextSteps')}>
        {nextSteps.map(({ step: name, needsNote }) => {
          const step = name as ClaimStep;
          return (
            <Button
              key={step}
              variant={step === forward ? 'filled' : 'default'}
              loading={taking.isPending && taking.variables.step === step}
              disabled={taking.isPending}
              onClick={() => begin(step, needsNote)}
            >
              {t(`claims.do_${step}`)}
            </Button>
          );
        })}
      </Group>
      <ClaimChecklist claim={claim} refusals={refusals} />
      {asked && (
        <StepWindow
          claim={claim}
          {...asked}
          isPending={taking.isPending}
          error={taking.error}
          onConfirm={taking.mutate}
          onClose={() => {
            taking.reset();
            setAsked(undefined);
          }}
        />
      )}
    </>
  );
}

/** The checklist shows by itself what is open. */
function isChecklistOpen(error: Error): boolean {
  return error instanceof Problem && error.code === 'CLAIM_CHECKLIST_OPEN';
}
