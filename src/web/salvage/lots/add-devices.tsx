import { Group, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, answer } from '../../api/client.js';
import { Problem, wordsOf } from '../../api/problem.js';
import { useKeptState } from '../../common/use-kept-state.js';
import { CodeReader } from '../../scan/code-reader.js';
import { tell } from '../../scan/feedback.js';
import { t } from '../../text/text.js';
import type { Lot } from './lot-words.js';

/** What became of a code, latest first. */
interface Outcome {
  key: number;
  words: string;
  isAdded: boolean;
}

const MOST_SHOWN = 5;

/** Adds devices to a lot by their codes, one after the other or from a list, with the pallet and the condition. */
export function AddDevices({ lot: { id } }: { lot: Lot }) {
  const queries = useQueryClient();
  const [said, setSaid] = useKeptState(`lot-add.${id}`, { pallet: '', condition: '' });
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [waiting, setWaiting] = useState(0);
  // One after the other, in the order in which they are read.
  const line = useRef<Promise<void>>(Promise.resolve());
  const turn = useRef(0);

  const addOne = async (code: string, { pallet, condition }: typeof said): Promise<void> => {
    const outcome = await addByCode(id, code, {
      pallet: pallet.trim() || null,
      condition: condition.trim() || null,
    });
    tell(outcome.isAdded ? 'good' : 'bad');
    turn.current += 1;
    const key = turn.current;
    setOutcomes((before) => [{ ...outcome, key }, ...before].slice(0, MOST_SHOWN));
    setWaiting((before) => before - 1);
    await Promise.all(
      ['lot', 'lot-devices'].map((name) => queries.invalidateQueries({ queryKey: [name, id] })),
    );
  };
  const add = (codes: readonly string[]): void => {
    setWaiting((before) => before + codes.length);
    for (const code of codes) line.current = line.current.then(() => addOne(code.trim(), said));
  };
  return (
    <Stack gap="xs" maw={720}>
      <Group gap="sm" grow align="start">
        <TextInput
          label={t('lots.optional', { label: t('lots.pallet') })}
          value={said.pallet}
          onChange={({ currentTarget: { value } }) => setSaid((before) => ({ ...before, pallet: value }))}
          maxLength={50}
          autoComplete="off"
        />
        <TextInput
          label={t('lots.optional', { label: t('lots.condition') })}
          value={said.condition}
          onChange={({ currentTarget: { value } }) => setSaid((before) => ({ ...before, condition: value }))}
          maxLength={100}
          autoComplete="off"
        />
      </Group>
      <CodeReader label={t('lots.addByCode')} onCode={(code) => add([code])} onList={add} />
      <div role="status">
        {waiting > 1 && <Text size="sm">{t('lots.adding', { count: String(waiting) })}</Text>}
        {outcomes.map(({ key, words, isAdded }) => (
          <Text key={key} size="sm" className="lot-words" fw={isAdded ? undefined : 700}>
            {isAdded ? '✓' : '✗'} {words}
          </Text>
        ))}
      </div>
    </Stack>
  );
}

/** Finds the device with a code, and adds it. */
async function addByCode(
  id: string,
  code: string,
  said: { pallet: string | null; condition: string | null },
): Promise<Omit<Outcome, 'key'>> {
  const failed = (words: string): Omit<Outcome, 'key'> => ({ words, isAdded: false });
  try {
    const { items } = await answer(api.GET('/api/v1/devices/lookup', { params: { query: { code } } }));
    const [found, ...others] = items.filter(({ inScope }) => inScope);
    if (!found) return failed(t('devices.findNone', { code }));
    if (others.length > 0)
      return failed(t('devices.findSeveral', { count: String(others.length + 1), code }));
    const { added } = await answer(
      api.PUT('/api/v1/lots/{id}/devices', {
        params: { path: { id } },
        body: { add: [found.id], remove: [], ...said },
      }),
    );
    return { words: t(added > 0 ? 'lots.added' : 'lots.addedBefore', { code }), isAdded: true };
  } catch (error) {
    // Of one device, the reason says more than that none was added.
    const reason = error instanceof Problem ? (error.errors[0]?.detail ?? error.message) : wordsOf(error);
    return failed(t('lots.notAdded', { code, reason }));
  }
}
