import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import { reaches, type Scope } from '../../access/scope.js';
import { groupBy } from '../../common/group-by.js';
import { newId } from '../../common/ids.js';
import type { Page, SortedPage } from '../../common/paging.js';
import { siteIdsByCode } from '../../sites/site-codes.js';
import { DevicesQueries } from '../devices.queries.js';
import { readingsOf } from '../device-codes.js';
import type { Condition } from './device-sighting.entity.js';

/** One device that somebody had in front of them. */
export interface NewSighting {
  /** Of the client’s making; sent again, it is a duplicate. */
  id?: string;
  /** Any code of the device. */
  code: string;
  /** Now where nothing is said; not ahead of now. */
  seenAt?: Date;
  /** Code of the site where it was seen. By default, the site of the device. */
  site?: string;
  condition?: Condition;
  inUse?: boolean;
}

export type SightingOutcome = 'recorded' | 'duplicate' | 'unknown' | 'refused';

/** One result for each, in the order of the request. */
export interface SightingResult {
  index: number;
  outcome: SightingOutcome;
  code?: string;
  detail?: string;
  deviceId?: string;
}

export interface SightingView {
  id: string;
  seenAt: Date;
  recordedAt: Date;
  seenBy: string | null;
  site: string;
  condition: Condition | null;
  inUse: boolean | null;
}

interface Match {
  isDisposed: boolean;
  reading: string;
  deviceId: string;
  siteId: string;
  isLive: boolean;
}

/** A device that was there. */
export interface Sighting {
  id: string;
  deviceId: string;
  siteId: string;
  seenAt: Date;
  condition: Condition | null;
  inUse: boolean | null;
  /** Account. */
  seenBy: string | null;
}

const OF_DEVICE = list<SightingView, SortedPage<'seenAt'> & { deviceId: string }>({
  name: 'sightings',
  select: `
    SELECT l.id, l.seen_at AS "seenAt", l.recorded_at AS "recordedAt", l.seen_by AS "seenBy", s.code AS site,
           l.condition, l.in_use AS "inUse"
      FROM live_sightings l JOIN sites s ON s.district_id = $1 AND s.id = l.site_id
     WHERE l.district_id = $1`,
  reach: 'subject',
  filters: { deviceId: (id, param) => `l.device_id = ${param(id)}` },
  sorts: { seenAt: ['l.seen_at', 'l.id'] },
});

/** Who saw what when: the proof of a physical inventory. Sees, and changes nothing else of a device. */
@Injectable()
export class SightingsService {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
    private readonly devices: DevicesQueries,
  ) {}

  /** Records up to a thousand; each stands for itself. A device of any site may be seen at a site in scope. */
  async record(scope: Scope, seen: readonly NewSighting[]): Promise<SightingResult[]> {
    const readings = seen.map(({ code }) => readingsOf(code));
    const found = await this.matches(scope, [...new Set(readings.flat())]);
    const sites = await this.siteIds(scope, seen);
    const results: SightingResult[] = [];
    const good: (Sighting & { index: number })[] = [];
    for (const [index, sighting] of seen.entries()) {
      const judged = judge(scope, sighting, readings[index] ?? [], found, sites);
      if ('outcome' in judged) results[index] = { index, ...judged };
      else good.push({ index, ...judged });
    }
    const recorded = await this.insert(scope, good);
    for (const { index, id, deviceId } of good)
      results[index] = { index, outcome: recorded.has(id) ? 'recorded' : 'duplicate', deviceId };
    return results;
  }

  /** When a device was seen, latest first. @throws NotFound out of the caller’s sites */
  async list(scope: Scope, deviceId: string, query: SortedPage<'seenAt'>): Promise<Page<SightingView>> {
    await this.devices.assertReached(scope, deviceId);
    return this.lists.answer(OF_DEVICE, scope, { ...query, deviceId });
  }

  private async matches(scope: Scope, codes: string[]): Promise<Map<string, Match[]>> {
    const rows = await this.source.query<Match[]>(
      `SELECT DISTINCT k.code AS reading, d.id AS "deviceId", d.site_id AS "siteId",
              k.released_at IS NULL AND d.status <> 'disposed' AS "isLive", d.status = 'disposed' AS "isDisposed"
         FROM device_codes k JOIN devices d ON d.district_id = $1 AND d.id = k.device_id
        WHERE k.district_id = $1 AND k.code = ANY ($2::text[]) AND d.status <> 'void'`,
      [scope.districtId, codes],
    );
    return groupBy(rows, ({ reading }) => reading);
  }

  private async siteIds(scope: Scope, seen: readonly NewSighting[]): Promise<Map<string, string>> {
    const codes = seen.flatMap(({ site }) => site ?? []);
    const sites = await siteIdsByCode(this.source.manager, scope.districtId, codes);
    return new Map([...sites].filter(([, id]) => reaches(scope, id)));
  }

  private async insert(scope: Scope, sightings: readonly Sighting[]): Promise<Set<string>> {
    if (sightings.length === 0) return new Set();
    const rows = await this.source.query<{ id: string }[]>(`${addSightingsSql('$1', '$2')} RETURNING id`, [
      scope.districtId,
      JSON.stringify(sightings),
    ]);
    return new Set(rows.map(({ id }) => id));
  }
}

