import { Anchor, Badge, Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useLiveQuery } from 'dexie-react-hooks';
import type { FieldDatabase, JournalScan } from '../journal/database.js';
import { useField } from '../journal/journal-context.js';
import { t } from '../text/text.js';
import { PhotoButton } from './photo-button.js';
import { type ScanState, stateColor, stateOf, stateWords } from './scan-state.js';
import { SIGNS } from './signs.js';
import { deviceNameOf, type Names, toldOf, useNames } from './told.js';

const SHOWN = 50;

interface ListLine {
  scan: JournalScan;
  /** The scan that takes it back. */
  undo: JournalScan | undefined;
}

/** What was scanned on this device, latest first, with what became of it, and the way back. */
export function RunningList({ sweep, onUndo }: { sweep?: string; onUndo: (scan: JournalScan) => void }) {
  const { database } = useField();
  const names = useNames();
  const lines = useLiveQuery(() => linesOf(database, sweep), [database, sweep]);
  if (!lines) return null;
  if (lines.length === 0) return <Text c="dimmed">{t('scan.nothingYet')}</Text>;
  return (
    <ol className="running" aria-label={t('scan.listLabel')}>
      {lines.map((line) => (
        <Line key={line.scan.id} {...line} names={names} onUndo={() => onUndo(line.scan)} />
      ))}
    </ol>
  );
}

async function linesOf(database: FieldDatabase, sweep: string | undefined): Promise<ListLine[]> {
  const all = sweep
    ? await database.scans.where('sweep').equals(sweep).reverse().sortBy('seq')
    : await database.scans
        .orderBy('seq')
        .reverse()
        .limit(2 * SHOWN)
        .toArray();
  const shown = all.filter(({ action }) => action !== 'undo').slice(0, SHOWN);
  // An undo has the code of what it takes back, and belongs to no sweep.
  const codes = [...new Set(shown.map(({ code }) => code))];
  const undos = await database.scans
    .where('code')
    .anyOf(codes)
    .filter(({ undoes }) => undoes !== undefined)
    .toArray();
  const byScan = new Map(undos.map((undo) => [undo.undoes, undo]));
  return shown.map((scan) => ({ scan, undo: byScan.get(scan.id) }));
}

function Line({ scan, undo, names, onUndo }: ListLine & { names: Names; onUndo: () => void }) {
  const state = stateOf(scan, undo);
  const isUndone = state === 'undoing' || state === 'undone';
  // What the server says against an undo is told where somebody would look for it.
  const told = toldOf(undo?.answer?.outcome === 'refused' ? undo : scan, names);
  return (
    <li data-state={scan.state} data-outcome={state} data-code={scan.code}>
      <span className="running-sign" data-tone={isUndone ? 'undone' : told.tone} aria-hidden>
        {isUndone ? '↺' : SIGNS[told.tone]}
      </span>
      <div className="running-text">
        <div className={isUndone ? 'running-undone' : undefined}>
          <Anchor
            fw={600}
            renderRoot={(props) => <Link to="/d/$code" params={{ code: scan.code }} {...props} />}
          >
            {told.title}
          </Anchor>
        </div>
        <Text size="sm" c="dimmed">
          {told.detail}
        </Text>
        <div className="running-actions">
          <Badge color={stateColor(state)}>{stateWords(state)}</Badge>
          {isUnknown(scan) && !isUndone && <PhotoButton scan={scan} />}
          {mayUndo(state) && (
            <Button
              variant="subtle"
              px="xs"
              onClick={onUndo}
              aria-label={t('scan.undoOf', { device: deviceNameOf(scan) })}
            >
              {t('common.undo')}
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}

/** What the server refused or somebody dismissed has changed nothing. */
function mayUndo(state: ScanState): boolean {
  return state === 'waiting' || state === 'sent' || state === 'review' || state === 'unknown';
}

function isUnknown({ shown, answer }: JournalScan): boolean {
  if (answer) return answer.outcome === 'unknown' || answer.was === 'unknown';
  return shown.says === 'unknown';
}
