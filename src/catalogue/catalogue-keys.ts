import type { QueryRunner } from 'typeorm';
import { makerKey, makerName } from './makers.js';
import { matchKey, modelName } from './model-names.js';

type Database = Pick<QueryRunner, 'query'>;

interface KeyedRow {
  district_id: string;
  id: string;
  key: string;
}

/**
 * Brings the keys of models, funding sources and serial numbers to the form that this version matches by. A migration
 * runs it whenever that form changes. Two rows that come to one key both stay: the one with more devices gets the key,
 * and files find only that one; the other keeps a key of its own until somebody moves its devices.
 */
export async function rekeyCatalog(db: Database): Promise<void> {
  await rekeyModels(db);
  await rekeyFunds(db);
  await rekeySerials(db);
}

async function rekeyModels(db: Database): Promise<void> {
  const models = (await db.query(
    `SELECT m.district_id, m.id, m.manufacturer, m.name FROM device_models m
       LEFT JOIN LATERAL (SELECT count(*) AS devices FROM devices d
                           WHERE d.district_id = m.district_id AND d.model_id = m.id) n ON true
      ORDER BY m.district_id, n.devices DESC, m.id`,
  )) as { district_id: string; id: string; manufacturer: string; name: string }[];
  const rows = models.map(({ district_id, id, manufacturer, name }) => {
    const maker = makerName(manufacturer) ?? manufacturer;
    return { district_id, id, maker, ...modelName(maker, name) };
  });
  const keyed = withOwnKeys(rows.map(({ matchKey: key, ...row }) => ({ ...row, key })));
  await db.query(`UPDATE device_models SET match_key = id::text`);
  await db.query(
    `UPDATE device_models m SET match_key = n.key, name_key = n."nameKey", manufacturer = n.maker
       FROM jsonb_to_recordset($1::jsonb)
         AS n (district_id uuid, id uuid, key text, "nameKey" text, maker text, "isFirst" boolean)
      WHERE m.district_id = n.district_id AND m.id = n.id`,
    [JSON.stringify(keyed.map((row) => ({ ...row, nameKey: row.isFirst ? row.nameKey : null })))],
  );
}

async function rekeyFunds(db: Database): Promise<void> {
  const funds = (await db.query(
    `SELECT district_id, id, name FROM funding_sources ORDER BY district_id, id`,
  )) as { district_id: string; id: string; name: string }[];
  const keyed = withOwnKeys(
    funds.map(({ district_id, id, name }) => ({ district_id, id, key: matchKey(name) })),
  );
  await db.query(`UPDATE funding_sources SET match_key = id::text`);
  await db.query(
    `UPDATE funding_sources f SET match_key = n.key
       FROM jsonb_to_recordset($1::jsonb) AS n (district_id uuid, id uuid, key text)
      WHERE f.district_id = n.district_id AND f.id = n.id`,
    [JSON.stringify(keyed)],
  );
}

/** Where another device has the same serial of the same maker under its other name, both stay as they are. */
async function rekeySerials(db: Database): Promise<void> {
  const makers = (await db.query(`SELECT DISTINCT manufacturer FROM device_codes WHERE kind = 'serial'`)) as {
    manufacturer: string;
  }[];
  for (const { manufacturer } of makers) {
    const key = makerKey(manufacturer);
    if (key !== manufacturer)
      await db.query(
        `UPDATE device_codes c SET manufacturer = $2
          WHERE c.kind = 'serial' AND c.manufacturer = $1
            AND NOT EXISTS (SELECT 1 FROM device_codes o
                             WHERE o.district_id = c.district_id AND o.kind = 'serial' AND o.code = c.code
                               AND o.manufacturer = $2 AND o.released_at IS NULL)`,
        [manufacturer, key],
      );
  }
}

/** The first row of a district with a key gets it; the others one of their own, by which nothing is found. */
function withOwnKeys<T extends KeyedRow>(rows: readonly T[]): (T & { isFirst: boolean })[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const place = `${row.district_id} ${row.key}`;
    const isFirst = !seen.has(place);
    seen.add(place);
    return { ...row, isFirst, key: isFirst ? row.key : `${row.key} ${row.id}` };
  });
}
