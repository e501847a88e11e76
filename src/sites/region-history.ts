import { Conflict, InvalidInput } from '../common/refusal.js';
import type { Tx } from '../database/tx.js';

/** From when the first region of a site counts whose opening is unknown: before any device there could be. */
const ALWAYS = '1900-01-01';

/** A site's region from a day on. */
export interface RegionChange {
  siteId: string;
  /** Null where it leaves its region for none. */
  region: string | null;
  /** Null for the usual day: the opening for a first region, else today. */
  fromOn: string | null;
  openedOn: string | null;
  /** The latest entry was a mistake: it becomes this one, from its own first day. */
  replacesLatest?: boolean;
}

/** The latest entry of a site's region history. */
export interface RegionSpan {
  siteId: string;
  fromOn: string;
  toOn: string | null;
}

/** What has to be written for one change. */
export interface RegionSteps {
  /** The latest entry is rewritten: it began on the day of the change itself. */
  amend?: { fromOn: string; region: string | null; toOn: string | null };
  /** The latest entry ends. */
  end?: { fromOn: string; toOn: string };
  begin?: { fromOn: string; region: string };
}

/**
 * Decides how a change enters a site's region history. The first region reaches back to the site's opening:
 * a district that only now says which region a school is in does not mean that it was in none until today.
 * @param today in the district's time zone
 * @throws InvalidInput for a day in the future, as `sites.region` is the region of today
 * @throws Conflict for a day before the latest change: history that was counted by is not rewritten
 */
export function planRegionChange(
  last: RegionSpan | undefined,
  change: RegionChange,
  today: string,
): RegionSteps {
  const { region } = change;
  if (last && change.replacesLatest) return { amend: rewritten(last.fromOn, region) };
  const fromOn = change.fromOn ?? usualDay(last, change.openedOn, today);
  if (fromOn > today)
    throw new InvalidInput('A site can be in a region from today or an earlier day on.', [
      { field: 'regionFrom', code: 'FUTURE', detail: `Choose ${today} or an earlier day.` },
    ]);
  if (!last) return region === null ? {} : { begin: { fromOn, region } };
  if (fromOn === last.fromOn && (last.toOn === null || isTakenBack(last)))
    return { amend: rewritten(fromOn, region) };
  const earliest = last.toOn ?? last.fromOn;
  if (fromOn < earliest)
    throw new Conflict(
      `The region of this site last changed on ${earliest}. Choose that day or a later one.`,
      'REGION_BEFORE_LAST_CHANGE',
      [{ field: 'regionFrom', code: 'TOO_EARLY', detail: `Choose ${earliest} or a later day.` }],
    );
  return {
    ...(last.toOn === null ? { end: { fromOn: last.fromOn, toOn: fromOn } } : {}),
    ...(region === null ? {} : { begin: { fromOn, region } }),
  };
}

/** Today; but the opening for a site that, as far as anybody stands by it, never had a region. */
function usualDay(last: RegionSpan | undefined, openedOn: string | null, today: string): string {
  if (last && !isTakenBack(last)) return today;
  const opening = openedOn === null ? ALWAYS : openedOn < today ? openedOn : today;
  return last && last.fromOn > opening ? last.fromOn : opening;
}

/** Entries are never empty and never deleted: one that was taken back stands for its first day alone. */
function rewritten(fromOn: string, region: string | null): RegionSteps['amend'] {
  return { fromOn, region, toOn: region === null ? dayAfter(fromOn) : null };
}

function isTakenBack({ fromOn, toOn }: RegionSpan): boolean {
  return toOn === dayAfter(fromOn);
}

function dayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

/** Writes region changes, at most one for each site, whose `sites` rows the caller has locked. */
export async function writeRegionChanges(
  tx: Tx,
  districtId: string,
  changes: readonly RegionChange[],
  today: string,
): Promise<void> {
  if (changes.length === 0) return;
  const last = await tx.query<RegionSpan[]>(
    `SELECT DISTINCT ON (site_id) site_id AS "siteId", from_on AS "fromOn", to_on AS "toOn"
       FROM site_regions WHERE district_id = $1 AND site_id = ANY ($2) ORDER BY site_id, from_on DESC`,
    [districtId, changes.map((change) => change.siteId)],
  );
  const lastOf = new Map(last.map((span) => [span.siteId, span]));
  const steps = changes.map((change) => ({
    siteId: change.siteId,
    ...planRegionChange(lastOf.get(change.siteId), change, today),
  }));
  const rewrites = steps.flatMap(({ siteId, amend, end }) => {
    if (amend) return [{ siteId, ...amend }];
    return end ? [{ siteId, ...end, region: null }] : [];
  });
  const begins = steps.flatMap(({ siteId, begin }) => (begin ? [{ siteId, ...begin }] : []));
  if (rewrites.length > 0)
    await tx.query(
      `UPDATE site_regions r SET region = coalesce(x.region, r.region), to_on = x."toOn"
         FROM jsonb_to_recordset($2::jsonb) AS x ("siteId" uuid, "fromOn" date, region text, "toOn" date)
        WHERE r.district_id = $1 AND r.site_id = x."siteId" AND r.from_on = x."fromOn"`,
      [districtId, JSON.stringify(rewrites)],
    );
  if (begins.length > 0)
    await tx.query(
      `INSERT INTO site_regions (district_id, site_id, from_on, region)
       SELECT $1::uuid, x."siteId", x."fromOn", x.region
         FROM jsonb_to_recordset($2::jsonb) AS x ("siteId" uuid, "fromOn" date, region text)`,
      [districtId, JSON.stringify(begins)],
    );
}
