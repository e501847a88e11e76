import { KINDS } from '../../catalogue/kinds.js';
import { STATUSES } from '../../devices/statuses.js';
import {
  columnsOf,
  ENTRY_BYTES,
  HEAD_BYTES,
  KEY_BYTES,
  LONGEST_VERSION,
  STATUSES_OF_A_KIND,
} from './code-blocks.js';

/** The first parameters of the statements below. The sites are in the order of their numbers. */
export function codeParameters(districtId: string, siteIds: readonly string[]): unknown[] {
  return [districtId, siteIds, KINDS, STATUSES];
}

const HASH = `substring(sha256(convert_to(k.code, 'UTF8')) FOR ${KEY_BYTES + 1})`;
const KEY = `substring(hash FROM 2)`;

/** The bytes of an entry after its key: site, state and version of a device in use. */
const ENTRY = `
  int2send((n.number - 1)::int2) || int2send((
    ((array_position($3::text[], d.kind) - 1) * ${STATUSES_OF_A_KIND} + array_position($4::text[], d.status) - 1)
    * 256 + least(d.version, ${LONGEST_VERSION}))::int2)`;
const IN_USE = `
    JOIN unnest($2::uuid[]) WITH ORDINALITY n (id, number) ON n.id = d.site_id
   WHERE d.district_id = $1 AND d.status NOT IN ('disposed', 'void')`;

/**
 * Every block with all its entries. If a device has the same code twice, as serial number and as tag, the block has one
 * entry. The entries are created before they are joined to codes, and sorted only once. For a million devices, this
 * halves the time.
 */
export const ALL_CODES = `
  WITH here AS MATERIALIZED (SELECT d.id, ${ENTRY} AS entry FROM devices d ${IN_USE})
  SELECT block, NULL, string_agg(${KEY} || entry, '' ORDER BY hash, id)
    FROM (
      SELECT DISTINCT ON (block, hash, id) get_byte(hash, 0) AS block, hash, id, entry
        FROM (
          SELECT ${HASH} AS hash, h.id, h.entry
            FROM device_codes k JOIN here h ON h.id = k.device_id
           WHERE k.district_id = $1 AND k.released_at IS NULL OFFSET 0) c
       ORDER BY block, hash, id) e
   GROUP BY block ORDER BY block`;

/**
 * Blocks that changed since `$5`. They have the keys of all codes that a changed device has or had, and the entries of all
 * devices in use that have these codes now. `OFFSET 0` makes PostgreSQL look up each code in the index. Without it,
 * PostgreSQL compared every code with every other code right after a large import, because it had no statistics yet.
 */
export const CHANGED_CODES = `
  WITH touched AS (
    SELECT DISTINCT code FROM device_codes
     WHERE district_id = $1 AND device_id IN (
       SELECT e.device_id FROM device_events e WHERE e.district_id = $1 AND e.recorded_at >= $5)),
  here AS (
    SELECT d.id, k.code, ${ENTRY} AS entry
      FROM touched t
     CROSS JOIN LATERAL (
       SELECT device_id, code FROM device_codes
        WHERE district_id = $1 AND code = t.code AND released_at IS NULL OFFSET 0) k
     CROSS JOIN LATERAL (
       SELECT id, district_id, site_id, kind, status, version FROM devices
        WHERE district_id = $1 AND id = k.device_id OFFSET 0) d ${IN_USE}),
  changes AS (
    SELECT ${HASH} AS hash, NULL::uuid AS id, NULL::bytea AS entry FROM touched k
    UNION
    SELECT ${HASH}, k.id, k.entry FROM here k)
  SELECT get_byte(hash, 0), string_agg(${KEY}, '' ORDER BY hash, id) FILTER (WHERE entry IS NULL),
         string_agg(${KEY} || entry, '' ORDER BY hash, id) FILTER (WHERE entry IS NOT NULL)
    FROM changes GROUP BY 1 ORDER BY 1`;

/** Whether more than `$3` events were recorded since `$2`. */
export const MANY_EVENTS = `
  SELECT count(*) > $3 AS many FROM (
    SELECT FROM device_events WHERE district_id = $1 AND recorded_at >= $2 LIMIT $3 + 1) e`;

const NOTHING = Buffer.alloc(0);

/** Turns rows of the statements above into pieces of the answer. */
export async function* piecesOf(rows: AsyncIterable<unknown[][]>): AsyncGenerator<Buffer> {
  for await (const batch of rows)
    for (const [block, cleared, entries] of batch as [number, Buffer | null, Buffer | null][]) {
      const keys = cleared ?? NOTHING;
      const added = entries ?? NOTHING;
      const start = Buffer.alloc(HEAD_BYTES);
      start.writeUInt8(block, 0);
      start.writeUInt32BE(keys.length / KEY_BYTES, 1);
      start.writeUInt32BE(added.length / ENTRY_BYTES, 5);
      yield Buffer.concat([start, columnsOf(keys, KEY_BYTES), columnsOf(added, ENTRY_BYTES)]);
    }
}
