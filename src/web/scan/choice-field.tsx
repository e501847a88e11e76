import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { folded } from '../common/folded.js';
import type { Typed } from './actions.js';

/** To find others, people type a few letters of the name. */
const MOST_SHOWN = 60;
/** The value of the choice that adds the typed text. No room or cart can have this name. */
const ADD = '\u0000add';

interface Choice {
  value: string;
  label: string;
}

/** Text that is typed but not chosen yet, and how to change it. A page keeps it if its scans depend on it. */
export type Typing = readonly [typed: Typed | undefined, onTyped: (typed: Typed | undefined) => void];

interface Props {
  label: string;
  choices: readonly Choice[];
  value: string | undefined;
  onChange: (value: string) => void;
  typing?: Typing;
  /** The error for text that is no choice. */
  unclear: (text: string) => string;
  /** The words of the choice that adds the typed text. Left out if nothing can be added. */
  add?: (text: string) => string;
  empty: string;
  placeholder: string;
  description?: string;
  disabled?: boolean;
  required?: boolean;
}

/**
 * One of many, found by a part of its name. An exact name is taken as soon as the field is left. Other text stays in
 * the field, and no form is sent while it is there, because the person means something else than the earlier choice.
 */
export function ChoiceField({ choices, value, onChange, typing, unclear, add, empty, ...field }: Props) {
  const own = useState<Typed>();
  const [typed, setTyped] = typing ?? own;
  const [isLeft, setIsLeft] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const shown = choices.find((one) => one.value === value)?.label ?? value ?? '';
  const wanted = typed?.text.trim() ?? '';
  const problem = wanted !== '' && typed?.means === undefined ? unclear(wanted) : '';
  useEffect(() => input.current?.setCustomValidity(problem), [problem]);
  const found = likely(choices, wanted);
  const meaningOf = (text: string): string | undefined =>
    text === '' && !field.required ? '' : choiceCalled(choices, text)?.value;
  // Somebody may type the name of a room before the rooms are here.
  const meansNow = problem === '' ? undefined : meaningOf(wanted);
  useEffect(() => {
    if (typed && meansNow !== undefined) setTyped({ ...typed, means: meansNow });
  }, [typed, meansNow, setTyped]);
  const choose = (chosen: string): void => {
    setTyped(undefined);
    if (chosen !== (value ?? '')) onChange(chosen);
    combobox.closeDropdown();
  };
  const settle = (): void => {
    combobox.closeDropdown();
    if (!typed) return;
    // The choices may have come since it was typed.
    const means = meaningOf(wanted);
    if (means !== undefined) choose(means);
    else if (wanted === '') setTyped(undefined);
    else setIsLeft(true);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={(given) => choose(given === ADD ? wanted : given)}>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          {...field}
          ref={input}
          value={typed?.text ?? shown}
          description={typed ? undefined : field.description}
          error={isLeft && problem}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setIsLeft(false);
            // After a scanner has typed into this field, the page restores the earlier text.
            setTyped(text === shown ? undefined : { text, means: meaningOf(text.trim()) });
            combobox.openDropdown();
          }}
          onFocus={(event) => {
            event.currentTarget.select();
            combobox.openDropdown();
          }}
          onClick={() => combobox.openDropdown()}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTyped(undefined);
            if (event.key === 'Enter' && combobox.getSelectedOptionIndex() === -1) settle();
          }}
          onBlur={settle}
          autoComplete="off"
          spellCheck={false}
          rightSection={
            value && !field.required ? (
              <Combobox.ClearButton
                onClear={() => {
                  choose('');
                  input.current?.focus();
                }}
              />
            ) : (
              <Combobox.Chevron />
            )
          }
          rightSectionPointerEvents={value && !field.required ? 'all' : 'none'}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={260} style={{ overflowY: 'auto' }}>
          {found.map((one) => (
            <Combobox.Option key={one.value} value={one.value} active={one.value === value}>
              {one.label}
            </Combobox.Option>
          ))}
          {add && wanted !== '' && !choiceCalled(choices, wanted) && (
            <Combobox.Option value={ADD}>{add(wanted)}</Combobox.Option>
          )}
          {(!add || wanted === '') && found.length === 0 && <Combobox.Empty>{empty}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** The choice with exactly this name or code, however it is spelled in capitals and accents. */
export function choiceCalled(choices: readonly Choice[], text: string): Choice | undefined {
  return choices.find(({ label, value }) => [label, value].some((name) => folded(name) === folded(text)));
}

/** Choices that contain the typed text. Choices that begin with it come first. */
function likely(choices: readonly Choice[], wanted: string): Choice[] {
  const text = folded(wanted);
  const found = choices.filter(({ label, value }) =>
    [label, value].some((name) => folded(name).includes(text)),
  );
  const beginning = found.filter(({ label }) => folded(label).startsWith(text));
  return [...beginning, ...found.filter((one) => !beginning.includes(one))].slice(0, MOST_SHOWN);
}
