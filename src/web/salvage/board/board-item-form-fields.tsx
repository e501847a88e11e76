import {
  MultiSelect,
  NativeSelect,
  NumberInput,
  Paper,
  SimpleGrid,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../../api/client.js';
import { type FieldsProps, type FilledRecord, RecordForm } from '../../common/form/record-form.js';
import { wholeList } from '../../devices/register-choices.js';
import { t } from '../../text/text.js';
import { titleOf } from '../lots/lot-words.js';
import { NoteField } from '../note-field.js';
import { type BoardItemForm, ITEM_FIELDS } from './board-item-form.js';
import { type Decision, decisionChoices, findingChoices } from './board-words.js';
import { FindingWords } from './finding-words.js';
import { ProposedFinding } from './proposed-finding.js';
import { useFindings } from './use-findings.js';

type Fields = FieldsProps<BoardItemForm>;

interface Props {
  record: FilledRecord<BoardItemForm>;
  /** A lot was approved by the item: only its note can change. */
  isUsed?: boolean;
  submit: string;
}

/** The form of a board item: the meeting, what the board finds, and how it decided. */
export function BoardItemFormFields({ record, isUsed = false, submit }: Props) {
  return (
    <RecordForm record={record} submit={submit} ownErrors={ITEM_FIELDS}>
      {(fields) => (
        <>
          {isUsed ? (
            <Text>{t('boardItems.used')}</Text>
          ) : (
            <>
              <MeetingFields {...fields} />
              <LotsField {...fields} />
              <FindingFields {...fields} />
              <DecisionFields {...fields} />
            </>
          )}
          <NoteField {...fields} />
        </>
      )}
    </RecordForm>
  );
}

function MeetingFields({ form, onChange, problem }: Fields) {
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          type="date"
          label={t('boardItems.meetingOn')}
          value={form.meetingOn}
          onChange={(event) => onChange({ meetingOn: event.currentTarget.value })}
          error={problem?.of('meetingOn')}
          required
        />
        <TextInput
          label={t('boardItems.number')}
          value={form.number}
          onChange={(event) => onChange({ number: event.currentTarget.value })}
          error={problem?.of('number')}
          required
          maxLength={50}
          autoComplete="off"
        />
      </SimpleGrid>
      <TextInput
        label={t('boardItems.itemTitle')}
        description={t('boardItems.itemTitleHelp')}
        value={form.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
        error={problem?.of('title')}
        required
        maxLength={300}
        autoComplete="off"
      />
    </>
  );
}

function FindingFields({ form, onChange, problem }: Fields) {
  const { data } = useFindings();
  const rule = data?.items.find(({ finding }) => finding === form.finding);
  return (
    <>
      <ProposedFinding lots={form.lots} chosen={form.finding} onUse={(finding) => onChange({ finding })} />
      <NativeSelect
        label={t('boardItems.finding')}
        description={t('boardItems.findingHelp')}
        data={[{ value: '', label: t('common.chooseOne') }, ...findingChoices()]}
        value={form.finding}
        onChange={(event) => onChange({ finding: event.currentTarget.value })}
        error={problem?.of('finding')}
        required
      />
      {form.finding === 'other' && (
        <Textarea
          label={t('boardItems.findingText')}
          value={form.findingText}
          onChange={(event) => onChange({ findingText: event.currentTarget.value })}
          error={problem?.of('findingText')}
          required
          maxLength={4000}
          autosize
          minRows={3}
        />
      )}
      {rule && rule.words !== null && (
        <Paper withBorder p="sm">
          <FindingWords of={rule} />
        </Paper>
      )}
    </>
  );
}

function DecisionFields({ form, onChange, problem }: Fields) {
  const isDecided = form.decision !== 'planned';
  const count = (name: 'present' | 'yes') => (
    <NumberInput
      label={t(`boardItems.${name}`)}
      value={form[name]}
      onChange={(value) => onChange({ [name]: String(value) })}
      error={problem?.of(name)}
      allowNegative={false}
      allowDecimal={false}
      hideControls
      required={form.decision === 'approved' || form.decision === 'in_part'}
    />
  );
  const date = (name: 'validFrom' | 'validTo') => (
    <TextInput
      type="date"
      label={t('lots.optional', { label: t(`boardItems.${name}`) })}
      description={t(`boardItems.${name}Help`)}
      value={form[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      error={problem?.of(name)}
    />
  );
  return (
    <>
      <NativeSelect
        label={t('boardItems.decision')}
        description={t('boardItems.decisionHelp')}
        data={decisionChoices()}
        value={form.decision}
        onChange={(event) => onChange({ decision: event.currentTarget.value as Decision })}
        error={problem?.of('decision')}
      />
      {isDecided && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {count('present')}
          {count('yes')}
        </SimpleGrid>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {date('validFrom')}
        {date('validTo')}
      </SimpleGrid>
    </>
  );
}

/** A page of the API. */
const LIMIT = 200;

function LotsField({ form, onChange, problem }: Fields) {
  const { data } = useQuery({
    queryKey: ['lots', 'all'],
    queryFn: () =>
      wholeList((cursor) => answer(api.GET('/api/v1/lots', { params: { query: { limit: LIMIT, cursor } } }))),
  });
  // What has left is not decided on any more; what the item names already can still be removed.
  const choices = (data ?? [])
    .filter(({ id, state }) => ['open', 'frozen', 'approved'].includes(state) || form.lots.includes(id))
    .map((lot) => ({ value: lot.id, label: titleOf(lot) }));
  return (
    <MultiSelect
      label={t('lots.optional', { label: t('boardItems.lots') })}
      description={t('boardItems.lotsHelp')}
      data={choices}
      // Before the names are there, the field would show ids.
      value={data ? [...form.lots] : []}
      onChange={(lots) => onChange({ lots })}
      error={problem?.of('lots') ?? problem?.errors.find(({ field }) => field.startsWith('lots.'))?.detail}
      nothingFoundMessage={t('lots.nothing')}
      searchable
      clearable
    />
  );
}
