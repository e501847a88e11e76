import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../../access/scope.js';
import { StreamPool } from '../../database/pools/stream-pool.js';
import { ToldUntil } from './told-until.js';

/** First line of the stream. */
interface FieldHead {
  /** An opaque text that the phone sends as `since` next time. */
  next: string;
  /** If true, the answer replaces the devices on the phone. If false, it has only the changes. */
  whole: boolean;
  /** Codes of the sites of the devices in the answer. */
  sites: string[];
  /** Names of the values in each of the following lines, in the same order. */
  columns: string[];
}

/** A phone can easily keep this many rows, the devices of about fifteen schools. */
const MOST_DEVICES = 15_000;
/** Phones with older data get all devices again, because models, rooms and carts can be renamed without events. */
const DAYS_OF_CHANGES = 7;

const COLUMNS = [
  'id',
  'codes',
  'kind',
  'status',
  'site',
  'version',
  'assetTag',
  'serialNumber',
  'model',
  'room',
  'cart',
  'held',
] as const;

const IN_USE = `d.status NOT IN ('disposed', 'void')`;

const VALUES = `
  d.id, k.codes, d.kind, d.status, s.code, d.version, d.asset_tag, d.serial_number,
  m.manufacturer || ' ' || m.name, r.name, c.name, d.person_id IS NOT NULL`;

const PARTS = `
    JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
    JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
    LEFT JOIN rooms r ON r.district_id = $1 AND r.site_id = d.site_id AND r.id = d.room_id
    LEFT JOIN carts c ON c.district_id = $1 AND c.site_id = d.site_id AND c.id = d.cart_id
    CROSS JOIN LATERAL (SELECT coalesce(array_agg(DISTINCT x.code), '{}') AS codes FROM device_codes x
                         WHERE x.district_id = $1 AND x.device_id = d.id AND x.released_at IS NULL) k`;

/** Devices in use at the sites `$2`. */
const WHOLE = `
  SELECT ${VALUES}, false FROM devices d ${PARTS}
   WHERE d.district_id = $1 AND d.site_id = ANY ($2) AND ${IN_USE}`;

/**
 * Devices with events since `$3`. The start of a change set does not matter, because an import or an undo can continue
 * days later. The last column says whether the device has left these sites or is no longer in use.
 */
const CHANGED = `
  WITH changed AS (
    SELECT e.device_id, bool_or((e.changes #>> '{siteId,0}')::uuid = ANY ($2)) AS moved
      FROM device_events e WHERE e.district_id = $1 AND e.recorded_at >= $3 GROUP BY 1)
  SELECT ${VALUES}, NOT (d.site_id = ANY ($2) AND ${IN_USE})
    FROM changed g JOIN devices d ON d.district_id = $1 AND d.id = g.device_id ${PARTS}
   WHERE d.site_id = ANY ($2) OR g.moved`;

/** Whether the sites `$2` have more devices in use than `$3`. */
const TOO_MANY = `
  SELECT count(*) > $3 AS "tooMany" FROM (
    SELECT 1 FROM devices d WHERE d.district_id = $1 AND ($2::uuid[] IS NULL OR d.site_id = ANY ($2)) AND ${IN_USE}
     LIMIT $3 + 1) d`;

/** Sends the data that phones keep about the devices of their own sites. It has no people and no costs. */
@Injectable()
export class FieldDevices {
  constructor(
    private readonly source: DataSource,
    private readonly streams: StreamPool,
    private readonly told: ToldUntil,
  ) {}

  /**
   * Sends JSON lines: first a `FieldHead`, then an array for each device, or only its id if it has left.
   * @param since `next` of the previous answer
   * @param wanted codes of the sites to send if the caller's sites have too many devices for a phone
   */
  async stream(scope: Scope, since?: string, wanted: readonly string[] = []): Promise<Readable> {
    const sites = await this.sitesOf(scope, wanted);
    const about = [sites.map(({ id, code }) => `${id} ${code}`).join()];
    const { from, next } = await this.told.telling(since, about, DAYS_OF_CHANGES);
    const head: FieldHead = {
      next,
      whole: from === undefined,
      sites: sites.map(({ code }) => code),
      columns: [...COLUMNS],
    };
    const parameters: unknown[] = [scope.districtId, sites.map(({ id }) => id)];
    if (from) parameters.push(from);
    const rows = await this.streams.rows(scope, from ? CHANGED : WHOLE, parameters);
    return Readable.from(lines(head, rows), { objectMode: false });
  }

  private async sitesOf(scope: Scope, wanted: readonly string[]): Promise<{ id: string; code: string }[]> {
    const reach = siteFilter(scope);
    const [answer] = await this.source.query<{ tooMany: boolean }[]>(TOO_MANY, [
      scope.districtId,
      reach,
      MOST_DEVICES,
    ]);
    return this.source.query(
      `SELECT id, code FROM sites WHERE district_id = $1 AND ($2::uuid[] IS NULL OR id = ANY ($2))
          AND ($3::text[] IS NULL OR code = ANY ($3)) ORDER BY id`,
      [scope.districtId, reach, answer?.tooMany ? wanted : null],
    );
  }
}

async function* lines(head: FieldHead, rows: AsyncIterable<unknown[][]>): AsyncGenerator<string> {
  yield `${JSON.stringify(head)}\n`;
  for await (const batch of rows) yield batch.map(lineOf).join('');
}

function lineOf(row: unknown[]): string {
  const hasLeft = row.at(-1);
  return `${JSON.stringify(hasLeft ? row[0] : row.slice(0, -1))}\n`;
}
