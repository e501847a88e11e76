import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Asset tags that the server hands out: series, and ranges of them that were printed ahead. */
export class CreatedTags1764000016000 implements MigrationInterface {
  name = 'CreatedTags1764000016000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tag_series (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        prefix text NOT NULL,
        digits smallint NOT NULL,
        next_number bigint NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, id),
        CONSTRAINT tag_series_prefix_unique UNIQUE (district_id, prefix),
        CONSTRAINT tag_series_digits CHECK (digits BETWEEN 1 AND 12),
        CONSTRAINT tag_series_next CHECK (next_number >= 0 AND next_number <= power(10, digits)),
        CONSTRAINT tag_series_district FOREIGN KEY (district_id) REFERENCES districts (id)
      )`);
    await db.query(`
      CREATE TABLE tag_ranges (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        series_id uuid NOT NULL,
        tags text[] NOT NULL,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, id),
        CONSTRAINT tag_ranges_filled CHECK (cardinality(tags) > 0),
        CONSTRAINT tag_ranges_series FOREIGN KEY (district_id, series_id) REFERENCES tag_series (district_id, id),
        CONSTRAINT tag_ranges_maker FOREIGN KEY (district_id, created_by) REFERENCES accounts (district_id, id)
      )`);
    await db.query(`CREATE INDEX tag_ranges_latest ON tag_ranges (district_id, series_id, id DESC)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE tag_ranges`);
    await db.query(`DROP TABLE tag_series`);
  }
}
