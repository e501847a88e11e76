import { Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import { Problem, type Shape } from '../api/problem.js';
import { centsOf } from '../common/dollars.js';
import { FormWindow } from '../common/form-window.js';
import { MoneyInput } from '../common/money-input.js';
import { denialChoices, outcomeChoices } from '../claims/claim-words.js';
import { refusalText } from '../text/refusals.js';
import { t } from '../text/text.js';
import type { DeskAnswer, DeskClaim, DeskStep } from './desk-words.js';

export interface Answered {
  done: number;
  refused: { claim: DeskClaim; why: string }[];
}

type Field = Exclude<keyof DeskAnswer, 'step'>;
/** `details`: what somebody says without taking a step. */
export type Asked = DeskStep | 'details';

const FIELDS: Readonly<Record<Asked, readonly Field[]>> = {
  acknowledge: ['reference', 'rma', 'expectedOn', 'note'],
  start: ['expectedOn', 'note'],
  wait: ['note'],
  resolve: ['outcome', 'replacementSerial', 'costCents', 'note'],
  deny: ['denialReason', 'note'],
  details: ['reference', 'rma', 'expectedOn', 'costCents', 'note'],
};

const NEEDED: readonly Field[] = ['outcome', 'denialReason'];

/** Asks what a vendor answers, and answers one claim or many. Each refusal concerns its own claim. */
export function AnswerWindow({
  claims,
  asked,
  onDone,
  onClose,
}: {
  claims: readonly DeskClaim[];
  asked: Asked;
  onDone: (answered: Answered) => void;
  onClose: () => void;
}) {
  const [said, setSaid] = useState<Record<string, string>>({});
  const queries = useQueryClient();
  const answering = useMutation({
    mutationFn: () => answerAll(claims, bodyOf(asked, said)),
    onSuccess: async (answered) => {
      await queries.invalidateQueries();
      onDone(answered);
    },
  });
  const { error } = answering;
  const problem = error instanceof Problem ? error : undefined;
  const fields = FIELDS[asked].filter((field) => field !== 'replacementSerial' || claims.length === 1);
  const shown = fields.filter((field) => field !== 'replacementSerial' || said['outcome'] === 'replaced');
  return (
    <FormWindow
      title={t(`desk.ask_${asked}`, { count: claims.length })}
      confirm={t(`desk.do_${asked}`)}
      isPending={answering.isPending}
      error={error}
      onConfirm={() => answering.mutate()}
      onClose={onClose}
    >
      {shown.map((field, i) => (
        <AnswerField
          key={field}
          field={field}
          isFirst={i === 0}
          isRequired={NEEDED.includes(field) || (asked === 'wait' && field === 'note')}
          value={said[field] ?? ''}
          onSay={(value) => setSaid((before) => ({ ...before, [field]: value }))}
          error={problem?.errors.find((one) => one.field.endsWith(`.${field}`))?.detail}
        />
      ))}
    </FormWindow>
  );
}

function AnswerField({
  field,
  isFirst,
  isRequired,
  value,
  onSay,
  error,
}: {
  field: Field;
  isFirst: boolean;
  isRequired: boolean;
  value: string;
  onSay: (value: string) => void;
  error: string | undefined;
}) {
  const name = t(`desk.${field}`);
  const label = isRequired ? name : t('claims.optional', { label: name });
  const common = { label, required: isRequired, error, 'data-autofocus': isFirst || undefined };
  switch (field) {
    case 'outcome':
    case 'denialReason':
      return (
        <Select
          {...common}
          data={field === 'outcome' ? outcomeChoices() : denialChoices()}
          value={value || null}
          onChange={(choice) => onSay(choice ?? '')}
          placeholder={t('common.chooseOne')}
        />
      );
    case 'note':
      return (
        <Textarea
          {...common}
          value={value}
          onChange={(event) => onSay(event.currentTarget.value)}
          maxLength={1500}
          autosize
          minRows={2}
        />
      );
    case 'costCents':
      return <MoneyInput label={label} value={value} onChange={onSay} error={error} />;
    default:
      return (
        <TextInput
          {...common}
          type={field === 'expectedOn' ? 'date' : 'text'}
          value={value}
          onChange={(event) => onSay(event.currentTarget.value)}
          maxLength={100}
          autoComplete="off"
        />
      );
  }
}

function bodyOf(asked: Asked, said: Record<string, string>): DeskAnswer {
  const { costCents = '', ...texts } = said;
  const given = Object.fromEntries(Object.entries(texts).filter(([, value]) => value.trim() !== ''));
  const cents = centsOf(costCents);
  return {
    ...given,
    ...(cents === null ? {} : { costCents: cents }),
    ...(asked === 'details' ? {} : { step: asked }),
  };
}

/** The most claims that the API takes in one request. */
const MOST = 200;

async function answerAll(claims: readonly DeskClaim[], said: DeskAnswer): Promise<Answered> {
  const answered: Answered = { done: 0, refused: [] };
  for (let from = 0; from < claims.length; from += MOST) {
    const part = claims.slice(from, from + MOST);
    const body = { answers: part.map(({ id }) => ({ ...said, claim: id })) };
    const { results } = await answer(api.POST('/api/v1/vendor/claims/answers', { body }));
    for (const result of results) note(answered, part[result.index], result);
  }
  return answered;
}

function note(answered: Answered, claim: DeskClaim | undefined, result: Shape<'DeskAnswerResult'>): void {
  if (result.outcome === 'done' || !claim) answered.done += 1;
  else answered.refused.push({ claim, why: refusalText(result.code ?? '') ?? result.detail ?? '' });
}
