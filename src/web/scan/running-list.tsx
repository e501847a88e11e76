import { Anchor, Badge, Button, FileButton, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { JournalScan, Verdict } from '../journal/database.js';
import { useField } from '../journal/journal-context.js';
import { verdictOfAnswer } from '../journal/verdicts.js';
import { GOOD, WAITS } from '../common/tones.js';

const SHOWN = 50;
const SIGNS = { good: '✓', notice: '!', bad: '✕' } as const;

/** What was scanned on this device, latest first, with what became of it, and the way back. */
export function RunningList({ sweep }: { sweep?: string }) {
  const { database, journal } = useField();
  const lines = useLiveQuery(async () => {
    const all = sweep
      ? await database.scans.where('sweep').equals(sweep).reverse().sortBy('seq')
      : await database.scans
          .orderBy('seq')
          .reverse()
          .limit(2 * SHOWN)
          .toArray();
    const undone = new Set(all.map(({ undoes }) => undoes));
    return all
      .filter(({ action }) => action !== 'undo')
      .slice(0, SHOWN)
      .map((scan) => ({ scan, isUndone: undone.has(scan.id) }));
  }, [database, sweep]);
  if (!lines) return null;
  if (lines.length === 0)
    return <Text c="dimmed">What you scan is listed here, and stays when you close the page.</Text>;
  return (
    <ol className="running" aria-label="Scans">
      {lines.map(({ scan, isUndone }) => (
        <Line key={scan.id} scan={scan} isUndone={isUndone} onUndo={() => void journal.undo(scan)} />
      ))}
    </ol>
  );
}

function Line({ scan, isUndone, onUndo }: { scan: JournalScan; isUndone: boolean; onUndo: () => void }) {
  const verdict: Verdict =
    (scan.answer && verdictOfAnswer(outcomeOf(scan), scan.answer.detail)) ?? scan.shown;
  return (
    <li data-state={scan.state} data-code={scan.code}>
      <span className="running-sign" data-tone={verdict.tone} aria-hidden>
        {SIGNS[verdict.tone]}
      </span>
      <div className="running-text">
        <div className={isUndone ? 'running-undone' : undefined}>
          <Anchor
            fw={600}
            renderRoot={(props) => <Link to="/d/$code" params={{ code: scan.code }} {...props} />}
          >
            {scan.code}
          </Anchor>{' '}
          {verdict.title}
        </div>
        <Text size="sm" c="dimmed">
          {isUndone ? 'Taken back. ' : ''}
          {verdict.detail}
        </Text>
      </div>
      <Badge color={scan.state === 'waiting' ? WAITS : GOOD}>
        {scan.state === 'waiting' ? 'kept' : 'sent'}
      </Badge>
      {!isUndone && verdict.isUnknown && <PhotoButton scan={scan} />}
      {!isUndone && (
        <Button variant="subtle" px="xs" onClick={onUndo} aria-label={`Undo ${scan.code}`}>
          Undo
        </Button>
      )}
    </li>
  );
}

/** A photo of what an unknown code is on, for whoever looks for its device. */
function PhotoButton({ scan }: { scan: JournalScan }) {
  const { journal } = useField();
  const [hasFailed, setHasFailed] = useState(false);
  const add = (file: File | null): void => {
    if (!file) return;
    journal.addPhoto(scan, file).then(
      () => setHasFailed(false),
      () => setHasFailed(true),
    );
  };
  return (
    <FileButton accept="image/*" capture="environment" onChange={add}>
      {(props) => (
        <Button {...props} variant="default" px="xs" aria-label={`Photo of ${scan.code}`}>
          {hasFailed ? 'No picture: again' : scan.hasPhoto ? 'Photo ✓' : 'Photo'}
        </Button>
      )}
    </FileButton>
  );
}

/** Of a scan that was sent before, what became of it then. */
function outcomeOf({ answer }: JournalScan): string {
  return answer?.outcome === 'duplicate' ? (answer.was ?? 'applied') : (answer?.outcome ?? 'applied');
}
