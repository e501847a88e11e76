import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long the records of devices must be kept, by their funding source. */
export class RetainedRecords1764000902201 implements MigrationInterface {
  name = 'RetainedRecords1764000902201';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE funding_retentions (
        district_id uuid NOT NULL,
        funding_source_id uuid NOT NULL,
        position integer NOT NULL,
        records text NOT NULL,
        years integer NOT NULL,
        counts_from text NOT NULL,
        from_on date,
        keeps_names boolean NOT NULL,
        source text NOT NULL,
        PRIMARY KEY (district_id, funding_source_id, position),
        CONSTRAINT funding_retentions_records_known
          CHECK (records IN ('documents', 'asset_records', 'equipment_records')),
        CONSTRAINT funding_retentions_from_known
          CHECK (counts_from IN ('purchase', 'disposal', 'last_service', 'funding_year', 'final_report')),
        CONSTRAINT funding_retentions_years CHECK (years BETWEEN 0 AND 100),
        CONSTRAINT funding_retentions_day_of_award
          CHECK (from_on IS NULL OR counts_from NOT IN ('purchase', 'disposal')),
        CONSTRAINT funding_retentions_sourced CHECK (btrim(source) <> ''),
        CONSTRAINT funding_retentions_funding_source FOREIGN KEY (district_id, funding_source_id)
          REFERENCES funding_sources (district_id, id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE funding_retentions`);
  }
}
