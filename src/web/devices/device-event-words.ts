import type { Shape } from '../api/problem.js';
import type { HistoryChange, HistoryEntry } from '../common/history/history-list.js';
import { day, money, word } from '../common/words.js';
import { t } from '../text/text.js';

type Event = Shape<'EventView'>;

/** Not told by itself: it follows from what else the event says. */
const FOLLOWS = new Set(['entryDated', 'enteredOn', 'mergedIntoId']);

/** An event that is written down within so many milliseconds was written down at once. */
const AT_ONCE_MS = 60_000;

/** An event of a device in words. */
export function entryOf(event: Event): HistoryEntry {
  const { id, effectiveAt, recordedAt, actorName, note } = event;
  const isLate = Math.abs(Date.parse(recordedAt) - Date.parse(effectiveAt)) > AT_ONCE_MS;
  return {
    id,
    title: titleOf(event),
    at: effectiveAt,
    recordedAt: isLate ? recordedAt : undefined,
    by: actorName ?? undefined,
    how: howOf(event),
    changes: changesOf(event),
    facts: factsOf(event),
    note: note ?? undefined,
  };
}

function titleOf({ type, changes, names }: Event): string {
  if (type === 'entered') return t('devices.eventEntered');
  if (type === 'merged') return t('devices.eventMerged');
  if (type === 'voided') return t('devices.eventVoided');
  if (type === 'reopened') return t('devices.eventReopened');
  const after = (field: string): unknown => changes[field]?.[1];
  const nameOf = (field: string): string => names[String(after(field))] ?? '';
  if (type === 'corrected') return t('devices.eventCorrected');
  if (after('status') !== undefined)
    return t('devices.eventStatus', { status: word('status', String(after('status'))) });
  if (after('personId')) return personTitle(nameOf('personId'));
  if (after('personId') === null) return t('devices.eventCheckedIn');
  if (nameOf('siteId')) return t('devices.eventMoved', { place: nameOf('siteId') });
  if (nameOf('roomId')) return t('devices.eventMoved', { place: `${t('common.room')} ${nameOf('roomId')}` });
  if (nameOf('cartId')) return t('devices.eventMoved', { place: `${t('common.cart')} ${nameOf('cartId')}` });
  return t('devices.eventChanged');
}

function personTitle(name: string): string {
  return name ? t('devices.eventCheckedOutTo', { name }) : t('devices.eventCheckedOut');
}

/** How a change came; of a change by hand there is nothing to say. */
function howOf({ changeSetKind, fileName }: Event): string | undefined {
  if (changeSetKind === 'single') return undefined;
  if (changeSetKind === 'import')
    return fileName ? t('devices.byFile', { file: fileName }) : t('devices.byImport');
  if (changeSetKind === 'scan_batch') return t('devices.byScan');
  if (changeSetKind === 'bulk') return t('devices.byBulk');
  if (changeSetKind === 'replacement') return t('devices.byReplacement');
  if (changeSetKind === 'lot') return t('devices.byLot');
  if (changeSetKind === 'batch') return t('devices.byBatch');
  return changeSetKind === 'undo' ? t('devices.byUndo') : t('devices.bySync');
}

/** What changed, field by field, with names in place of ids. */
export function changesOf({ changes, names }: Pick<Event, 'changes' | 'names'>): HistoryChange[] {
  return Object.entries(changes).flatMap(([field, change]) => {
    if (FOLLOWS.has(field)) return [];
    const [before = '', after = ''] = change.map((value) => valueOf(field, value, names));
    return before === after ? [] : { field: word('field', field), before, after };
  });
}

function valueOf(field: string, value: unknown, names: Record<string, string>): string {
  if (value === null || value === undefined) return '';
  if (field === 'costCents') return money(Number(value));
  if (typeof value !== 'string') return JSON.stringify(value);
  if (value === '') return '';
  if (field === 'status' || field === 'kind') return word(field, value);
  if (field === 'disposalRoute') return word('disposalRoute', value);
  if (field.endsWith('On')) return day(value);
  return field.endsWith('Id') ? (names[value] ?? t('devices.unnamed')) : value;
}

/** What was said of a device that went missing, or that left for good. */
function factsOf({ details }: Event): string[] {
  const { missing, missingSince, policeReportNumber, approvalReference } = (details ?? {}) as {
    missing?: 'lost' | 'stolen';
    missingSince?: string;
    policeReportNumber?: string;
    approvalReference?: string;
  };
  const facts: string[] = [];
  if (missing) facts.push(missing === 'stolen' ? t('devices.stolen') : t('devices.lost'));
  if (missingSince) facts.push(t('devices.missingSince', { date: day(missingSince) }));
  if (policeReportNumber) facts.push(t('devices.policeReportIs', { number: policeReportNumber }));
  if (approvalReference) facts.push(t('devices.approvedBy', { reference: approvalReference }));
  return facts;
}
