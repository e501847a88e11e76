import type pg from 'pg';

/** A constraint or index of the public schema, with its columns in order (empty text for an expression). */
export interface Key {
  table: string;
  name: string;
  columns: string[];
}

export interface ForeignKey extends Key {
  target: string;
  targetColumns: string[];
  onDelete: string;
  onUpdate: string;
}

export interface Index extends Key {
  unique: boolean;
  /** Condition of a partial index, null for a whole one. */
  condition: string | null;
}

const COLUMNS = (relation: string, keys: string): string => `
  ARRAY(SELECT coalesce(a.attname, '') FROM unnest(${keys}) WITH ORDINALITY k(n, place)
          LEFT JOIN pg_attribute a ON a.attrelid = ${relation} AND a.attnum = k.n ORDER BY place)::text[]`;

/** Every table of ours, by name, with whether it belongs to a district. */
export async function tablesOf(db: pg.Client): Promise<{ name: string; ofDistrict: boolean }[]> {
  const { rows } = await db.query<{ name: string; ofDistrict: boolean }>(
    `SELECT c.relname AS name, EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid
            AND a.attname = 'district_id' AND a.attnotnull AND NOT a.attisdropped) AS "ofDistrict"
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`,
  );
  return rows;
}

export async function foreignKeysOf(db: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await db.query<ForeignKey>(
    `SELECT conrelid::regclass::text AS table, conname AS name, ${COLUMNS('conrelid', 'conkey')} AS columns,
            confrelid::regclass::text AS target, ${COLUMNS('confrelid', 'confkey')} AS "targetColumns",
            confdeltype::text AS "onDelete", confupdtype::text AS "onUpdate"
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`,
  );
  return rows;
}

export async function indexesOf(db: pg.Client): Promise<Index[]> {
  const { rows } = await db.query<Index>(
    `SELECT i.indrelid::regclass::text AS table, c.relname AS name,
            ${COLUMNS('i.indrelid', 'i.indkey::int2[]')} AS columns,
            i.indisunique AS unique, pg_get_expr(i.indpred, i.indrelid) AS condition
       FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1, 2`,
  );
  return rows;
}

/** Constraints but NOT NULL, which PostgreSQL 18 names itself. */
export async function constraintNamesOf(db: pg.Client): Promise<{ table: string; name: string }[]> {
  const { rows } = await db.query<{ table: string; name: string }>(
    `SELECT conrelid::regclass::text AS table, conname AS name FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND contype <> 'n' ORDER BY 1, 2`,
  );
  return rows;
}

/** The whole schema and its rights in words that do not depend on when things were made. */
export async function dumpOf(db: pg.Client): Promise<string[]> {
  const { rows } = await db.query<{ line: string }>(`
    WITH ours AS (SELECT * FROM pg_class WHERE relnamespace = 'public'::regnamespace)
    SELECT format('%s %s %s', relkind, relname, coalesce(reloptions::text, '')) AS line FROM ours
    UNION ALL SELECT format('column %s.%s %s %s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
             a.attnotnull, a.attstorage, pg_get_expr(d.adbin, d.adrelid))
      FROM ours c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum WHERE c.relkind IN ('r', 'p')
    UNION ALL SELECT format('constraint %s on %s %s', conname, conrelid::regclass, pg_get_constraintdef(oid))
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT pg_get_functiondef(p.oid) FROM pg_proc p
      WHERE p.pronamespace = 'public'::regnamespace AND NOT EXISTS
        (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    UNION ALL SELECT format('right on %s: %s', relname, acl) FROM ours c, unnest(c.relacl) acl WHERE relkind <> 'i'
    ORDER BY 1`);
  return rows.map(({ line }) => line);
}