/** Adds sightings as one part of a statement: `json` is where they stand; those that are here already are left. */
export const addSightingsSql = (districtId: string, json: string): string => `
  INSERT INTO device_sightings (district_id, device_id, id, seen_at, seen_by, site_id, condition, in_use)
  SELECT ${districtId}::uuid, s."deviceId", s.id, s."seenAt", s."seenBy", s."siteId", s.condition, s."inUse"
    FROM jsonb_to_recordset(${json}::jsonb) AS s ("deviceId" uuid, id uuid, "seenAt" timestamptz, "siteId" uuid,
                                                  condition text, "inUse" boolean, "seenBy" uuid)
  ON CONFLICT (district_id, device_id, id) DO NOTHING`;

/** Takes a sighting back: `$1` district, `$2` by whom, `$3` its id, `$4` its device. It stays on record, and counts no more. */
export const RETRACT_SIGHTINGS = `
  INSERT INTO retracted_sightings (district_id, device_id, id, retracted_by)
  SELECT l.district_id, l.device_id, l.id, $2::uuid FROM device_sightings l
   WHERE l.district_id = $1 AND l.id = $3 AND l.device_id = $4
  ON CONFLICT DO NOTHING`;

type Refused = Omit<SightingResult, 'index'>;

function judge(
  scope: Scope,
  { id, seenAt, site, condition, inUse }: NewSighting,
  readings: readonly string[],
  found: ReadonlyMap<string, Match[]>,
  sites: ReadonlyMap<string, string>,
): Sighting | Refused {
  const matches = readings.flatMap((reading) => found.get(reading) ?? []);
  const live = matches.filter(({ isLive }) => isLive);
  const devices = new Map((live.length > 0 ? live : matches).map((match) => [match.deviceId, match]));
  const [device] = devices.values();
  if (!device)
    return {
      outcome: 'unknown',
      code: 'UNKNOWN_CODE',
      detail: 'No device has this code. Check the code, or add the device first.',
    };
  if (devices.size > 1)
    return refused(
      'AMBIGUOUS_CODE',
      `${devices.size} devices have this code. Send the serial number or the asset tag instead.`,
    );
  if (device.isDisposed)
    return refused(
      'RE_ENTERED',
      'This device was disposed of. Scan it at the site where it is, and an admin can bring it back.',
    );
  const siteId = site === undefined ? device.siteId : sites.get(site);
  if (siteId === undefined) return refused('SITE_NOT_FOUND', `You have no site with the code ${site}.`);
  if (!reaches(scope, siteId))
    return refused(
      'OUT_OF_SCOPE',
      'This device belongs to a site that is not one of yours. Say at which of your sites you saw it.',
    );
  if (seenAt && seenAt.getTime() > Date.now() + AHEAD_MS)
    return refused('FUTURE', 'This time is in the future. Check the clock of the phone.');
  return {
    id: id ?? newId(),
    deviceId: device.deviceId,
    siteId,
    seenAt: seenAt ?? new Date(),
    condition: condition ?? null,
    inUse: inUse ?? null,
    seenBy: scope.accountId,
  };
}

/** Clocks differ by seconds. */
const AHEAD_MS = 30_000;

const refused = (code: string, detail: string): Refused => ({ outcome: 'refused', code, detail });
