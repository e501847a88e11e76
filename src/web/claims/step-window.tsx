import { Alert, Checkbox, Select, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Problem, type Shape } from '../api/problem.js';
import { FormWindow } from '../common/form-window.js';
import { t } from '../text/text.js';
import {
  type Claim,
  type ClaimStep,
  denialChoices,
  needsAcceptance,
  outcomeChoices,
  warningWords,
} from './claim-words.js';

export type StepBody = Shape<'ClaimStepBody'>;

type Field = 'acceptWarnings' | 'reference' | 'rma' | 'expectedOn' | 'outcome' | 'denialReason' | 'reason';

/** What each step asks for. A step without questions is taken at once. */
const ASKED: Readonly<Record<ClaimStep, readonly Field[]>> = {
  ready: ['acceptWarnings'],
  redraft: [],
  send: ['reference'],
  acknowledge: ['reference', 'rma', 'expectedOn'],
  start: [],
  wait: ['reason'],
  resume: [],
  resolve: ['outcome', 'reason'],
  deny: ['denialReason', 'reason'],
  resubmit: ['reason'],
  reopen: ['reason'],
  close: ['reason'],
  cancel: ['reason'],
};

/** The fields that a step needs, said here beside what the API says of the reason. */
const NEEDED: Readonly<Partial<Record<ClaimStep, Field>>> = {
  send: 'reference',
  resolve: 'outcome',
  deny: 'denialReason',
};

/** What a step takes away from a claim if somebody clears the field. */
const CLEARED: readonly string[] = ['reference', 'rma', 'expectedOn'] satisfies Field[];

/** What a person reads before the step. */
const TEXTS: Readonly<Partial<Record<ClaimStep, () => string>>> = {
  send: () => t('claims.sendText'),
  resubmit: () => t('claims.resubmitText'),
  close: () => t('claims.closeText'),
  cancel: () => t('claims.cancelText'),
};

/** Whether a step is asked about before it is taken. */
export function isAsked(step: ClaimStep, claim: Claim): boolean {
  return step === 'ready' ? needsAcceptance(claim) : ASKED[step].length > 0;
}

interface Props {
  claim: Claim;
  step: ClaimStep;
  /** The step needs a reason. */
  needsNote: boolean;
  isPending: boolean;
  error: Error | null;
  onConfirm: (body: StepBody) => void;
  onClose: () => void;
}

/** Asks for what a step needs, and takes it. */
export function StepWindow({ claim, step, needsNote, isPending, error, onConfirm, onClose }: Props) {
  const [said, setSaid] = useState<Partial<Omit<StepBody, 'step'>>>({});
  const fields = ASKED[step];
  const problem = error instanceof Problem ? error : undefined;
  const isAtField = fields.some((field) => problem?.of(field));
  const confirm = (): void => {
    const given = Object.entries(said).filter(([field, value]) => value !== '' || CLEARED.includes(field));
    // Blank removes what the claim has.
    onConfirm({
      ...Object.fromEntries(given.map(([field, value]) => [field, value === '' ? null : value])),
      step,
    });
  };
  return (
    <FormWindow
      title={t(`claims.ask_${step}`)}
      confirm={t(`claims.do_${step}`)}
      cancel={step === 'cancel' ? t('claims.keep') : undefined}
      isPending={isPending}
      error={error}
      isAtField={isAtField}
      onConfirm={confirm}
      onClose={onClose}
    >
      {TEXTS[step] && <Text>{TEXTS[step]()}</Text>}
      {fields.map((field, i) => (
        <StepField
          key={field}
          field={field}
          claim={claim}
          step={step}
          isFirst={i === 0}
          isRequired={field === 'reason' ? needsNote : NEEDED[step] === field}
          said={said}
          onSay={(more) => setSaid((before) => ({ ...before, ...more }))}
          error={problem?.of(field)}
        />
      ))}
    </FormWindow>
  );
}

interface FieldProps {
  field: Field;
  claim: Claim;
  step: ClaimStep;
  isFirst: boolean;
  isRequired: boolean;
  said: Partial<Omit<StepBody, 'step'>>;
  onSay: (more: Partial<Omit<StepBody, 'step'>>) => void;
  error: string | undefined;
}

function StepField({ field, claim, step, isFirst, isRequired, said, onSay, error }: FieldProps) {
  const common = { required: isRequired, error, 'data-autofocus': isFirst || undefined };
  switch (field) {
    case 'acceptWarnings':
      return (
        <Acceptance claim={claim} isAccepted={said.acceptWarnings === true} onSay={onSay} error={error} />
      );
    case 'outcome':
      return (
        <Select
          {...common}
          label={t('claims.chooseOutcome')}
          data={outcomeChoices()}
          value={said.outcome ?? null}
          onChange={(outcome) => onSay({ outcome: (outcome ?? undefined) as StepBody['outcome'] })}
          placeholder={t('common.chooseOne')}
        />
      );
    case 'denialReason':
      return (
        <Select
          {...common}
          label={t('claims.chooseDenial')}
          data={denialChoices()}
          value={said.denialReason ?? null}
          onChange={(why) => onSay({ denialReason: (why ?? undefined) as StepBody['denialReason'] })}
          placeholder={t('common.chooseOne')}
        />
      );
    case 'reason':
      return (
        <Textarea
          {...common}
          label={reasonLabel(step, isRequired)}
          value={said.reason ?? ''}
          onChange={(event) => onSay({ reason: event.currentTarget.value })}
          maxLength={2000}
          autosize
          minRows={2}
        />
      );
    default: {
      const label = t(`claims.${field}`);
      return (
        <TextInput
          {...common}
          label={isRequired ? label : t('claims.optional', { label })}
          description={field === 'expectedOn' ? undefined : t(`claims.${field}Help`)}
          type={field === 'expectedOn' ? 'date' : 'text'}
          value={said[field] ?? claim[field] ?? ''}
          onChange={(event) => onSay({ [field]: event.currentTarget.value })}
          maxLength={100}
          autoComplete="off"
        />
      );
    }
  }
}

function reasonLabel(step: ClaimStep, isRequired: boolean): string {
  if (step === 'wait' || step === 'resubmit' || step === 'reopen' || step === 'cancel')
    return t(`claims.reason_${step}`);
  return isRequired ? t('claims.reason_cancel') : t('claims.note');
}

/** Repeats the warnings, so that nobody accepts what they have not read. */
function Acceptance({
  claim,
  isAccepted,
  onSay,
  error,
}: {
  claim: Claim;
  isAccepted: boolean;
  onSay: FieldProps['onSay'];
  error: string | undefined;
}) {
  return (
    <>
      <Alert color="orange" title={t('claims.acceptText')}>
        {warningWords(claim.warnings).map((words) => (
          <Text key={words}>{words}</Text>
        ))}
      </Alert>
      <Checkbox
        data-autofocus
        label={t('claims.accept')}
        checked={isAccepted}
        onChange={(event) => onSay({ acceptWarnings: event.currentTarget.checked })}
        error={error && t('claims.acceptNeeded')}
        required
      />
    </>
  );
}
