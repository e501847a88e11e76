import { Select, Text, TextInput } from '@mantine/core';
import type { Problem } from '../../api/problem.js';
import { denialChoices, outcomeChoices } from '../../claims/claim-words.js';
import { t } from '../../text/text.js';
import { Rows } from '../rows.js';
import { MEANINGS, rowsOf, withNew, type Word, wordKey, type WordsForm } from './words-draft.js';

interface Props {
  form: WordsForm;
  /** Keys of words that are on the list twice. */
  repeated: ReadonlySet<string>;
  /** Names of the words that are sent, in their order, by which the API names its errors. */
  sent: readonly string[];
  problem: Problem | undefined;
  onChange: (change: Partial<WordsForm>) => void;
}

/** The words of a vendor, each with what it means for a claim. */
export function WordRows({ form, repeated, sent, problem, onChange }: Props) {
  const rows = rowsOf(form);
  return (
    <>
      {rows.length === 0 && (
        <Text c="dimmed" mb="sm">
          {t('words.none')}
        </Text>
      )}
      <Rows
        rows={rows}
        labelOf={(n) => t('words.row', { n: String(n) })}
        removeLabelOf={(n) => t('words.remove', { n: String(n), word: rows[n - 1]?.word.word ?? '' })}
        addLabel={t('words.add')}
        onAdd={() => onChange(withNew(form, ''))}
        onRemove={(index) => onChange({ [rows[index]?.name ?? '']: null })}
      >
        {({ name, word }) => {
          const errorOf = (field: keyof Word): string | undefined =>
            problem?.of(`words.${sent.indexOf(name)}.${field}`);
          return (
            <WordFields
              word={word}
              wordError={repeated.has(wordKey(word.word)) ? t('words.twice') : errorOf('word')}
              errorOf={errorOf}
              onChange={(change) => onChange({ [name]: { ...word, ...change } })}
            />
          );
        }}
      </Rows>
    </>
  );
}

function WordFields({
  word: { word, meaning, outcome, denialReason },
  wordError,
  errorOf,
  onChange,
}: {
  word: Word;
  wordError: string | undefined;
  errorOf: (field: keyof Word) => string | undefined;
  onChange: (change: Partial<Word>) => void;
}) {
  return (
    <>
      <TextInput
        flex="1 1 11rem"
        label={t('words.word')}
        value={word}
        onChange={(event) => onChange({ word: event.currentTarget.value })}
        error={wordError}
        required
        maxLength={200}
        autoComplete="off"
        autoCapitalize="none"
      />
      <Select
        flex="1 1 12rem"
        label={t('words.meaning')}
        data={MEANINGS.map((value) => ({ value, label: t(`words.meaning_${value}`) }))}
        value={meaning}
        // What belongs to another meaning goes with it.
        onChange={(now) => now && onChange({ meaning: now, outcome: null, denialReason: null })}
        error={errorOf('meaning')}
        allowDeselect={false}
        data-meaning
      />
      {meaning === 'resolved' && (
        <Select
          flex="1 1 10rem"
          label={t('words.outcome')}
          data={outcomeChoices()}
          value={outcome}
          onChange={(now) => onChange({ outcome: now as Word['outcome'] })}
          error={errorOf('outcome')}
          placeholder={t('words.inReply')}
          clearable
        />
      )}
      {meaning === 'denied' && (
        <Select
          flex="1 1 10rem"
          label={t('words.denialReason')}
          data={denialChoices()}
          value={denialReason}
          onChange={(now) => onChange({ denialReason: now as Word['denialReason'] })}
          error={errorOf('denialReason')}
          placeholder={t('words.inReply')}
          clearable
        />
      )}
    </>
  );
}
