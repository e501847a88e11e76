import type { MigrationInterface, QueryRunner } from 'typeorm';

const PLACES = ['rooms', 'carts'];
const MOST_NAMED = 20;

/**
 * Rooms and carts are unique as they are matched, without regard to case; a job knows where its stage began; what
 * passes through is found by its age.
 */
export class TightenedNamesAndAges1764000007000 implements MigrationInterface {
  name = 'TightenedNamesAndAges1764000007000';

  async up(db: QueryRunner): Promise<void> {
    await refuseDoubles(db);
    for (const table of PLACES) {
      await db.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_name_unique`);
      await db.query(
        `CREATE UNIQUE INDEX ${table}_name_unique ON ${table} (district_id, site_id, lower(name))`,
      );
    }
    await db.query(`ALTER TABLE jobs ADD COLUMN stage_started_done bigint NOT NULL DEFAULT 0`);
    await db.query(`CREATE INDEX sessions_by_expiry ON sessions (expires_at)`);
    await db.query(`CREATE INDEX sign_in_failures_by_age ON sign_in_failures (last_failed_at)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX sign_in_failures_by_age, sessions_by_expiry`);
    await db.query(`ALTER TABLE jobs DROP COLUMN stage_started_done`);
    for (const table of PLACES) {
      await db.query(`DROP INDEX ${table}_name_unique`);
      await db.query(
        `ALTER TABLE ${table} ADD CONSTRAINT ${table}_name_unique UNIQUE (district_id, site_id, name)`,
      );
    }
  }
}

/** Which of two rooms is meant, only people know: nothing is merged or removed, and no other step is taken. */
async function refuseDoubles(db: QueryRunner): Promise<void> {
  const doubles = (await db.query(
    PLACES.map(
      (table) => `
      SELECT '${table} of ' || s.code || ' (' || d.slug || '): '
             || string_agg(quote_literal(t.name) || ' ' || t.id, ', ' ORDER BY t.name, t.id) AS line
        FROM ${table} t
        JOIN sites s ON s.district_id = t.district_id AND s.id = t.site_id
        JOIN districts d ON d.id = t.district_id
       GROUP BY d.slug, s.code, lower(t.name) HAVING count(*) > 1`,
    ).join(' UNION ALL ') + ' ORDER BY line',
  )) as { line: string }[];
  if (doubles.length === 0) return;
  const more = doubles.length > MOST_NAMED ? [`and ${doubles.length - MOST_NAMED} more`] : [];
  throw new Error(
    `Names of rooms and carts must differ in more than upper and lower case. Rename one of each with the version ` +
      `of Rollcall that ran before (PATCH /api/v1/rooms/{id} or /carts/{id}), then start this one again:\n` +
      [...doubles.slice(0, MOST_NAMED).map(({ line }) => line), ...more]
        .map((line) => `  ${line}`)
        .join('\n'),
  );
}
