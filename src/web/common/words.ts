import { language, locale, t } from '../text/text.js';
import type { Catalog } from '../text/catalog.js';

/** Groups of the catalog whose names are values of the API: a status, a kind of device, a role. */
type Group =
  | 'codeKind'
  | 'disposalRoute'
  | 'field'
  | 'forbidden'
  | 'importField'
  | 'jobKind'
  | 'jobState'
  | 'kind'
  | 'lookUpOutcome'
  | 'role'
  | 'siteType'
  | 'status'
  | 'vendorRole';

/** A value of the API as people read it; the value itself where the catalog does not know it yet. */
export function word(group: Group, value: string): string {
  // A dot in a key leads into a group.
  const key = `${group}.${value.replaceAll('.', '_')}`;
  return t.has(key) ? (t as (key: string) => string)(key) : value.replaceAll('_', ' ');
}

/** The words for every value of a group, for a list to choose from. */
export function choicesOf<G extends Group>(
  group: G,
  values: readonly (keyof Catalog[G] & string)[],
): { value: string; label: string }[] {
  return values.map((value) => ({ value, label: word(group, value) }));
}

/** A text that the server sends in each language of the pages, in the language of this page. */
export function wordsIn(texts: { en: string; es: string }): string {
  return texts[language()];
}

/** An instant, in the time zone of whoever reads it. */
export function when(instant: string | Date | null): string {
  if (instant === null) return '';
  return new Date(instant).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' });
}

/** The time zone of the district; of the browser until somebody has signed in. */
let zoneOfDistrict: string | undefined;

/** From here on, "today" is the day in this time zone, an IANA name. */
export function keepTimeZone(zone: string): void {
  zoneOfDistrict = zone;
}

/**
 * The calendar date in the district, as the API takes it. The browser's own would be a day ahead for a phone that is
 * set to another time zone, and the server refuses days to come.
 */
export function today(now: Date = new Date()): string {
  return now.toLocaleDateString('sv-SE', { timeZone: zoneOfDistrict });
}

const DAY_MS = 86_400_000;

/** How many days lie between two calendar dates; 0 where the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS));
}

/** A calendar date, which has no time zone. */
export function day(date: string | null): string {
  if (!date) return '';
  return new Date(`${date}T00:00:00Z`).toLocaleDateString(locale(), {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
}

/** A time of day, `HH:MM`, which has no time zone. */
export function time(text: string): string {
  if (!text) return '';
  return new Date(`2024-01-01T${text}:00Z`).toLocaleTimeString(locale(), {
    timeStyle: 'short',
    timeZone: 'UTC',
  });
}

/** The name of a weekday: 1 is Monday. */
export function weekdayName(weekday: number): string {
  // January 1, 2024 was a Monday.
  const name = new Date(Date.UTC(2024, 0, weekday)).toLocaleDateString(locale(), {
    weekday: 'long',
    timeZone: 'UTC',
  });
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function money(cents: number | null): string {
  if (cents === null) return '';
  return (cents / 100).toLocaleString(locale(), { style: 'currency', currency: 'USD' });
}

export function number(n: number): string {
  return n.toLocaleString(locale());
}
