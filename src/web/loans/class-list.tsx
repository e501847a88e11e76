import { Alert, Button, Modal, Stack, Textarea } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { NoAnswer, wordsOf } from '../api/problem.js';
import { codesIn } from '../scan/codes-in.js';
import { lookUpPeople } from '../scan/find-people.js';
import { t } from '../text/text.js';

/** Most that one request looks up. */
const AT_ONCE = 200;

/** The result of reading a list: the people that it names, and the numbers that are unknown. */
interface Checked {
  people: string[];
  unknown: string[];
}

/** A class list: the people are looked up first, and then only devices are scanned, in the order of the list. */
export function ClassList({ onPeople }: { onPeople: (people: string[]) => void }) {
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  const numbers = codesIn(text);
  const checking = useMutation({
    mutationFn: () => check(numbers),
    onSuccess: ({ people, unknown }) => {
      onPeople(people);
      setText(unknown.join('\n'));
      if (unknown.length === 0) setIsOpen(false);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (numbers.length > 0) checking.mutate();
  };
  const unknown = checking.data?.unknown ?? [];
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconUsers size={20} aria-hidden />}
        onClick={() => {
          checking.reset();
          setIsOpen(true);
        }}
      >
        {t('checkout.classList')}
      </Button>
      <Modal opened={isOpen} onClose={() => setIsOpen(false)} title={t('checkout.classList')}>
        <form onSubmit={submit}>
          <Stack gap="sm">
            {unknown.length > 0 && (
              <Alert
                color="orange"
                role="alert"
                title={t('checkout.unknownTitle', { count: unknown.length })}
              >
                {t('checkout.unknownText', { numbers: unknown.join(', ') })}
              </Alert>
            )}
            {checking.error && (
              <Alert color="red" role="alert">
                {wordsOf(checking.error)}
              </Alert>
            )}
            <Textarea
              label={t('checkout.numbers')}
              description={t('checkout.numbersHelp')}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              rows={6}
            />
            <Button type="submit" disabled={numbers.length === 0} loading={checking.isPending}>
              {t('checkout.useList')}
            </Button>
          </Stack>
        </form>
      </Modal>
    </>
  );
}

async function check(numbers: readonly string[]): Promise<Checked> {
  const people: string[] = [];
  const unknown: string[] = [];
  try {
    for (let at = 0; at < numbers.length; at += AT_ONCE) {
      const part = numbers.slice(at, at + AT_ONCE);
      const found = await lookUpPeople(part);
      for (const number of part) {
        const [person, ...others] = found.get(number) ?? [];
        if (person && others.length === 0) people.push(person.number);
        else unknown.push(number);
      }
    }
    return { people, unknown };
  } catch (error) {
    // Without a network each is checked when its scan is sent, and the list says so.
    if (error instanceof NoAnswer) return { people: [...numbers], unknown: [] };
    throw error;
  }
}
