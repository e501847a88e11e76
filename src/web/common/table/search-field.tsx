import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../text/text.js';

interface Props {
  label: string;
  placeholder?: string;
  /** The search text in the address of the page. */
  value: string;
  onChange: (text: string) => void;
  /** A shorter text would find too much, so the page does not search for it. */
  shortest?: number;
}

/** A search field for a list. It searches a moment after the last key. */
export function SearchField({ label, placeholder, value, onChange, shortest = 1 }: Props) {
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const [settled] = useDebouncedValue(text.trim(), 250);
  const sent = useRef(value);
  const send = useRef(onChange);
  send.current = onChange;
  const isShort = settled.length > 0 && settled.length < shortest;
  useEffect(() => {
    if (isShort || settled === sent.current) return;
    sent.current = settled;
    send.current(settled);
  }, [settled, isShort]);
  // Something else changed the address. For example, somebody went back or removed the search.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);
  return (
    <TextInput
      ref={input}
      type="search"
      aria-label={label}
      placeholder={placeholder}
      description={isShort ? t('table.searchShort', { count: String(shortest) }) : undefined}
      inputWrapperOrder={['input', 'description']}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={
        text !== '' && (
          <CloseButton
            aria-label={t('table.searchClear')}
            onClick={() => {
              setText('');
              input.current?.focus();
            }}
          />
        )
      }
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      autoComplete="off"
    />
  );
}
