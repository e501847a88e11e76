import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who read which pupils' names, and when. Ids only: a log of names would itself have to be forgotten. */
export class LoggedNameReadings1764000006000 implements MigrationInterface {
  name = 'LoggedNameReadings1764000006000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE name_readings (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        account_id uuid,
        read_at timestamptz NOT NULL DEFAULT now(),
        what jsonb NOT NULL,
        PRIMARY KEY (district_id, id),
        CONSTRAINT name_readings_district FOREIGN KEY (district_id) REFERENCES districts (id),
        CONSTRAINT name_readings_reader FOREIGN KEY (district_id, account_id)
          REFERENCES accounts (district_id, id)
      )`);
    await db.query(
      `CREATE INDEX name_readings_by_reader ON name_readings (district_id, account_id, read_at)`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE name_readings`);
  }
}
