import { Group, Stack, Switch, Text, Title } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useCallback, useState } from 'react';
import { keptActions } from '../journal/field-actions.js';
import { useField } from '../journal/journal-context.js';
import { useActions } from '../journal/use-actions.js';
import { ActionPicker } from './action-picker.js';
import { askedBy, type Picked } from './actions.js';
import { CodeReader } from './code-reader.js';
import { DeviceChooser } from './device-chooser.js';
import { isSoundOn, setSound } from './feedback.js';
import { PlaceFields } from './place-fields.js';
import { ResultBanner } from './result-banner.js';
import { RunningList } from './running-list.js';
import { StorageNotice } from './storage-notice.js';
import { useScanning } from './use-scanning.js';

/** Pick an action once, scan many. */
export function ScanPage() {
  const [picked, setPicked] = useLocalStorage<Picked>({
    key: 'rollcall.picked',
    defaultValue: { action: 'seen' },
    getInitialValueInEffect: false,
  });
  const actions = useActions();
  const action = actions?.find(({ name }) => name === picked.action);
  const { database } = useField();
  const ask = useCallback(async () => askedBy(picked, await keptActions(database)), [picked, database]);
  const { shown, choice, record, choose, dismissChoice } = useScanning(ask);
  const recordAll = async (codes: string[]): Promise<void> => {
    for (const code of codes) await record(code);
  };
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={1} size="h2">
          Scan
        </Title>
        <SoundSwitch />
      </Group>
      {actions?.length === 0 && (
        <Text>This phone does not know yet what a scan can mean. It learns it as soon as it is online.</Text>
      )}
      <ActionPicker
        actions={actions ?? []}
        value={picked.action}
        onPick={(name) => setPicked((before) => ({ ...before, action: name }))}
      />
      <PlaceFields
        action={action}
        picked={picked}
        onPick={(change) => setPicked((before) => ({ ...before, ...change }))}
      />
      <ResultBanner shown={shown} />
      <CodeReader onCode={(code) => void record(code)} onList={(codes) => void recordAll(codes)} />
      <StorageNotice />
      <Title order={2} size="h4">
        Scanned on this device
      </Title>
      <RunningList />
      {choice && (
        <DeviceChooser
          code={choice.scan.code}
          devices={choice.candidates}
          onChoose={(id) => void choose(id)}
          onClose={dismissChoice}
        />
      )}
    </Stack>
  );
}

function SoundSwitch() {
  const [isOn, setIsOn] = useState(isSoundOn);
  return (
    <Switch
      label="Sound"
      checked={isOn}
      onChange={(event) => {
        setSound(event.currentTarget.checked);
        setIsOn(event.currentTarget.checked);
      }}
    />
  );
}
