import type { MigrationInterface, QueryRunner } from 'typeorm';

const CAUSES = `'opened', 'purchased', 'transferred', 'retired', 'reused', 'found', 'lost', 'disposed', 'deployed', 'returned', 'repair', 'corrected'`;
const KINDS = `'single', 'batch', 'bulk', 'import', 'scan_batch', 'sync', 'undo'`;

/** A vendor keeps a device and sends another one for it. */
export class ReplacedClaimedDevices1764000800911 implements MigrationInterface {
  name = 'ReplacedClaimedDevices1764000800911';

  async up(db: QueryRunner): Promise<void> {
    await know(db, 'count_movements', 'cause', `${CAUSES}, 'replaced'`);
    await know(db, 'change_sets', 'kind', `${KINDS}, 'replacement'`);
    await db.query(`
      ALTER TABLE claims ADD COLUMN replacement_device_id uuid, ADD COLUMN replacement_change_set_id uuid,
        ADD COLUMN data_removed text,
        ADD CONSTRAINT claims_data_removed_known CHECK (data_removed IN ('wiped', 'by_vendor')),
        ADD CONSTRAINT claims_replacement_whole CHECK (
          (replacement_device_id IS NULL) = (replacement_change_set_id IS NULL)
          AND (replacement_device_id IS NULL OR outcome = 'replaced')),
        ADD CONSTRAINT claims_replacement FOREIGN KEY (district_id, replacement_device_id)
          REFERENCES devices (district_id, id),
        ADD CONSTRAINT claims_replacement_change_set FOREIGN KEY (district_id, replacement_change_set_id)
          REFERENCES change_sets (district_id, id)`);
    await db.query(`
      CREATE UNIQUE INDEX claims_replacement_once ON claims (district_id, replacement_device_id)
        WHERE replacement_device_id IS NOT NULL`);
    await db.query(`
      CREATE TABLE replaced_coverages (
        district_id uuid NOT NULL,
        change_set_id uuid NOT NULL,
        coverage_id uuid NOT NULL,
        successor_id uuid,
        cancelled_on_before date,
        ended_on date NOT NULL,
        PRIMARY KEY (district_id, change_set_id, coverage_id),
        CONSTRAINT replaced_coverages_change_set FOREIGN KEY (district_id, change_set_id)
          REFERENCES change_sets (district_id, id),
        CONSTRAINT replaced_coverages_coverage FOREIGN KEY (district_id, coverage_id)
          REFERENCES coverages (district_id, id),
        CONSTRAINT replaced_coverages_successor FOREIGN KEY (district_id, successor_id)
          REFERENCES coverages (district_id, id)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX replaced_coverages_by_successor ON replaced_coverages (district_id, successor_id)
        WHERE successor_id IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE replaced_coverages`);
    await db.query(`
      ALTER TABLE claims DROP COLUMN replacement_device_id, DROP COLUMN replacement_change_set_id,
        DROP COLUMN data_removed`);
    await db.query(`UPDATE device_events SET cause = 'corrected' WHERE cause = 'replaced'`);
    await db.query(`UPDATE count_tail SET cause = 'corrected' WHERE cause = 'replaced'`);
    await db.query(`UPDATE count_movements SET cause = 'corrected' WHERE cause = 'replaced'`);
    await db.query(`UPDATE change_sets SET kind = 'single' WHERE kind = 'replacement'`);
    await know(db, 'count_movements', 'cause', CAUSES);
    await know(db, 'change_sets', 'kind', KINDS);
  }
}

async function know(db: QueryRunner, table: string, column: string, values: string): Promise<void> {
  const name = `${table}_${column}_known`;
  await db.query(`
    ALTER TABLE ${table} DROP CONSTRAINT ${name}, ADD CONSTRAINT ${name} CHECK (${column} IN (${values}))`);
}
