import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import { Failed } from '../common/states.js';
import { t } from '../text/text.js';
import type { Claim, ClaimStep } from './claim-words.js';
import { isAsked, type StepBody, StepWindow } from './step-window.js';

/** Steps that lead a claim back, or away. The first of the others is what most people do next. */
const BACK: readonly string[] = ['redraft', 'cancel'] satisfies ClaimStep[];

/** Buttons for exactly the steps that this person can take now. */
export function ClaimSteps({ claim, etag }: { claim: Claim; etag: string }) {
  const { id, nextSteps } = claim;
  const queries = useQueryClient();
  const [asked, setAsked] = useState<{ step: ClaimStep; needsNote: boolean }>();
  const taking = useMutation({
    mutationFn: (body: StepBody) =>
      answer(
        api.POST('/api/v1/claims/{id}/steps', {
          params: { path: { id }, header: { 'If-Match': etag } },
          body,
        }),
      ),
    onSuccess: () => setAsked(undefined),
    // After a refusal too: behind the question, the page then shows what somebody else has changed.
    onSettled: () => queries.invalidateQueries(),
  });
  // A question stays where somebody else has ended the claim meanwhile, because it says so.
  if (nextSteps.length === 0 && !asked) return null;
  const forward = nextSteps.find(({ step }) => !BACK.includes(step))?.step;
  const begin = (step: ClaimStep, needsNote: boolean): void => {
    taking.reset();
    if (needsNote || isAsked(step, claim)) setAsked({ step, needsNote });
    else taking.mutate({ step });
  };
  return (
    <>
      {taking.error && !asked && <Failed title={t('claims.notTaken')} error={taking.error} />}
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
