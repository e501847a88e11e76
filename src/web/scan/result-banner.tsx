import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef } from 'react';
import type { JournalScan } from '../journal/database.js';
import { useField } from '../journal/journal-context.js';
import { t } from '../text/text.js';
import { stateOf, stateWords } from './scan-state.js';
import { SIGNS } from './signs.js';
import { type Told, toldOf, useNames } from './told.js';
import type { Shown } from './use-scanning.js';

/** The last result, large enough for an arm's length and in the sun; never by colour alone. */
export function ResultBanner({ shown }: { shown: Shown | undefined }) {
  if (!shown)
    return (
      <div className="result" data-tone="none" role="status" aria-live="assertive">
        <div className="result-inner result-waiting">{t('scan.ready')}</div>
      </div>
    );
  if ('scan' in shown) return <ScanBanner scan={shown.scan} turn={shown.turn} />;
  return <Banner told={{ ...shown, tone: 'bad' }} turn={shown.turn} />;
}

/** Follows its scan: what the server answers replaces what the phone said at once. */
function ScanBanner({ scan, turn }: { scan: JournalScan; turn: number }) {
  const { database } = useField();
  const names = useNames();
  const now = useLiveQuery(() => database.scans.get(scan.seq), [database, scan.seq]);
  const latest = now?.seq === scan.seq ? now : scan;
  const state = stateOf(latest);
  // Whatever else it is stands in the title already.
  const words = state === 'waiting' || state === 'sent' ? stateWords(state) : undefined;
  return <Banner told={toldOf(latest, names)} turn={turn} state={words} />;
}

function Banner({
  told: { tone, title, detail },
  turn,
  state,
}: {
  told: Told;
  turn: number;
  state?: string;
}) {
  const banner = useRef<HTMLDivElement>(null);
  useEffect(() => {
    banner.current?.scrollIntoView({ block: 'nearest' });
  }, [turn, tone]);
  return (
    <div ref={banner} className="result" data-tone={tone} role="status" aria-live="assertive">
      <div key={`${turn} ${tone}`} className="result-inner">
        <span className="result-sign" aria-hidden>
          {SIGNS[tone]}
        </span>
        <div className="result-text">
          <div className="result-title">{title}</div>
          <div className="result-detail">{detail}</div>
          {state && <div className="result-state">{state}</div>}
        </div>
      </div>
    </div>
  );
}
