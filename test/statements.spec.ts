import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unbound } from './support/district-bounds.js';
import { exportedTexts, type SqlText, sqlTexts, textsOf } from './support/sql-texts.js';
import { databaseClocks, untypedParameters } from './support/statement-values.js';

const SRC = join(import.meta.dirname, '..', 'src');

/** Files that may take a district from a column, in how many texts, and why. Nothing else may. */
const EXCEPTIONS: Record<string, { texts: number; why: string }> = {
  'access/accounts/accounts.service.ts': {
    texts: 1,
    why: 'the command line looks for an address in all districts',
  },
  'access/accounts/sessions.service.ts': { texts: 1, why: 'a sign-in looks for an address in all districts' },
  'catalogue/catalogue-keys.ts': { texts: 8, why: 'a migration makes the keys of all districts anew' },
  'cli/bench/floor.sql.ts': { texts: 8, why: 'what we measure ourselves against is frozen' },
  'cli/demo/demo-district.ts': { texts: 1, why: 'finds the demo district by its short name' },
  'counts/ledger/counts-fold.ts': { texts: 1, why: 'finds the districts that have something to fold' },
  'jobs/job-leases.ts': { texts: 1, why: 'finds the districts that have jobs nobody has taken' },
  'outbox/outbox-queue.ts': { texts: 1, why: 'finds the districts that have letters to send' },
  'reports/kinds/fleet.sql.ts': { texts: 1, why: 'a piece; its reports name the district of `devices d`' },
  'warranty/delivery/delivery-schedules.service.ts': {
    texts: 1,
    why: 'finds the districts with vendors that are due',
  },
  'warranty/look-ups/look-up-schedules.service.ts': {
    texts: 1,
    why: 'finds the districts with manufacturers that are due',
  },
  'reports/delivery/report-scheduler.ts': { texts: 1, why: 'finds the districts that have reports due' },
};

/** Files that may ask the database for the time, in how many texts, and why. Nothing else may. */
const CLOCK_EXCEPTIONS: Record<string, { texts: number; why: string }> = {
  'cli/bench/floor.sql.ts': { texts: 4, why: 'what we measure ourselves against is frozen' },
  'counts/counts-known-at.ts': {
    texts: 1,
    why: 'compares with the instants of commits, which are of the database server that made them',
  },
};

/** Files with parameters that have no type where they stand alone, in how many texts, and why. */
const TYPE_EXCEPTIONS: Record<string, { texts: number; why: string }> = {
  'cli/bench/floor.sql.ts': { texts: 2, why: 'what we measure ourselves against is frozen' },
};

/** Modules without the pages and the specs, by name. */
const FILES = new Map(
  readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.startsWith('web/'))
    .map((name) => [name, readFileSync(join(SRC, name), 'utf8')]),
);

/** Tables of districts, and the view that reads one. */
const TABLES = new Set([
  'live_sightings',
  ...[...FILES.values()].flatMap((code) =>
    [...code.matchAll(/@Entity\('([a-z_]+)'\)[^]*?export class \w+ \{([^]*?)\n\}/g)].flatMap(
      ([, table = '', body = '']) => (body.includes('\n  districtId!') ? [table] : []),
    ),
  ),
]);

/** Pieces of SQL that statements of other files put in. */
const PIECES = new Map([...FILES.values()].flatMap((code) => [...exportedTexts(code)]));

function faultsIn(code: string): string[][] {
  return sqlTexts(code, PIECES)
    .map(({ line, sql }) => unbound(sql, TABLES).map((fault) => `line ${line}: ${fault}`))
    .filter((faults) => faults.length > 0);
}

/** The texts that ask the database for the time. */
function clocksIn(code: string): string[] {
  return faultsOfTexts(textsOf(code, PIECES), databaseClocks);
}

function untypedIn(code: string): string[] {
  return faultsOfTexts(sqlTexts(code, PIECES), untypedParameters);
}

function faultsOfTexts(all: SqlText[], find: (sql: string) => string[]): string[] {
  return all.flatMap(({ line, sql }) => {
    const faults = find(sql);
    return faults.length > 0 ? [`line ${line}: ${faults.join(', ')}`] : [];
  });
}

/** What is wrong with a statement, written as a service writes it. */
function faultsOf(sql: string): string[] {
  return faultsIn(`source.query(\`${sql}\`, [districtId]);`).flat();
}

describe('every table of every statement', () => {
  const faults = new Map([...FILES].map(([name, code]) => [name, faultsIn(code)]));

  it('is bound to the district by a parameter', () => {
    expect(TABLES.size).toBeGreaterThan(55);
    const wrong = [...faults].filter(([name]) => !EXCEPTIONS[name]);
    expect(wrong.length).toBeGreaterThan(200);
    expect(wrong.flatMap(([name, found]) => found.flat().map((fault) => `${name}, ${fault}`))).toEqual([]);
  });

  it('is bound in files with exceptions too, except for the listed number of texts', () => {
    const found = Object.keys(EXCEPTIONS).map((name) => [name, faults.get(name)?.length]);
    expect(found).toEqual(Object.entries(EXCEPTIONS).map(([name, { texts }]) => [name, texts]));
  });
});

