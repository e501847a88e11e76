import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../access/scope.js';
import { Clock } from '../common/time/clock.js';
import { readInstant } from '../common/time/days-and-times.js';
import { StreamPool } from '../database/pools/stream-pool.js';

/** How far back a phone is told again: clocks of servers differ, and a replica is behind. */
const OVERLAP_MS = 15 * 60_000;

/** First line of the stream. */
export interface FieldHead {
  /** What to ask from next time: opaque. */
  next: string;
  /** Whether this is all there is, and what the phone has must go; else only what changed. */
  whole: boolean;
  /** Names of the values of each line that follows, in their order. */
  columns: string[];
}

/** What a phone keeps of every device of the district; more of those of its own sites. */
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

const DEVICES = `
  SELECT d.id, k.codes, d.kind, d.status, s.code, d.version,
         CASE WHEN o.own THEN d.asset_tag END, CASE WHEN o.own THEN d.serial_number END,
         CASE WHEN o.own THEN m.manufacturer || ' ' || m.name END, CASE WHEN o.own THEN r.name END,
         CASE WHEN o.own THEN c.name END, CASE WHEN o.own THEN d.person_id IS NOT NULL END
    FROM devices d
    JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
    JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
    LEFT JOIN rooms r ON r.district_id = $1 AND r.site_id = d.site_id AND r.id = d.room_id
    LEFT JOIN carts c ON c.district_id = $1 AND c.site_id = d.site_id AND c.id = d.cart_id
    CROSS JOIN LATERAL (SELECT $2::uuid[] IS NULL OR d.site_id = ANY ($2) AS own) o
    CROSS JOIN LATERAL (SELECT coalesce(array_agg(x.code), '{}') AS codes FROM device_codes x
                         WHERE x.district_id = $1 AND x.device_id = d.id AND x.released_at IS NULL) k
   WHERE d.district_id = $1`;

/** Devices with events since `$3`, whenever their change sets began: an import or an undo may go on days later. */
const CHANGED = ` AND d.id IN (SELECT e.device_id FROM device_events e WHERE e.district_id = $1 AND e.recorded_at >= $3)`;

/** The oldest transaction that is still writing. Its events are older than its commit, and nobody sees them before. */
const OLDEST_WRITER = `
  SELECT min(xact_start) AS "startedAt" FROM pg_stat_activity
   WHERE datname = current_database() AND backend_xid IS NOT NULL`;

/** What phones keep so that a scan is answered without a network: no person, no money. */
@Injectable()
export class FieldDevices {
  constructor(
    private readonly source: DataSource,
    private readonly streams: StreamPool,
    private readonly clock: Clock,
  ) {}

  /**
   * JSON lines: a `FieldHead`, then an array for each device.
   * @param since `next` of the time before; everything where nothing is said, or where the caller's sites have changed
   */
  async stream(scope: Scope, since?: string): Promise<Readable> {
    const reach = reachOf(scope);
    const [instant = '', before] = since?.split('~') ?? [];
    const from = before === reach ? readInstant(instant) : undefined;
    const seenTo = await this.seenTo();
    const head: FieldHead = {
      next: `${seenTo.toISOString()}~${reach}`,
      whole: from === undefined,
      columns: [...COLUMNS],
    };
    const parameters: unknown[] = [scope.districtId, siteFilter(scope)];
    if (from) parameters.push(from);
    const rows = await this.streams.rows(scope, from ? DEVICES + CHANGED : DEVICES, parameters);
    return Readable.from(lines(head, rows), { objectMode: false });
  }

  /** A moment before which everything recorded is in an answer that begins now. */
  private async seenTo(): Promise<Date> {
    const now = this.clock.now().getTime();
    const [oldest] = await this.source.query<{ startedAt: Date | null }[]>(OLDEST_WRITER);
    return new Date(Math.min(now, oldest?.startedAt?.getTime() ?? now) - OVERLAP_MS);
  }
}

/** The sites in reach, in short: with others, the phone needs other records. */
function reachOf(scope: Scope): string {
  const sites = siteFilter(scope)?.toSorted().join() ?? 'all';
  return createHash('sha256').update(sites).digest('base64url').slice(0, 16);
}

async function* lines(head: FieldHead, rows: AsyncIterable<unknown[][]>): AsyncGenerator<string> {
  yield `${JSON.stringify(head)}\n`;
  for await (const batch of rows) yield batch.map((row) => `${JSON.stringify(row)}\n`).join('');
}
