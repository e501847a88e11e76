import { Alert, Button, Group, Paper, Radio, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Problem, type Shape, wordsOf } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { day, money } from '../common/words.js';
import { SiteField } from '../scan/place-fields.js';
import { t } from '../text/text.js';
import { amountWords, PAYERS } from './purchase-words.js';

type Model = Shape<'AllocationModel'>;
export type Payer = Shape<'PurchaseView'>['payer'];

/** What is typed into the form. */
export interface RequestDraft {
  site: string | undefined;
  schoolYear: string;
  option: string;
  /** Hours or days a week, as the list of prices has them. */
  amount: string;
  payer: Payer;
  payerName: string;
  accountString: string;
  note: string;
}

interface Props {
  model: Model;
  draft: RequestDraft;
  onChange: (change: Partial<RequestDraft>) => void;
  /** The school years that can be asked for; only one where the request is there already. */
  years: readonly string[];
  /** A request that is there already stays with its site. */
  isSiteFixed?: boolean;
  /** The buttons by what they say and do. The first is what most people want. */
  actions: { text: string; onClick: () => void; isPending: boolean }[];
  error: unknown;
  back: { to: '/support' } | { to: '/support/$id'; params: { id: string } };
}

const FIELDS = ['site', 'schoolYear', 'option', 'amount', 'payer', 'payerName', 'accountString', 'note'];

