import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos and papers of claims. */
export class AttachedFilesToClaims1764000800921 implements MigrationInterface {
  name = 'AttachedFilesToClaims1764000800921';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE claim_files (
        district_id uuid NOT NULL,
        claim_id uuid NOT NULL,
        file_id uuid NOT NULL,
        kind text NOT NULL,
        is_shared boolean NOT NULL DEFAULT false,
        added_by uuid,
        added_at timestamptz NOT NULL,
        PRIMARY KEY (district_id, claim_id, file_id),
        CONSTRAINT claim_files_file_once UNIQUE (district_id, file_id),
        CONSTRAINT claim_files_kind_known CHECK (kind IN ('photo', 'proof_of_purchase', 'other')),
        CONSTRAINT claim_files_claim FOREIGN KEY (district_id, claim_id) REFERENCES claims (district_id, id),
        CONSTRAINT claim_files_file FOREIGN KEY (district_id, file_id) REFERENCES files (district_id, id),
        CONSTRAINT claim_files_adder FOREIGN KEY (district_id, added_by) REFERENCES accounts (district_id, id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE TEMPORARY TABLE gone ON COMMIT DROP AS SELECT district_id, file_id FROM claim_files`,
    );
    await db.query(`DROP TABLE claim_files`);
    await db.query(
      `DELETE FROM file_parts p USING gone g WHERE p.district_id = g.district_id AND p.file_id = g.file_id`,
    );
    await db.query(
      `DELETE FROM files f USING gone g WHERE f.district_id = g.district_id AND f.id = g.file_id`,
    );
  }
}
