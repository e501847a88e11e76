import { Group, Switch, Text, Title } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useCallback, useState } from 'react';
import { Page } from '../common/page.js';
import { keptActions } from '../journal/field-actions.js';
import { useField, useWorkAt } from '../journal/journal-context.js';
import { useActions } from '../journal/use-actions.js';
import { t } from '../text/text.js';
import { ActionPicker } from './action-picker.js';
import { answersAfterScan, askedBy, type Picked } from './actions.js';
import { AskedFields } from './asked-fields.js';
import { CodeReader } from './code-reader.js';
import { AskWhichDevice } from './ask-which-device.js';
import { isSoundOn, setSound } from './feedback.js';
import { ResultBanner } from './result-banner.js';
import { RunningList } from './running-list.js';
import { ScanLayout } from './scan-layout.js';
import { Setup } from './setup.js';
import { StorageNotice, StorageProblem } from './storage-notice.js';
import { useSummary } from './summary.js';
import { useScanning } from './use-scanning.js';

/** Pick an action once, scan many. */
export function ScanPage() {
  const [picked, pick] = usePicked();
  const actions = useActions();
  const action = actions?.find(({ name }) => name === picked.action);
  const { database } = useField();
  useWorkAt(picked.site);
  const ask = useCallback(async () => askedBy(picked, await keptActions(database)), [picked, database]);
  const { shown, choice, record, undo, choose, dismissChoice } = useScanning(ask);
  const summary = useSummary(picked, action);
  const isComplete = !('missing' in askedBy(picked, actions ?? []));
  const recordAll = async (codes: string[]): Promise<void> => {
    for (const code of codes) await record(code);
    pick({ answers: answersAfterScan(picked, action) });
  };
  return (
    <Page title={t('scan.title')}>
      <ScanLayout
        setup={
          actions && (
            <Setup
              summary={summary}
              isComplete={isComplete}
              startsOpen={!isComplete || (!picked.site && action?.fields.includes('site') === true)}
            >
              {actions.length === 0 && <Text>{t('scan.noActions')}</Text>}
              <ActionPicker
                actions={actions}
                value={picked.action}
                onPick={(name) => pick({ action: name })}
              />
              <AskedFields action={action} picked={picked} onPick={pick} />
            </Setup>
          )
        }
        reader={
          <CodeReader onCode={(code) => void recordAll([code])} onList={(codes) => void recordAll(codes)} />
        }
        results={
          <>
            <StorageProblem />
            <ResultBanner shown={shown} />
            <Group justify="space-between" wrap="nowrap">
              <Title order={2} size="h4">
                {t('scan.listTitle')}
              </Title>
              <SoundSwitch />
            </Group>
            <RunningList onUndo={(scan) => void undo(scan)} />
            <StorageNotice />
          </>
        }
      />
      <AskWhichDevice choice={choice} onChoose={(id) => void choose(id)} onClose={dismissChoice} />
    </Page>
  );
}

/**
 * What was picked is there again after a reload; but for text that was only typed, and for the person, whose name and
 * number do not stay on the phone.
 */
function usePicked(): [Picked, (change: Partial<Picked>) => void] {
  const [kept, setKept] = useLocalStorage<Picked>({
    key: 'rollcall.picked',
    defaultValue: { action: 'seen' },
    getInitialValueInEffect: false,
  });
  const [who, setWho] = useState<Pick<Picked, 'person' | 'typed'>>({});
  const pick = useCallback(
    (change: Partial<Picked>): void => {
      const { person, typed, ...others } = change;
      setKept((before) => ({ ...before, ...others }));
      setWho((before) => ({
        person: 'person' in change ? person : before.person,
        typed: 'typed' in change ? typed : before.typed,
      }));
    },
    [setKept],
  );
  return [{ ...kept, ...who }, pick];
}

function SoundSwitch() {
  const [isOn, setIsOn] = useState(isSoundOn);
  return (
    <Switch
      label={t('scan.sound')}
      checked={isOn}
      onChange={(event) => {
        setSound(event.currentTarget.checked);
        setIsOn(event.currentTarget.checked);
      }}
    />
  );
}
