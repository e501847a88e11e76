import { Text } from '@mantine/core';
import { useCallback, useState } from 'react';
import { LinkButton } from '../common/link-button.js';
import { Page } from '../common/page.js';
import { keptActions } from '../journal/field-actions.js';
import { useField } from '../journal/journal-context.js';
import { useActions } from '../journal/use-actions.js';
import { askedBy, type Picked } from '../scan/actions.js';
import { AskedFields } from '../scan/asked-fields.js';
import { CodeReader } from '../scan/code-reader.js';
import { AskWhichDevice } from '../scan/ask-which-device.js';
import { ResultBanner } from '../scan/result-banner.js';
import { RunningList } from '../scan/running-list.js';
import { ScanLayout } from '../scan/scan-layout.js';
import { Setup } from '../scan/setup.js';
import { useSummary } from '../scan/summary.js';
import { useScanning } from '../scan/use-scanning.js';
import { t } from '../text/text.js';

/** Checks devices in, one scan each: who had it is known from the device. */
export function CheckInPage() {
  const [picked, setPicked] = useState<Picked>({ action: 'return' });
  const action = useActions()?.find(({ name }) => name === picked.action);
  const { database } = useField();
  const ask = useCallback(async () => askedBy(picked, await keptActions(database)), [picked, database]);
  const { shown, choice, record, undo, choose, dismissChoice } = useScanning(ask);
  const summary = useSummary(picked, action, picked.site ? t('checkout.in') : t('checkout.anySite'));
  const recordAll = async (codes: string[]): Promise<void> => {
    for (const code of codes) await record(code);
  };
  return (
    <Page title={t('checkout.inTitle')}>
      <ScanLayout
        setup={
          <Setup summary={summary} isComplete startsOpen={false}>
            <AskedFields
              action={action}
              picked={picked}
              onPick={(change) => setPicked((before) => ({ ...before, ...change }))}
            />
          </Setup>
        }
        reader={<CodeReader onCode={(code) => void record(code)} onList={(codes) => void recordAll(codes)} />}
        results={
          <>
            <Text>{t('checkout.inText')}</Text>
            <ResultBanner shown={shown} />
            <RunningList onUndo={(scan) => void undo(scan)} />
            <LinkButton to="/loans" variant="default">
              {t('checkout.whoHas')}
            </LinkButton>
          </>
        }
      />
      <AskWhichDevice choice={choice} onChoose={(id) => void choose(id)} onClose={dismissChoice} />
    </Page>
  );
}