describe('the values of every statement', () => {
  /** Faults that are not among the exceptions, and exceptions that are not as many as listed. */
  function surprises(
    find: (code: string) => string[],
    exceptions: Record<string, { texts: number }>,
  ): string[] {
    return [...FILES].flatMap(([name, code]) => {
      const found = find(code);
      return found.length === (exceptions[name]?.texts ?? 0) ? [] : found.map((fault) => `${name}, ${fault}`);
    });
  }

  it('are instants of the application, never the time of the database', () => {
    expect(surprises(clocksIn, CLOCK_EXCEPTIONS)).toEqual([]);
  });

  it('have a type where they stand alone', () => {
    expect(surprises(untypedIn, TYPE_EXCEPTIONS)).toEqual([]);
  });

  it.each([
    'UPDATE jobs SET finished_at = now() WHERE district_id = $1',
    'SELECT 1 FROM jobs WHERE district_id = $1 AND lease_until < clock_timestamp()',
    'SELECT CURRENT_DATE',
    'SELECT current_timestamp - created_at FROM jobs WHERE district_id = $1',
    `SELECT 'now'::timestamptz`,
    `SELECT 'today'::date`,
    'SELECT LOCALTIMESTAMP',
    'SELECT NOW ( )',
    'SELECT age(created_at) FROM jobs WHERE district_id = $1',
  ])('are seen to be the time of the database in %s', (sql) => {
    expect(clocksIn(`source.query(\`${sql}\`, [districtId]);`)).toHaveLength(1);
  });

  it('are seen to be the time of the database in a piece, and in a set of a query builder', () => {
    expect(clocksIn(`const TODAY = '(now() AT TIME ZONE d.time_zone)::date';`)).toHaveLength(1);
    expect(clocksIn(`tx.update(Site, { id }, { updatedAt: () => 'now()' });`)).toHaveLength(1);
    expect(clocksIn('const OLD = `at < now()`; query(`SELECT 1 FROM jobs WHERE ${OLD}`);')).toHaveLength(2);
  });

  it.each([
    'UPDATE jobs SET finished_at = $2 WHERE district_id = $1',
    `SELECT 1 FROM jobs WHERE district_id = $1 AND at < $2::timestamptz - interval '1 day'`,
    'SELECT age($1::timestamptz, created_at) FROM jobs WHERE district_id = $2',
    'SELECT known_at, page(1) FROM jobs WHERE district_id = $1',
  ])('are right in %s', (sql) => {
    expect(clocksIn(`source.query(\`${sql}\`, [districtId]);`)).toEqual([]);
  });

  it('may be the default of a column', () => {
    expect(clocksIn(`class Job { @Column('timestamptz', { default: () => 'now()' }) at!: Date; }`)).toEqual(
      [],
    );
  });

  it.each([
    ['$1', 'INSERT INTO sites (district_id, id) SELECT $1, x.id FROM x'],
    ['$3', 'INSERT INTO sites (id, source) SELECT x.id, $3 FROM x'],
    ['$2', 'INSERT INTO sites (id, source) SELECT lower(x.id), $2 WHERE $1::integer IS NULL'],
    ['$2', 'SELECT $2 AS source FROM sites WHERE district_id = $1'],
    ['$2', 'UPDATE sites SET name = $1 RETURNING id, $2'],
    ['$2', 'SELECT 1 FROM (SELECT DISTINCT $2 UNION ALL SELECT 1) x'],
  ])('are seen to have no type: %s in %s', (parameter, sql) => {
    expect(untypedParameters(sql)).toEqual([parameter]);
  });

  it.each([
    'INSERT INTO sites (district_id, id) SELECT $1::uuid, x.id FROM x',
    'INSERT INTO sites (district_id, id) VALUES ($1, $2) RETURNING id',
    'SELECT coalesce(name, $2), $3::text FROM sites WHERE district_id = $1 AND (a, b) > ($4, $5)',
    'UPDATE sites SET name = $2, source = $3 WHERE district_id = $1',
    'SELECT id FROM unnest($1::uuid[], $2) AS x (id, name)',
  ])('have their types in %s', (sql) => {
    expect(untypedParameters(sql)).toEqual([]);
  });
});

