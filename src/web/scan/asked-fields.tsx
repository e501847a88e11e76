import { SimpleGrid, TextInput } from '@mantine/core';
import { lazyWindow } from '../common/lazy-window.js';
import { today, wordsIn } from '../common/words.js';
import type { FieldAction } from '../journal/field-actions.js';
import { t } from '../text/text.js';
import { answerTo, askedQuestions, type Picked } from './actions.js';
import type { Typing } from './choice-field.js';
import { PersonField } from './person-field.js';
import { PlaceField, SiteField } from './place-fields.js';

// Few actions have such a question, and none that is chosen at first.
const ChoiceQuestion = lazyWindow(async () => (await import('./choice-question.js')).ChoiceQuestion);

interface Props {
  action: FieldAction | undefined;
  picked: Picked;
  onPick: (change: Partial<Picked>) => void;
}

/** Where, to whom, until when: what the action asks for. */
export function AskedFields({ action, picked, onPick }: Props) {
  const has = (field: FieldAction['fields'][number]): boolean => action?.fields.includes(field) ?? false;
  const typing = (field: 'site' | 'room' | 'cart'): Typing => [
    picked.typed?.[field],
    (typed) => onPick({ typed: { ...picked.typed, [field]: typed } }),
  ];
  const setAnswer = (name: string, given: string): void =>
    onPick({ answers: { ...picked.answers, [name]: given } });
  return (
    <SimpleGrid cols={2} spacing="xs">
      {has('site') && (
        <div className="asked-wide">
          <SiteField
            value={picked.site}
            onChange={(site) => onPick({ site, room: '', cart: '', typed: { person: picked.typed?.person } })}
            typing={typing('site')}
          />
        </div>
      )}
      {has('room') && (
        <PlaceField
          label={t('common.room')}
          of="room"
          site={picked.site}
          value={picked.room}
          onChange={(room) => onPick({ room })}
          typing={typing('room')}
        />
      )}
      {has('cart') && (
        <PlaceField
          label={t('common.cart')}
          of="cart"
          site={picked.site}
          value={picked.cart}
          onChange={(cart) => onPick({ cart })}
          typing={typing('cart')}
        />
      )}
      {has('person') && (
        <div className="asked-wide">
          <PersonField
            value={picked.person}
            typed={picked.typed?.person?.text}
            onChange={(person) => onPick({ person, typed: { ...picked.typed, person: undefined } })}
            onTyped={(text) =>
              onPick({ typed: { ...picked.typed, person: text === undefined ? text : { text } } })
            }
          />
        </div>
      )}
      {has('dueOn') && (
        <TextInput
          label={t('field.dueOn')}
          type="date"
          value={picked.dueOn ?? ''}
          onChange={(event) => onPick({ dueOn: event.currentTarget.value })}
        />
      )}
      {askedQuestions(picked, action).map((question) => (
        <QuestionField
          key={question.name}
          question={question}
          value={answerTo(picked, question)}
          onChange={(given) => setAnswer(question.name, given)}
        />
      ))}
      {has('note') && (
        <TextInput
          label={t('common.note')}
          value={picked.note ?? ''}
          onChange={(event) => onPick({ note: event.currentTarget.value })}
        />
      )}
    </SimpleGrid>
  );
}

/** A question that only this action asks. */
function QuestionField({
  question: { label, help, type, choices, isRequired, maxLength },
  value,
  onChange,
}: {
  question: FieldAction['questions'][number];
  value: string;
  onChange: (given: string) => void;
}) {
  const shared = {
    label: wordsIn(label),
    description: help ? wordsIn(help) : undefined,
    required: isRequired,
  };
  if (!choices)
    return (
      <TextInput
        {...shared}
        type={type}
        max={type === 'date' ? today() : undefined}
        maxLength={maxLength}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  return (
    <ChoiceQuestion
      {...shared}
      choices={choices}
      value={value}
      onChange={onChange}
      fallback={<TextInput {...shared} placeholder={t('common.chooseOne')} disabled />}
    />
  );
}
