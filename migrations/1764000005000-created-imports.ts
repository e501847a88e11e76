import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files in: the upload as it came, its staged rows, and what became of each. */
export class CreatedImports1764000005000 implements MigrationInterface {
  name = 'CreatedImports1764000005000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE imports (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        file_name text NOT NULL,
        size_bytes bigint NOT NULL,
        sha256 bytea NOT NULL,
        reading jsonb NOT NULL,
        mapping jsonb NOT NULL,
        options jsonb NOT NULL DEFAULT '{}',
        warnings jsonb NOT NULL DEFAULT '[]',
        state text NOT NULL,
        staged_rows integer,
        applied_through integer NOT NULL DEFAULT 0,
        plan jsonb,
        change_set_id uuid,
        job_id uuid,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        rehearsed_at timestamptz,
        committed_at timestamptz,
        PRIMARY KEY (district_id, id),
        CONSTRAINT imports_state_known CHECK (state IN ('uploaded', 'rehearsing', 'rehearsed', 'queued',
          'committing', 'committed', 'cancelled', 'failed', 'undoing', 'undone')),
        CONSTRAINT imports_creator FOREIGN KEY (district_id, created_by) REFERENCES accounts (district_id, id)
      )`);
    await db.query(`CREATE INDEX imports_by_age ON imports (district_id, created_at, id)`);
    await db.query(`
      CREATE TABLE import_file_parts (
        district_id uuid NOT NULL,
        import_id uuid NOT NULL,
        part integer NOT NULL,
        bytes bytea NOT NULL,
        PRIMARY KEY (district_id, import_id, part)
      )`);
    // Stored as sent: compressing a hundred megabytes would cost more than the disk is worth.
    await db.query(`ALTER TABLE import_file_parts ALTER COLUMN bytes SET STORAGE EXTERNAL`);
    await db.query(`
      CREATE TABLE import_rows (
        district_id uuid NOT NULL,
        import_id uuid NOT NULL,
        row_no integer NOT NULL,
        new_id uuid NOT NULL,
        fields jsonb NOT NULL,
        keys text[] NOT NULL,
        problems jsonb,
        PRIMARY KEY (district_id, import_id, row_no)
      )`);
    await db.query(`
      CREATE TABLE import_outcomes (
        district_id uuid NOT NULL,
        import_id uuid NOT NULL,
        row_no integer NOT NULL,
        outcome text NOT NULL,
        target_id uuid,
        target_version integer,
        changes jsonb,
        problems jsonb,
        PRIMARY KEY (district_id, import_id, row_no),
        CONSTRAINT import_outcomes_known CHECK
          (outcome IN ('add', 'change', 'unchanged', 'refused', 'held'))
      )`);
    await db.query(`CREATE INDEX import_outcomes_refused ON import_outcomes (district_id, import_id, row_no)
      WHERE outcome IN ('refused', 'held')`);
    await db.query(`
      CREATE TABLE import_mappings (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        name text NOT NULL,
        mapping jsonb NOT NULL,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, id),
        CONSTRAINT import_mappings_name_unique UNIQUE (district_id, kind, name),
        CONSTRAINT import_mappings_creator FOREIGN KEY (district_id, created_by)
          REFERENCES accounts (district_id, id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE import_mappings, import_outcomes, import_rows, import_file_parts, imports`);
  }
}
