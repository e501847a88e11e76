import { Combobox, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { NoAnswer, wordsOf } from '../api/problem.js';
import { t } from '../text/text.js';
import { lookUpPeople, searchPeople } from './find-people.js';
import { knownPerson, type PersonShown } from './known-people.js';

const SHORTEST = 2;
const PAUSE_MS = 200;
/** The choice of a number that nobody could check. */
const UNCHECKED = '\u0000unchecked';

interface Props {
  /** Number of the person who was chosen. */
  value: string | undefined;
  /** Text that was typed, and that stands for nobody yet. */
  typed: string | undefined;
  /** Somebody was chosen, or nobody any more. That replaces what was typed. */
  onChange: (number: string | undefined) => void;
  onTyped: (text: string | undefined) => void;
  label?: string;
}

/**
 * Somebody, found by name, number or email. Text that nobody was chosen for stays in the field: it is either the exact
 * number or email of one person, or the field says that somebody must be chosen. Without a network nobody can be found: then a number is taken as it is
 * typed, and the page says that it is checked later.
 */
export function PersonField({ value, typed, onChange, onTyped, label }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const wanted = (typed ?? '').trim();
  const [unclear, setUnclear] = useState<string>();
  const latest = useRef(wanted);
  useEffect(() => {
    latest.current = wanted;
  }, [wanted]);
  const [asked] = useDebouncedValue(wanted, PAUSE_MS);
  const { data, error, isFetching } = useQuery({
    queryKey: ['people-search', asked],
    queryFn: ({ signal }) => searchPeople(asked, signal),
    enabled: asked.length >= SHORTEST,
    retry: false,
    placeholderData: (before) => before,
  });
  const choose = (number: string | undefined): void => {
    onChange(number);
    combobox.closeDropdown();
  };
  const settle = async (): Promise<void> => {
    combobox.closeDropdown();
    if (wanted === '') return onTyped(undefined);
    const number = await numberOf(wanted);
    if (latest.current !== wanted) return;
    if (number === undefined) setUnclear(wanted);
    else onChange(number);
  };
  const isCurrent = asked === wanted && !isFetching;
  const person = value === undefined ? undefined : knownPerson(value);
  const shown = value === undefined ? '' : (person?.name ?? value);
  return (
    <Combobox store={combobox} onOptionSubmit={(given) => choose(given === UNCHECKED ? wanted : given)}>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          ref={input}
          label={label ?? t('common.person')}
          placeholder={label === undefined ? t('scan.personHint') : undefined}
          value={typed ?? shown}
          error={unclear === wanted && wanted !== '' ? t('scan.personUnclear', { text: wanted }) : undefined}
          description={
            typed === undefined && value
              ? person
                ? personDetails(person)
                : t('scan.personUncheckedText')
              : undefined
          }
          onChange={(event) => {
            const text = event.currentTarget.value;
            setUnclear(undefined);
            if (text === '') onChange(undefined);
            // A scanner that has typed into this field puts back what was there.
            else onTyped(text === shown ? undefined : text);
            combobox.openDropdown();
          }}
          onFocus={(event) => event.currentTarget.select()}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onTyped(undefined);
            if (event.key === 'Enter' && combobox.getSelectedOptionIndex() === -1) void settle();
          }}
          onBlur={() => void settle()}
          autoComplete="off"
          spellCheck={false}
          rightSection={
            isFetching ? (
              <Loader size="xs" />
            ) : (
              (value || typed) && (
                <Combobox.ClearButton
                  onClear={() => {
                    choose(undefined);
                    input.current?.focus();
                  }}
                />
              )
            )
          }
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={wanted.length < SHORTEST}>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
          {!error && data?.map((one) => <PersonOption key={one.number} person={one} />)}
          {isCurrent && !error && data?.length === 0 && (
            <Combobox.Empty>{t('scan.personNone', { text: asked })}</Combobox.Empty>
          )}
          {error instanceof NoAnswer && (
            <Combobox.Option value={UNCHECKED}>
              <Text fw={600}>{t('scan.personUnchecked', { number: wanted })}</Text>
              <Text size="sm" c="dimmed">
                {t('scan.personUncheckedText')}
              </Text>
            </Combobox.Option>
          )}
          {error && !(error instanceof NoAnswer) && <Combobox.Empty>{wordsOf(error)}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** The number of the one person who has exactly this number or email. */
async function numberOf(text: string): Promise<string | undefined> {
  const known = knownPerson(text);
  if (known || text.includes(',')) return known?.number;
  // Without an answer nobody can be found: then a number must be chosen as it is.
  const found = await lookUpPeople([text]).catch(() => undefined);
  const [person, ...others] = found?.get(text) ?? [];
  return others.length === 0 ? person?.number : undefined;
}

function PersonOption({ person }: { person: PersonShown }) {
  return (
    <Combobox.Option value={person.number}>
      <Text fw={600}>{person.name}</Text>
      <Text size="sm" c="dimmed">
        {personDetails(person)}
      </Text>
    </Combobox.Option>
  );
}

/** Number, grade and site: what tells two people of one name apart. */
export function personDetails({ number, grade, siteName, leftOn }: PersonShown): string {
  return [number, grade && t('scan.grade', { grade }), siteName, leftOn && t('scan.hasLeft')]
    .filter(Boolean)
    .join(' · ');
}
