import { useMemo } from 'react';
import { word, wordsIn } from '../common/words.js';
import type { DeviceShown, JournalScan, Tone, Verdict } from '../journal/database.js';
import type { FieldAction } from '../journal/field-actions.js';
import { outcomeOf } from '../journal/outcomes.js';
import { useSiteName } from '../journal/site-names.js';
import { useActions } from '../journal/use-actions.js';
import { useRefusals } from '../text/refusals.js';
import { t } from '../text/text.js';
import { personName } from './known-people.js';

/** What people read of a scan. */
export interface Told {
  tone: Tone;
  title: string;
  detail: string;
}

/** What turns codes and numbers into names and sentences. */
export interface Names {
  actions: readonly FieldAction[];
  siteName: (code: string) => string;
  /** By the code of the API's answer; empty until they are loaded. */
  refusals: Readonly<Record<string, string>>;
}

export function useNames(): Names {
  const actions = useActions();
  const siteName = useSiteName();
  const refusals = useRefusals();
  return useMemo(() => ({ actions: actions ?? [], siteName, refusals }), [actions, siteName, refusals]);
}

/** What became of a scan, as far as it is known: the server's word comes before the phone's. */
export function toldOf(scan: JournalScan, names: Names): Told {
  const { shown, answer } = scan;
  const device = deviceNameOf(scan);
  const outcome = answer && outcomeOf(answer);
  if (scan.undoes !== undefined && outcome === 'refused')
    return { tone: 'bad', title: t('verdict.notUndone', { device }), detail: reasonOf(scan, names) };
  if (outcome === 'refused')
    return { tone: 'bad', title: t('verdict.refused', { device }), detail: reasonOf(scan, names) };
  if (outcome === 'conflict')
    return { tone: 'bad', title: t('verdict.review', { device }), detail: reasonOf(scan, names) };
  if (outcome === 'unknown') return wordsFor({ tone: 'bad', says: 'unknown' }, scan, names);
  const result = outcome === 'applied' && resultOf(scan, names);
  if (result)
    return {
      ...wordsFor({ tone: result.isAlarm ? 'bad' : 'good', says: 'done' }, scan, names),
      detail: wordsIn(result.label),
    };
  // The server knew more than the phone, and did it: what the phone said of the device at once is not worth repeating.
  if (outcome === 'applied' && (shown.tone === 'bad' || shown.says === 'noIndex'))
    return wordsFor({ tone: 'good', says: 'done' }, scan, names);
  return wordsFor(shown, scan, names);
}

/** What came of an action with results of its own. A phone may have kept the action from before it had results. */
function resultOf({ action, answer }: JournalScan, { actions }: Names): Result | undefined {
  const kept: Partial<FieldAction> | undefined = actions.find(({ name }) => name === action);
  return kept?.results?.find(({ code }) => code === answer?.code);
}

type Result = FieldAction['results'][number];

/** The tag of the device, where the phone knows it; else what was scanned. */
export function deviceNameOf({ shown, code }: JournalScan): string {
  return shown.device?.name ?? code;
}

/**
 * Why the server did not do it, and what to do now. A reason that the page has no words for comes in those of any refusal,
 * or in the server's.
 */
export function reasonOf({ answer, undoes, person = '', shown }: JournalScan, names: Names): string {
  const { code = '', detail = '' } = answer ?? {};
  const key = `reason.${undoes === undefined ? code : `UNDO_${code}`}`;
  if (!t.has(key)) return names.refusals[code] ?? detail;
  const { device } = shown;
  const values = {
    person: personName(person) ?? person,
    status: device ? word('status', device.status) : '',
    site: device ? names.siteName(device.site) : '',
  };
  return (t as (key: string, values: object) => string)(key, values);
}

function wordsFor({ tone, says, device, from, count }: Verdict, scan: JournalScan, names: Names): Told {
  const name = device?.name ?? scan.code;
  const action = names.actions.find((one) => one.name === scan.action);
  const done = t('verdict.done', { action: action ? wordsIn(action.done) : scan.action, device: name });
  const after = [personOf(scan), device && placeOf(device, names)].filter(Boolean).join(' · ');
  const site = device ? names.siteName(device.site) : '';
  const told = (title: string, detail: string): Told => ({ tone, title, detail });
  const withAfter = (more: string): Told => told(done, [more, after].filter(Boolean).join(' '));
  switch (says) {
    case 'done':
      return told(done, after);
    case 'wasElsewhere':
      return withAfter(t('verdict.wasAt', { site: names.siteName(from ?? '') }));
    case 'recordedElsewhere':
      return told(done, device ? recordedPlace(device) : '');
    case 'found':
      return withAfter(t('verdict.found'));
    case 'stillRetired':
      return withAfter(t('verdict.stillRetired'));
    case 'stillMissing':
      return withAfter(t('verdict.stillMissing'));
    case 'unknown':
      return told(t('verdict.unknown', { code: scan.code }), t('verdict.unknownText'));
    case 'noIndex':
      return told(t('verdict.noIndex', { code: scan.code }), t('verdict.noIndexText'));
    case 'several':
      return told(t('verdict.several', { count: count ?? 2 }), t('verdict.severalText'));
    case 'otherSite':
      return told(t('verdict.otherSite', { device: name }), t('verdict.otherSiteText', { site }));
    case 'illegal': {
      const status = word('status', device?.status ?? '');
      return told(t('verdict.review', { device: name }), t('verdict.illegalText', { status }));
    }
    case 'undone':
      return told(t('verdict.undone', { device: name }), device ? placeOf(device, names) : '');
  }
}

function recordedPlace({ room, cart }: DeviceShown): string {
  if (cart !== null) return t('common.recordedInCart', { cart });
  return room === null ? t('common.noRoomRecorded') : t('common.recordedInRoom', { room });
}

function personOf({ person }: JournalScan): string {
  return person ? t('verdict.for', { person: personName(person) ?? person }) : '';
}

/** Where a device is, in what state, and what it is. */
function placeOf({ model, kind, site, room, cart, status }: DeviceShown, { siteName }: Names): string {
  const place = [
    siteName(site),
    room && t('verdict.room', { room }),
    cart && t('verdict.cart', { cart }),
  ].filter(Boolean);
  return [word('status', status), ...place, model ?? word('kind', kind)].join(' · ');
}
