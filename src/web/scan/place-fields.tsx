import { Autocomplete, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useField } from '../journal/journal-context.js';
import { wordsIn } from '../common/words.js';
import type { FieldAction } from '../journal/field-actions.js';
import type { Picked } from './actions.js';

interface Props {
  action: FieldAction | undefined;
  picked: Picked;
  onPick: (change: Partial<Picked>) => void;
}

/** Where, to whom, until when: what the action asks for, out of what this device knows. */
export function PlaceFields({ action, picked, onPick }: Props) {
  const has = (field: FieldAction['fields'][number]): boolean => action?.fields.includes(field) ?? false;
  const setAnswer = (name: string, given: string): void =>
    onPick({ answers: { ...picked.answers, [name]: given } });
  return (
    <SimpleGrid cols={{ base: 2, md: 3 }} spacing="xs">
      {has('site') && (
        <SiteField value={picked.site} onChange={(site) => onPick({ site, room: '', cart: '' })} />
      )}
      {has('room') && (
        <PlaceField
          label="Room"
          of="room"
          site={picked.site}
          value={picked.room}
          onChange={(room) => onPick({ room })}
        />
      )}
      {has('cart') && (
        <PlaceField
          label="Cart"
          of="cart"
          site={picked.site}
          value={picked.cart}
          onChange={(cart) => onPick({ cart })}
        />
      )}
      {has('person') && (
        <TextInput
          label="Person"
          description="Their number or e-mail"
          value={picked.person ?? ''}
          onChange={(event) => onPick({ person: event.currentTarget.value })}
        />
      )}
      {has('dueOn') && (
        <TextInput
          label="Due back on"
          type="date"
          value={picked.dueOn ?? ''}
          onChange={(event) => onPick({ dueOn: event.currentTarget.value })}
        />
      )}
      {action?.questions.map((question) => (
        <QuestionField
          key={question.name}
          question={question}
          value={picked.answers?.[question.name] ?? ''}
          onChange={(given) => setAnswer(question.name, given)}
        />
      ))}
      {has('note') && (
        <TextInput
          label="Note"
          value={picked.note ?? ''}
          onChange={(event) => onPick({ note: event.currentTarget.value })}
        />
      )}
    </SimpleGrid>
  );
}

/** A question that only this action asks. */
function QuestionField({
  question: { label, choices, isRequired },
  value,
  onChange,
}: {
  question: FieldAction['questions'][number];
  value: string;
  onChange: (given: string) => void;
}) {
  const shared = { label: wordsIn(label), required: isRequired };
  if (!choices)
    return <TextInput {...shared} value={value} onChange={(event) => onChange(event.currentTarget.value)} />;
  const data = choices.map((choice) => ({ value: choice.value, label: wordsIn(choice.label) }));
  return (
    <Select
      {...shared}
      data={data}
      value={value || null}
      onChange={(given) => onChange(given ?? '')}
      placeholder="Choose one"
      clearable={!isRequired}
      searchable
    />
  );
}

export function SiteField({
  value,
  onChange,
  label = 'Site',
  required = false,
}: {
  value: string | undefined;
  onChange: (code: string | undefined) => void;
  label?: string;
  required?: boolean;
}) {
  const { database } = useField();
  const sites = useLiveQuery(() => database.sites.orderBy('code').toArray(), [database]) ?? [];
  const data = sites.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));
  return (
    <Select
      label={label}
      data={data}
      value={value ?? null}
      onChange={(code) => onChange(code ?? undefined)}
      searchable
      clearable={!required}
      required={required}
      limit={60}
      placeholder="Choose one"
      nothingFoundMessage="No site of yours is called so"
    />
  );
}

export function PlaceField({
  label,
  of,
  site,
  value,
  onChange,
}: {
  label: string;
  of: 'room' | 'cart';
  site: string | undefined;
  value: string | undefined;
  onChange: (name: string) => void;
}) {
  const { database } = useField();
  const known = useLiveQuery(() => placesOf(database, of, site), [database, of, site]) ?? [];
  return (
    <Autocomplete
      label={label}
      data={known}
      value={value ?? ''}
      onChange={onChange}
      limit={30}
      disabled={!site}
    />
  );
}

/** Rooms or carts of a site that have a device in them. */
async function placesOf(
  database: ReturnType<typeof useField>['database'],
  of: 'room' | 'cart',
  site: string | undefined,
): Promise<string[]> {
  if (!site) return [];
  const names = new Set<string>();
  await database.devices
    .where('site')
    .equals(site)
    .each((device) => {
      const name = device[of];
      if (name) names.add(name);
    });
  return [...names].toSorted((a, b) => a.localeCompare(b, undefined, { numeric: true }));
}
