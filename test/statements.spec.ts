import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unbound } from './support/district-bounds.js';
import { exportedTexts, sqlTexts } from './support/sql-texts.js';

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
  'imports/running/import-retention.ts': { texts: 1, why: 'finds old imports of all districts' },
  'jobs/job-leases.ts': { texts: 2, why: 'finds jobs of all districts that nobody has taken' },
  'reports/delivery/delivery-queue.ts': { texts: 2, why: 'takes and releases letters of all districts' },
  'reports/kinds/fleet.sql.ts': { texts: 1, why: 'a piece; its reports name the district of `devices d`' },
  'reports/delivery/report-scheduler.ts': { texts: 2, why: 'makes what is due in all districts' },
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
