import '@mantine/core/styles/Timeline.css';
import { Text, Timeline } from '@mantine/core';
import { when } from '../words.js';
import { t } from '../../text/text.js';

/** One changed field, in words. An empty text means no value. */
export interface HistoryChange {
  field: string;
  before: string;
  after: string;
}

/** An event in the history of a record, in words: what happened, who did it, when and why. */
export interface HistoryEntry {
  id: string;
  title: string;
  /** When the event happened. */
  at: string;
  /** When the event was recorded, if this was at another time. */
  recordedAt?: string;
  /** Name of the person who did it. Undefined if Rollcall itself did it. */
  by?: string;
  /** The source of the change, such as "scanned" or "imported from may.csv". */
  how?: string;
  changes: readonly HistoryChange[];
  /** Other facts, one on each line. */
  facts?: readonly string[];
  /** The reason that a person entered. */
  note?: string;
}

/** The history of a record, latest event first. All kinds of records use this list. */
export function HistoryList({ entries }: { entries: readonly HistoryEntry[] }) {
  return (
    <Timeline bulletSize={16} lineWidth={2} active={entries.length}>
      {entries.map((entry) => (
        <Timeline.Item key={entry.id} title={entry.title}>
          <Text size="sm" c="dimmed">
            {aboutOf(entry)}
          </Text>
          {entry.changes.map((change) => (
            <ChangeLine key={change.field} {...change} />
          ))}
          {entry.facts?.map((fact) => (
            <Text size="sm" key={fact}>
              {fact}
            </Text>
          ))}
          {entry.note && (
            <Text size="sm" className="history-note">
              {t('history.reason', { note: entry.note })}
            </Text>
          )}
        </Timeline.Item>
      ))}
    </Timeline>
  );
}

function ChangeLine({ field, before, after }: HistoryChange) {
  return (
    <Text size="sm">
      {before === ''
        ? t('history.set', { field, after })
        : t('history.changed', { field, before, after: after || t('history.nothing') })}
    </Text>
  );
}

/** "Nov 3, 2026, 3:05 PM · Pat Doe · scanned · recorded Nov 4, 2026, 8:00 AM" */
function aboutOf({ at, recordedAt, by, how }: HistoryEntry): string {
  const parts = [when(at), by ?? t('history.byRollcall'), how];
  if (recordedAt !== undefined) parts.push(t('history.recorded', { when: when(recordedAt) }));
  return parts.filter(Boolean).join(' · ');
}