describe('the search for tables that are not bound', () => {
  it.each([
    [
      'a district out of a column: district_id = s.district_id',
      'SELECT 1 FROM sites s JOIN rooms r ON r.district_id = s.district_id WHERE s.district_id = $1',
    ],
    [
      'a column that is a district: id = s.district_id',
      'SELECT 1 FROM sites s JOIN districts d ON d.id = s.district_id WHERE s.district_id = $1',
    ],
    [
      'a district out of a column: district_id = d.id',
      'SELECT 1 FROM districts d, sites s WHERE s.district_id = d.id AND s.district_id = $1',
    ],
    [
      'a district out of a column: district_id = n."districtId"',
      'UPDATE sites s SET name = n.name FROM jsonb_to_recordset($1) AS n (id uuid) WHERE s.district_id = n."districtId"',
    ],
    [
      'USING with a district: USING (district_id',
      'SELECT 1 FROM (SELECT 1) s JOIN (SELECT 2) r USING (district_id, id)',
    ],
    [
      'USING with a district: USING (id, district_id',
      'SELECT 1 FROM (SELECT 1) s JOIN (SELECT 2) r USING (id, district_id)',
    ],
    ['USING with a district: NATURAL JOIN', 'SELECT 1 FROM (SELECT 1) s NATURAL JOIN (SELECT 2) r'],
    ['a row with a district: (district_id, id) IN', 'SELECT 1 WHERE (district_id, id) IN (SELECT 1, 2)'],
    ['CASE with an operand: CASE state WHEN', `SELECT CASE state WHEN 'a' THEN 1 END`],
    ['CASE with an operand: CASE $2::text WHEN', `SELECT CASE $2::text WHEN 'a' THEN 1 END`],
    [
      'no district: JOIN rooms r',
      'SELECT 1 FROM sites s JOIN rooms r ON r.site_id = s.id WHERE s.district_id = $1',
    ],
    [
      'no district: , rooms r',
      'SELECT 1 FROM sites s, rooms r WHERE s.district_id = $1 AND r.site_id = s.id',
    ],
    ['no district: FROM sites', 'SELECT 1 FROM sites WHERE id = $1'],
    ['no district: UPDATE sites', `UPDATE sites SET name = 'x' WHERE id = $1`],
    ['no district: FROM idempotency_keys', 'DELETE FROM idempotency_keys WHERE key = $1'],
    [
      'no district: FROM rooms r',
      'SELECT 1 FROM sites s WHERE s.district_id = $1 AND EXISTS (SELECT 1 FROM rooms r WHERE r.site_id = s.id)',
    ],
    [
      'no district: FROM sites',
      'SELECT 1 FROM sites WHERE id IN (SELECT site_id FROM rooms WHERE district_id = $1)',
    ],
    [
      'several parameters: $2, $1',
      'SELECT 1 FROM sites s JOIN rooms r ON r.district_id = $2 AND r.site_id = s.id WHERE s.district_id = $1',
    ],
  ])('sees %s', (fault, sql) => {
    expect(faultsOf(sql)).toContain(`line 1: ${fault}`);
  });

  it('checks pieces of SQL, alone or inside other text, and a column in place of the parameter', () => {
    expect(faultsIn(`const ROOM = 'JOIN rooms r ON r.district_id = d.district_id';`)).toHaveLength(1);
    expect(
      faultsIn("const sql = `SELECT 1 ${isWide ? 'LEFT JOIN rooms r ON r.site_id = s.id' : ''} WHERE $1`;"),
    ).toHaveLength(1);
    expect(faultsIn("isFirst('jobs.district_id');")).toHaveLength(1);
    expect(
      faultsIn('const WHICH = `s.id = $1`; query(`SELECT 1 FROM sites s WHERE ${WHICH}`);'),
    ).toHaveLength(1);
    expect(faultsIn('query(`SELECT 1 FROM sites s WHERE ${which}`);')).toHaveLength(1);
    expect(
      faultsIn('const OWN = `s.district_id = $1`; query(`SELECT 1 FROM sites s WHERE ${OWN}`);'),
    ).toHaveLength(0);
  });

  it.each([
    'SELECT 1 FROM sites s LEFT JOIN rooms r ON r.district_id = $1 AND r.site_id = s.id WHERE s.district_id = $1',
    'UPDATE sites s SET name = n.name FROM jsonb_to_recordset($2) AS n (id uuid) WHERE s.district_id = $1 AND s.id = n.id',
    `SELECT CASE WHEN state = 'a' THEN 1 END FROM jobs WHERE district_id = $1 AND id = $2`,
    'SELECT 1 FROM sites s WHERE (district_id = $1 AND id = ANY ($2)) AND EXISTS (SELECT 1 FROM rooms r WHERE r.district_id = $1)',
    'INSERT INTO sites (district_id, id) SELECT district_id, id FROM sites WHERE district_id = $1',
  ])('lets %s pass', (sql) => {
    expect(faultsOf(sql)).toEqual([]);
  });
});
