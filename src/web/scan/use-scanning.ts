import { useCallback, useState } from 'react';
import { wordsOf } from '../api/problem.js';
import type { FieldDevice, JournalScan, ScanSaid, Verdict } from '../journal/database.js';
import { useField } from '../journal/journal-context.js';
import { tell } from './feedback.js';

/** The last result, for the large banner. */
export interface Shown extends Verdict {
  code: string;
  /** Rises with each result, so that the same one twice is told twice. */
  turn: number;
}

/** Several devices have the code: a person says which. */
export interface Choice {
  scan: JournalScan;
  candidates: FieldDevice[];
}

/** What goes with the next scan, or what must be picked first. */
export type Asked = ScanSaid | { missing: string };

/**
 * Records what is read and tells what became of it.
 * @param ask for each reading: a scanner may be quicker than the page, which must first look into its database
 */
export function useScanning(ask: () => Asked | Promise<Asked>) {
  const { journal } = useField();
  const [shown, setShown] = useState<Shown>();
  const [choice, setChoice] = useState<Choice>();
  const show = useCallback((code: string, verdict: Verdict): void => {
    setShown((before) => ({ ...verdict, code, turn: (before?.turn ?? 0) + 1 }));
  }, []);
  const record = useCallback(
    async (code: string, options?: { deviceId?: string }): Promise<void> => {
      try {
        const said = await ask();
        if ('missing' in said) {
          show(code, { tone: 'bad', title: 'Not kept', detail: said.missing });
          return tell('bad');
        }
        const recorded = await journal.record(code, said, options);
        if (recorded.kind === 'repeated') return tell('repeated');
        const { scan, candidates } = recorded;
        show(scan.code, scan.shown);
        tell(scan.shown.tone);
        if (candidates.length > 1) setChoice({ scan, candidates });
      } catch (error) {
        show(code, {
          tone: 'bad',
          title: 'Not kept',
          detail: `This device could not keep it: ${wordsOf(error)}`,
        });
        tell('bad');
      }
    },
    [journal, ask, show],
  );
  const choose = useCallback(
    async (deviceId: string): Promise<void> => {
      if (!choice) return;
      setChoice(undefined);
      // The first line says nothing about which one: it is taken back, and the choice is a scan of its own.
      await journal.undo(choice.scan);
      await record(choice.scan.code, { deviceId });
    },
    [choice, journal, record],
  );
  return { shown, choice, record, choose, dismissChoice: () => setChoice(undefined) };
}
