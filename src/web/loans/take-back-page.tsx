import { Stack, Text, Title } from '@mantine/core';
import { useCallback, useState } from 'react';
import { keptActions } from '../journal/field-actions.js';
import { useField } from '../journal/journal-context.js';
import { useActions } from '../journal/use-actions.js';
import { LinkButton } from '../common/link-button.js';
import { CodeReader } from '../scan/code-reader.js';
import { PlaceFields } from '../scan/place-fields.js';
import { ResultBanner } from '../scan/result-banner.js';
import { RunningList } from '../scan/running-list.js';
import { askedBy, type Picked } from '../scan/actions.js';
import { useScanning } from '../scan/use-scanning.js';

/** Takes devices back, one scan each: who had it is known from the device. */
export function TakeBackPage() {
  const [picked, setPicked] = useState<Picked>({ action: 'return' });
  const action = useActions()?.find(({ name }) => name === picked.action);
  const { database } = useField();
  const ask = useCallback(async () => askedBy(picked, await keptActions(database)), [picked, database]);
  const { shown, record } = useScanning(ask);
  const recordAll = async (codes: string[]): Promise<void> => {
    for (const code of codes) await record(code);
  };
  return (
    <Stack>
      <Title order={1} size="h2">
        Take back
      </Title>
      <Text>Scan each device as it comes in. Its loan ends, whoever had it.</Text>
      <PlaceFields
        action={action}
        picked={picked}
        onPick={(change) => setPicked((before) => ({ ...before, ...change }))}
      />
      <ResultBanner shown={shown} />
      <CodeReader onCode={(code) => void record(code)} onList={(codes) => void recordAll(codes)} />
      <RunningList />
      <LinkButton to="/loans" variant="default">
        Who has not brought theirs
      </LinkButton>
    </Stack>
  );
}
