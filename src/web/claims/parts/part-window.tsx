import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Problem, type Shape } from '../../api/problem.js';
import { FormWindow } from '../../common/form-window.js';
import { useTypedScanner } from '../../scan/use-typed-scanner.js';
import { t } from '../../text/text.js';
import { type Claim, useClaimChange } from '../changing/use-claim-change.js';
import { type Part, partsOf, sent } from './part-words.js';

const FIELDS = ['number', 'description', 'quantity', 'mustReturn'] as const;

/** Adds a part to a claim, or changes one. A scanner may type its number. */
export function PartWindow({
  part,
  onClose,
  ...props
}: {
  claim: Claim;
  etag: string;
  /** The part to change. Left out for a new one. */
  part?: Part;
  onClose: () => void;
}) {
  const { parts } = props.claim;
  const [number, setNumber] = useState(part?.number ?? '');
  const [description, setDescription] = useState(part?.description ?? '');
  const [quantity, setQuantity] = useState(String(part?.quantity ?? 1));
  const [mustReturn, setMustReturn] = useState(part?.mustReturn ?? true);
  const saving = useClaimChange(props, partsOf, onClose);
  useTypedScanner(setNumber);
  const index = part ? part.position - 1 : parts.length;
  const save = (): void => {
    const said: Shape<'ClaimPartBody'> = {
      number: number.trim() || null,
      description: description.trim() || null,
      quantity: Number(quantity),
      mustReturn,
    };
    saving.mutate({ parts: [...parts.slice(0, index).map(sent), said, ...parts.slice(index + 1).map(sent)] });
  };
  const problem = saving.error instanceof Problem ? saving.error : undefined;
  const of = (field: (typeof FIELDS)[number]): string | undefined => problem?.of(`parts.${index}.${field}`);
  return (
    <FormWindow
      title={part ? t('claimWork.partEditTitle') : t('claimWork.partAddTitle')}
      confirm={part ? t('common.save') : t('claimWork.partAdd')}
      isPending={saving.isPending}
      error={saving.error}
      isAtField={FIELDS.some(of)}
      noValidate
      onConfirm={save}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('claimWork.partNumber')}
        description={t('claimWork.partNumberHelp')}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        error={of('number')}
        maxLength={100}
        autoComplete="off"
      />
      <TextInput
        label={t('claimWork.partDescription')}
        description={t('claimWork.partDescriptionHelp')}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
        error={of('description')}
        maxLength={200}
        autoComplete="off"
      />
      <NumberInput
        label={t('claimWork.partQuantity')}
        value={quantity}
        onChange={(typed) => setQuantity(String(typed))}
        error={of('quantity')}
        min={1}
        max={99}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        required
      />
      <Checkbox
        label={t('claimWork.partReturns')}
        description={t('claimWork.partReturnsHelp')}
        checked={mustReturn}
        onChange={(event) => setMustReturn(event.currentTarget.checked)}
      />
    </FormWindow>
  );
}
