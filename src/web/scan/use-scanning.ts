import { useCallback, useEffect, useRef, useState } from 'react';
import { wordsOf } from '../api/problem.js';
import { useAttention } from '../journal/attention.js';
import type { JournalScan, KnownDevice, ScanSaid } from '../journal/database.js';
import type { KnownCode } from '../journal/field-index.js';
import { useField } from '../journal/journal-context.js';
import { t } from '../text/text.js';
import { tell } from './feedback.js';
import { deviceNameOf } from './told.js';

/** What the large banner shows: a scan with what became of it, or why there is none. */
export type Shown = { turn: number } & ({ scan: JournalScan } | { title: string; detail: string });

/** Several devices have the code: a person says which. */
export interface Choice {
  scan: JournalScan;
  candidates: KnownDevice[];
}

/** What goes with the next scan, or what must be picked first. */
export type Asked = ScanSaid | { missing: string };

/**
 * Records what is read (`record` answers the scan, where it is a new one) and tells what became of it, also when the server says otherwise later.
 * @param ask for each reading: a scanner may be quicker than the page, which must first look into its database
 */
export function useScanning(ask: () => Asked | Promise<Asked>) {
  const { journal } = useField();
  const [shown, setShown] = useState<Shown>();
  const [choices, setChoices] = useState<Choice[]>([]);
  const turn = useRef(0);
  const show = useCallback((scan: JournalScan): void => {
    setShown({ scan, turn: (turn.current += 1) });
    tell(scan.attention ? 'bad' : scan.shown.tone);
  }, []);
  const refuse = useCallback((title: string, detail: string): void => {
    setShown({ title, detail, turn: (turn.current += 1) });
    tell('bad');
  }, []);
  useBadNews(show);
  const record = useCallback(
    async (code: string, known?: KnownCode): Promise<JournalScan | undefined> => {
      try {
        const said = await ask();
        if ('missing' in said) {
          refuse(t('scan.notSaved', { code }), said.missing);
          return undefined;
        }
        const recorded = await journal.record(code, said, known);
        if (recorded.kind === 'repeated') {
          tell('repeated');
          return undefined;
        }
        const { scan, candidates } = recorded;
        show(scan);
        if (candidates.length > 1) setChoices((before) => [...before, { scan, candidates }]);
        return scan;
      } catch (error) {
        refuse(t('scan.notSaved', { code }), t('scan.notSavedText', { reason: wordsOf(error) }));
        return undefined;
      }
    },
    [journal, ask, show, refuse],
  );
  const [choice] = choices;
  const dismissChoice = useCallback((): void => {
    setChoices(([, ...others]) => others);
    if (choice) void journal.leaveOpen(choice.scan);
  }, [choice, journal]);
  useLeaveOpen(choices);
  const choose = useCallback(
    async (deviceId: string): Promise<JournalScan | undefined> => {
      if (!choice) return undefined;
      setChoices(([, ...others]) => others);
      try {
        const scan = await journal.choose(choice.scan, deviceId);
        show(scan);
        return scan;
      } catch (error) {
        const { code } = choice.scan;
        refuse(t('scan.notSaved', { code }), t('scan.notSavedText', { reason: wordsOf(error) }));
        return undefined;
      }
    },
    [choice, journal, show, refuse],
  );
  const undo = useCallback(
    async (scan: JournalScan): Promise<boolean> => {
      try {
        show(await journal.undo(scan));
        return true;
      } catch (error) {
        const device = deviceNameOf(scan);
        refuse(t('verdict.notUndone', { device }), t('scan.notSavedText', { reason: wordsOf(error) }));
        return false;
      }
    },
    [journal, show, refuse],
  );
  return { shown, choice, record, refuse, undo, choose, dismissChoice };
}

/** Whoever leaves the page says nothing more: the scans are sent as they are. */
function useLeaveOpen(choices: readonly Choice[]): void {
  const { journal } = useField();
  const latest = useRef(choices);
  useEffect(() => {
    latest.current = choices;
  }, [choices]);
  useEffect(() => () => latest.current.forEach(({ scan }) => void journal.leaveOpen(scan)), [journal]);
}

/** Tells of each scan that the server did not do, once, while the page is open. */
function useBadNews(show: (scan: JournalScan) => void): void {
  const attention = useAttention();
  const known = useRef<Set<number>>(undefined);
  useEffect(() => {
    if (!attention) return;
    const before = known.current;
    known.current = new Set(attention.map(({ seq }) => seq));
    // What was there when the page was opened is in the list of such scans, and no news.
    const latest = before && attention.filter(({ seq }) => !before.has(seq)).at(-1);
    if (latest) show(latest);
  }, [attention, show]);
}
