import { FileInput, NumberInput, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../../api/client.js';
import { Problem, type Shape } from '../../api/problem.js';
import { ACCEPTED } from '../../common/files/prepared-file.js';
import { centsOf, dollarsOf } from '../../common/dollars.js';
import { FormWindow } from '../../common/form-window.js';
import { MoneyInput } from '../../common/money-input.js';
import { today } from '../../common/words.js';
import { t } from '../../text/text.js';
import { sendPaper } from './send-paper.js';
import type { Obligation } from './lot-words.js';

/** To file what is owed, to say why nobody has to, or to choose another day. */
export type Asked = 'file' | 'waive' | 'move';

interface Form {
  filedOn: string;
  reference: string;
  dollars: string;
  weight: string;
  dueOn: string;
  reason: string;
  paper: File | null;
}

interface Props {
  lotId: string;
  obligation: Obligation;
  what: Asked;
  onClose: () => void;
}

export function ObligationWindow({ lotId, obligation, what, onClose }: Props) {
  const { kind } = obligation;
  const name = t(`lots.obligation_${kind}`);
  const queries = useQueryClient();
  const [form, setForm] = useState<Form>(() => formOf(obligation));
  const change = (changed: Partial<Form>): void => setForm((before) => ({ ...before, ...changed }));
  const filing = useMutation({
    mutationFn: async () => {
      const path = { id: lotId, kind };
      const body = bodyOf(what, kind, form);
      await answer(api.PUT('/api/v1/lots/{id}/obligations/{kind}', { params: { path }, body }));
      if (what === 'file' && form.paper) await sendPaper(lotId, kind, form.paper);
    },
    onSuccess: onClose,
    // What was filed before its paper failed is there too.
    onSettled: () => queries.invalidateQueries(),
  });
  const problem = filing.error instanceof Problem ? filing.error : undefined;
  const isAtField = FIELDS[what].some((field) => problem?.of(field));
  const fields = { kind, form, problem, onChange: change };
  return (
    <FormWindow
      title={t(`lots.ask_${what}`, { name })}
      confirm={t(CONFIRM[what])}
      isPending={filing.isPending}
      error={filing.error}
      isAtField={isAtField}
      noValidate={what === 'file'}
      onConfirm={() => filing.mutate()}
      onClose={onClose}
    >
      {what === 'file' && <FileFields {...fields} />}
      {what === 'waive' && (
        <Textarea
          data-autofocus
          label={t('lots.why')}
          description={t('lots.waiveHelp')}
          value={form.reason}
          onChange={(event) => change({ reason: event.currentTarget.value })}
          error={problem?.of('waivedBecause') ?? problem?.of('filedOn')}
          required
          maxLength={1000}
          autosize
          minRows={2}
        />
      )}
      {what === 'move' && (
        <>
          <Text>{t('lots.moveDueText')}</Text>
          <TextInput
            data-autofocus
            type="date"
            label={t('lots.dueOn')}
            value={form.dueOn}
            onChange={(event) => change({ dueOn: event.currentTarget.value })}
            error={problem?.of('dueOn') ?? problem?.of('filedOn')}
            required
          />
        </>
      )}
    </FormWindow>
  );
}

const CONFIRM = { file: 'lots.file', waive: 'lots.waive', move: 'lots.moveDue' } as const;

const FIELDS: Readonly<Record<Asked, readonly string[]>> = {
  file: ['filedOn', 'reference', 'amountCents', 'weightKg'],
  waive: ['waivedBecause', 'filedOn'],
  move: ['dueOn', 'filedOn'],
};

interface FieldsProps {
  kind: Obligation['kind'];
  form: Form;
  problem: Problem | undefined;
  onChange: (change: Partial<Form>) => void;
}

function FileFields({ kind, form, problem, onChange }: FieldsProps) {
  const isMoney = kind === 'price' || kind === 'payment';
  return (
    <>
      <TextInput
        data-autofocus
        type="date"
        label={t('lots.dayOfPaper')}
        value={form.filedOn}
        onChange={(event) => onChange({ filedOn: event.currentTarget.value })}
        error={problem?.of('filedOn')}
        required
      />
      {isMoney && (
        <MoneyInput
          label={t('lots.amount')}
          value={form.dollars}
          onChange={(dollars) => onChange({ dollars })}
          error={problem?.of('amountCents')}
        />
      )}
      {kind === 'weights' && (
        <NumberInput
          label={t('lots.weight')}
          value={form.weight}
          onChange={(weight) => onChange({ weight: String(weight) })}
          error={problem?.of('weightKg')}
          allowNegative={false}
          decimalScale={3}
          hideControls
          required
        />
      )}
      <TextInput
        label={t('lots.optional', { label: t('lots.reference') })}
        description={t('lots.referenceHelp')}
        value={form.reference}
        onChange={(event) => onChange({ reference: event.currentTarget.value })}
        error={problem?.of('reference')}
        maxLength={200}
        autoComplete="off"
      />
      <FileInput
        label={t('lots.optional', { label: t('lots.paper') })}
        description={t('lots.paperHelp')}
        placeholder={t('lots.choosePaper')}
        accept={ACCEPTED}
        value={form.paper}
        onChange={(paper) => onChange({ paper })}
        clearable
      />
    </>
  );
}

function formOf({ filedOn, reference, amountCents, weightKg, dueOn }: Obligation): Form {
  return {
    filedOn: filedOn ?? today(),
    reference: reference ?? '',
    dollars: dollarsOf(amountCents),
    weight: weightKg === null ? '' : String(weightKg),
    dueOn,
    reason: '',
    paper: null,
  };
}

/** What is blank is left out, so that the API says at which field something is missing. */
function bodyOf(what: Asked, kind: Obligation['kind'], form: Form): Shape<'ObligationBody'> {
  if (what === 'waive') return form.reason.trim() ? { waivedBecause: form.reason.trim() } : {};
  if (what === 'move') return form.dueOn ? { dueOn: form.dueOn } : {};
  const isMoney = kind === 'price' || kind === 'payment';
  return {
    ...(form.filedOn && { filedOn: form.filedOn }),
    reference: form.reference.trim() || null,
    amountCents: isMoney ? centsOf(form.dollars) : null,
    weightKg: form.weight.trim() ? Number(form.weight) : null,
  };
}
