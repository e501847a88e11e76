import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sweeps: what was expected in a place, frozen, and what was found there. */
export class CreatedSweeps1764000015000 implements MigrationInterface {
  name = 'CreatedSweeps1764000015000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE sweeps (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        site_id uuid NOT NULL,
        room_id uuid,
        cart_id uuid,
        begun_by uuid NOT NULL,
        begun_at timestamptz NOT NULL DEFAULT now(),
        closed_by uuid,
        closed_at timestamptz,
        note text,
        change_set_id uuid,
        PRIMARY KEY (district_id, id),
        CONSTRAINT sweeps_closed_by_somebody CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
        CONSTRAINT sweeps_site FOREIGN KEY (district_id, site_id) REFERENCES sites (district_id, id),
        CONSTRAINT sweeps_room FOREIGN KEY (district_id, site_id, room_id)
          REFERENCES rooms (district_id, site_id, id),
        CONSTRAINT sweeps_cart FOREIGN KEY (district_id, site_id, cart_id)
          REFERENCES carts (district_id, site_id, id),
        CONSTRAINT sweeps_of_one_place CHECK (room_id IS NULL OR cart_id IS NULL),
        CONSTRAINT sweeps_beginner FOREIGN KEY (district_id, begun_by) REFERENCES accounts (district_id, id),
        CONSTRAINT sweeps_closer FOREIGN KEY (district_id, closed_by) REFERENCES accounts (district_id, id),
        CONSTRAINT sweeps_change_set FOREIGN KEY (district_id, change_set_id)
          REFERENCES change_sets (district_id, id)
      )`);
    await db.query(`CREATE INDEX sweeps_by_place ON sweeps (district_id, site_id, room_id, closed_at)`);
    await db.query(`CREATE UNIQUE INDEX sweeps_one_open ON sweeps
      (district_id, site_id, coalesce(room_id, cart_id, '00000000-0000-0000-0000-000000000000')) WHERE closed_at IS NULL`);
    await db.query(`CREATE INDEX sweeps_latest ON sweeps (district_id, begun_at DESC, id DESC)`);
    await db.query(`
      CREATE TABLE sweep_devices (
        district_id uuid NOT NULL,
        sweep_id uuid NOT NULL,
        device_id uuid NOT NULL,
        room_id uuid,
        PRIMARY KEY (district_id, sweep_id, device_id),
        CONSTRAINT sweep_devices_sweep FOREIGN KEY (district_id, sweep_id) REFERENCES sweeps (district_id, id),
        CONSTRAINT sweep_devices_device FOREIGN KEY (district_id, device_id)
          REFERENCES devices (district_id, id)
      )`);
    await db.query(`
      CREATE TABLE sweep_findings (
        district_id uuid NOT NULL,
        sweep_id uuid NOT NULL,
        key text NOT NULL,
        result text NOT NULL,
        code text,
        device_id uuid,
        expected_room text,
        found_room text,
        seen_at timestamptz,
        seen_by uuid,
        scan_id uuid,
        PRIMARY KEY (district_id, sweep_id, key),
        CONSTRAINT sweep_findings_result_known
          CHECK (result IN ('verified', 'misplaced', 'missing', 'unknown', 'retired')),
        CONSTRAINT sweep_findings_sweep FOREIGN KEY (district_id, sweep_id) REFERENCES sweeps (district_id, id),
        CONSTRAINT sweep_findings_device FOREIGN KEY (district_id, device_id)
          REFERENCES devices (district_id, id)
      )`);
    await db.query(`ALTER TABLE scans ADD COLUMN sweep_id uuid,
      ADD CONSTRAINT scans_sweep FOREIGN KEY (district_id, sweep_id) REFERENCES sweeps (district_id, id)`);
    // An undo may be of a scan whose code nobody knows.
    await db.query(`ALTER TABLE scans DROP CONSTRAINT scans_device_known,
      ADD CONSTRAINT scans_device_known CHECK (outcome <> 'applied' OR action = 'undo' OR device_id IS NOT NULL)`);
    // Who has not brought back what.
    await db.query(`CREATE INDEX custody_open ON custody (district_id, coalesce(due_on, '9999-12-31'), id)
      WHERE returned_at IS NULL`);
    // Phones ask what changed since they asked last.
    await db.query(`CREATE INDEX change_sets_by_time ON change_sets (district_id, recorded_at)`);
    await db.query(`CREATE INDEX scans_of_sweep ON scans (district_id, sweep_id, device_id)
      WHERE sweep_id IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX change_sets_by_time, custody_open`);
    await db.query(`ALTER TABLE scans DROP COLUMN sweep_id, DROP CONSTRAINT scans_device_known`);
    await db.query(`ALTER TABLE scans
      ADD CONSTRAINT scans_device_known CHECK (outcome <> 'applied' OR device_id IS NOT NULL) NOT VALID`);
    await db.query(`DROP TABLE sweep_findings, sweep_devices, sweeps`);
  }
}