/** What is to be bought, when, and who pays, with its price. */
export function RequestForm({ model, draft, onChange, years, isSiteFixed, actions, error, back }: Props) {
  const problem = error instanceof Problem ? error : undefined;
  const option = model.options.find(({ key }) => key === draft.option);
  const [first, ...others] = actions;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    first?.onClick();
  };
  return (
    <form onSubmit={submit}>
      <Stack maw={620}>
        {!isSiteFixed && (
          <SiteField
            label={t('support.forSite')}
            value={draft.site}
            onChange={(site) => onChange({ site })}
            required
          />
        )}
        <Select
          label={t('support.schoolYear')}
          data={[...years]}
          value={draft.schoolYear}
          onChange={(year) => year && onChange({ schoolYear: year })}
          allowDeselect={false}
          error={problem?.of('schoolYear')}
          disabled={years.length < 2}
        />
        <Radio.Group
          label={t('support.option')}
          value={draft.option}
          onChange={(key) => onChange({ option: key, amount: '' })}
          error={problem?.of('option')}
          required
        >
          <Stack gap="xs" mt={4}>
            {model.options.map((one) => (
              <Radio
                key={one.key}
                value={one.key}
                label={t('support.optionDates', {
                  name: one.name,
                  from: dayInYear(one.from, draft.schoolYear),
                  to: dayInYear(one.to, draft.schoolYear),
                })}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Select
          label={t('support.amount')}
          data={(option?.prices ?? []).map(({ amount, cents }) => ({
            value: String(amount),
            label: `${amountWords({ amount, unit: model.unit })}: ${money(cents)}`,
          }))}
          value={draft.amount || null}
          onChange={(amount) => onChange({ amount: amount ?? '' })}
          placeholder={t('common.chooseOne')}
          error={problem?.of('amount')}
          disabled={!option}
          required
        />
        <PayerFields draft={draft} onChange={onChange} problem={problem} />
        <Textarea
          label={t('support.noteField')}
          value={draft.note}
          onChange={(event) => onChange({ note: event.currentTarget.value })}
          error={problem?.of('note')}
          maxLength={2000}
          autosize
          minRows={2}
        />
        <PriceBox model={model} draft={draft} />
        {error != null && !FIELDS.some((field) => problem?.of(field)) && (
          <Alert color="red" role="alert">
            {wordsOf(error)}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={first?.isPending ?? false}>
            {first?.text}
          </Button>
          {others.map(({ text, onClick, isPending }) => (
            <OtherButton key={text} onClick={onClick} isPending={isPending} text={text} />
          ))}
          <LinkButton {...back} variant="default">
            {t('common.cancel')}
          </LinkButton>
        </Group>
      </Stack>
    </form>
  );
}

/** Checks the form as the first button does, and then does something else. */
function OtherButton({
  text,
  onClick,
  isPending,
}: {
  text: string;
  onClick: () => void;
  isPending: boolean;
}) {
  return (
    <Button
      variant="default"
      loading={isPending}
      onClick={(event) => {
        if (event.currentTarget.form?.reportValidity()) onClick();
      }}
    >
      {text}
    </Button>
  );
}

function PayerFields({
  draft: { payer, payerName, accountString },
  onChange,
  problem,
}: Pick<Props, 'draft' | 'onChange'> & { problem: Problem | undefined }) {
  return (
    <>
      <Radio.Group
        label={t('support.payer')}
        value={payer}
        onChange={(to) => onChange({ payer: to, payerName: '' })}
        error={problem?.of('payer')}
        required
      >
        <Stack gap="xs" mt={4}>
          {Object.entries(PAYERS).map(([value, words]) => (
            <Radio key={value} value={value} label={words()} />
          ))}
        </Stack>
      </Radio.Group>
      {payer !== 'site' && (
        <TextInput
          label={payer === 'gift' ? t('support.payerGiver') : t('support.payerFund')}
          description={payer === 'gift' ? t('support.payerGiverHelp') : undefined}
          value={payerName}
          onChange={(event) => onChange({ payerName: event.currentTarget.value })}
          error={problem?.of('payerName')}
          required={payer === 'gift'}
          maxLength={200}
        />
      )}
      <TextInput
        label={t('support.account')}
        description={t('support.accountHelp')}
        value={accountString}
        onChange={(event) => onChange({ accountString: event.currentTarget.value })}
        error={problem?.of('accountString')}
        maxLength={200}
      />
    </>
  );
}

/** What it costs, before anything is sent. */
function PriceBox({ model, draft }: Pick<Props, 'model' | 'draft'>) {
  const option = model.options.find(({ key }) => key === draft.option);
  const price = option?.prices.find(({ amount }) => String(amount) === draft.amount);
  return (
    <Paper withBorder p="md" component="section" aria-label={t('support.price')} aria-live="polite">
      <Text size="sm" c="dimmed">
        {t('support.price')}
      </Text>
      {option && price ? (
        <>
          <Text size="xl" fw={700}>
            {money(price.cents)}
          </Text>
          <Text size="sm">
            {amountWords({ amount: price.amount, unit: model.unit })}, {option.name}
          </Text>
          <Text size="sm" c="dimmed">
            {t('support.priceWhole', { model: model.name })}
          </Text>
        </>
      ) : (
        <Text>{t('support.unknownPrice')}</Text>
      )}
    </Paper>
  );
}

/** A day of the year, such as `07-01`, in a school year, which runs from July to June. */
function dayInYear(monthAndDay: string, schoolYear: string): string {
  const begins = Number(schoolYear.slice(0, 4));
  return day(`${monthAndDay >= '07-01' ? begins : begins + 1}-${monthAndDay}`);
}

/** What is typed, as the API takes it. */
export function bodyOf(model: Model, draft: RequestDraft): Shape<'PurchaseDraftBody'> {
  const { option, amount, payer, payerName, accountString, note } = draft;
  return {
    model: model.key,
    version: model.version,
    option,
    amount: Number(amount),
    payer,
    payerName: payerName.trim() || null,
    accountString: accountString.trim() || null,
    note: note.trim() || null,
  };
}

/** State of the form, and how it changes. */
export function useDraft(first: RequestDraft): [RequestDraft, (change: Partial<RequestDraft>) => void] {
  const [draft, setDraft] = useState(first);
  return [draft, (change) => setDraft((before) => ({ ...before, ...change }))];
}
