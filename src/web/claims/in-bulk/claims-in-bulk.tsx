import { Alert, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { wordsOf } from '../../api/problem.js';
import { SelectionBar } from '../../common/table/selection-bar.js';
import { useKeptState } from '../../common/use-kept-state.js';
import { t } from '../../text/text.js';
import type { Claim } from '../claim-words.js';
import { BulkQuestion } from './bulk-question.js';
import { ChecklistsWindow } from './checklists-window.js';
import { OutcomeOfMany, type OutcomeOf } from './outcome-of-many.js';
import { type BulkStep, type Said, type SaidOfVendors, stepAll, STEPS, tickAll } from './take-many.js';
import type { SelectedClaims } from './use-selected-claims.js';

type Asked = { step: BulkStep; said?: Said } | { points: SaidOfVendors };

/** What can be done with the selected claims below them, and what became of it above them. */
export function ClaimsInBulk({ selected, children }: { selected: SelectedClaims; children: ReactNode }) {
  const { claims } = selected;
  const drafts = claims.filter(({ state }) => state === 'draft');
  const queries = useQueryClient();
  const [asked, setAsked] = useState<'send' | 'cancel' | 'check'>();
  // Whoever follows a link to a refused claim finds the others when they come back.
  const [outcome, setOutcome] = useKeptState<OutcomeOf | null>('claims-in-bulk', null);
  const taking = useMutation({
    mutationFn: async (ask: Asked): Promise<OutcomeOf> =>
      'step' in ask
        ? { did: ask.step, ...(await stepAll(ask.step, claims, ask.said ?? {})) }
        : { did: 'check', ...(await tickAll(drafts, ask.points)) },
    onSuccess: async (result) => {
      const { did, refused, failed } = result;
      setAsked(undefined);
      setOutcome(() => result);
      // What did not take the step stays selected, so that somebody can do something else with it. Whoever has checked
      // off points marks the same claims ready next.
      if (did !== 'check') selected.keep([...refused.map(({ claim }) => claim.id), ...(failed?.ids ?? [])]);
      await queries.invalidateQueries();
    },
  });
  const close = (): void => {
    setAsked(undefined);
    taking.reset();
  };
  const isTaking = (step: BulkStep): boolean =>
    taking.isPending && 'step' in taking.variables && taking.variables.step === step;
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
        {drafts.length > 0 && (
          <Button size="sm" variant="default" disabled={taking.isPending} onClick={() => setAsked('check')}>
            {t('claimChecklist.many')}
          </Button>
        )}
        {STEPS.filter((step) => claims.some((claim) => mayTake(claim, step))).map((step) => (
          <Button
            key={step}
            size="sm"
            variant={step === 'cancel' ? 'default' : 'filled'}
            loading={isTaking(step)}
            disabled={taking.isPending}
            onClick={() => (step === 'ready' ? taking.mutate({ step }) : setAsked(step))}
          >
            {t(`claims.do_${step}`)}
          </Button>
        ))}
      </SelectionBar>
      {asked === 'check' && (
        <ChecklistsWindow
          drafts={drafts}
          isPending={taking.isPending}
          error={taking.error}
          onConfirm={(points) => taking.mutate({ points })}
          onClose={close}
        />
      )}
      {(asked === 'send' || asked === 'cancel') && (
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
