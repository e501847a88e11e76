import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { Problem } from '../../api/problem.js';
import { centsOf, dollarsOf } from '../../common/dollars.js';
import { MoneyInput } from '../../common/money-input.js';
import { today } from '../../common/words.js';
import { FormWindow } from '../../common/form-window.js';
import { t } from '../../text/text.js';
import { type Claim, useClaimChange } from '../changing/use-claim-change.js';
import type { DeadlineKind } from './deadlines.js';

interface Props {
  claim: Claim;
  etag: string;
  onClose: () => void;
}

/** Notes that the district has done what it had to do in time. */
export function DoneWindow({ kind, ...props }: Props & { kind: DeadlineKind }) {
  return kind === 'quote' ? <QuoteApproved {...props} /> : <PartReturned {...props} />;
}

function PartReturned({ onClose, ...props }: Props) {
  const [on, setOn] = useState(today);
  const saving = useClaimChange(props, ({ partReturnedOn }) => partReturnedOn, onClose);
  const problem = saving.error instanceof Problem ? saving.error.of('partReturnedOn') : undefined;
  const [isMissing, setIsMissing] = useState(false);
  const missing = isMissing && on === '' ? t('claimWork.dayMissing') : undefined;
  const save = (): void => {
    setIsMissing(on === '');
    if (on !== '') saving.mutate({ partReturnedOn: on });
  };
  return (
    <FormWindow
      title={t('claimWork.partReturnedTitle')}
      confirm={t('claimWork.done_part')}
      isPending={saving.isPending}
      error={saving.error}
      isAtField={problem !== undefined}
      noValidate
      onConfirm={save}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        type="date"
        label={t('claimWork.partReturnedOn')}
        value={on}
        onChange={(event) => setOn(event.currentTarget.value)}
        error={problem ?? missing}
        required
      />
    </FormWindow>
  );
}

function QuoteApproved({ onClose, ...props }: Props) {
  const [dollars, setDollars] = useState(() => dollarsOf(props.claim.costQuotedCents));
  const saving = useClaimChange(props, quoteOf, onClose);
  const problem = saving.error instanceof Problem ? saving.error.of('costApprovedCents') : undefined;
  const [isMissing, setIsMissing] = useState(false);
  const missing = isMissing && dollars === '' ? t('claimWork.amountMissing') : undefined;
  const save = (): void => {
    setIsMissing(dollars === '');
    if (dollars !== '') saving.mutate({ costApprovedCents: centsOf(dollars) });
  };
  return (
    <FormWindow
      title={t('claimWork.quoteTitle')}
      confirm={t('claimWork.done_quote')}
      isPending={saving.isPending}
      error={saving.error}
      isAtField={problem !== undefined}
      noValidate
      onConfirm={save}
      onClose={onClose}
    >
      <MoneyInput
        label={t('claims.costApprovedCents')}
        help={t('claimWork.quoteHelp')}
        value={dollars}
        onChange={setDollars}
        error={problem ?? missing}
      />
    </FormWindow>
  );
}

/** Nobody approves an amount that somebody else has just changed. */
const quoteOf = ({ costQuotedCents, costApprovedCents }: Claim): unknown => [
  costQuotedCents,
  costApprovedCents,
];
