import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What technicians scanned, each scan once, with what became of it. */
export class CreatedScans1764000014000 implements MigrationInterface {
  name = 'CreatedScans1764000014000';

  async up(db: QueryRunner): Promise<void> {
    // The device's version after the event: what changed since the version that a phone had seen.
    await db.query(`ALTER TABLE device_events ADD COLUMN version integer`);
    await db.query(`
      CREATE TABLE scans (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        account_id uuid NOT NULL,
        code text NOT NULL,
        action text NOT NULL,
        said jsonb NOT NULL,
        holder text,
        after_id uuid,
        version_seen integer,
        known_version integer,
        scanned_at timestamptz NOT NULL,
        effective_at timestamptz NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now(),
        outcome text NOT NULL,
        reason text,
        detail text,
        clash jsonb,
        device_id uuid,
        site_id uuid,
        from_site_id uuid,
        change_set_id uuid,
        resolved_at timestamptz,
        resolved_by uuid,
        resolution_note text,
        PRIMARY KEY (district_id, id),
        CONSTRAINT scans_outcome_known
          CHECK (outcome IN ('applied', 'conflict', 'unknown', 'refused', 'dismissed')),
        CONSTRAINT scans_reason_given CHECK (outcome NOT IN ('conflict', 'refused') OR reason IS NOT NULL),
        CONSTRAINT scans_device_known CHECK (outcome <> 'applied' OR device_id IS NOT NULL),
        CONSTRAINT scans_resolved_by_somebody CHECK ((resolved_at IS NULL) = (resolved_by IS NULL)),
        CONSTRAINT scans_not_ahead CHECK (effective_at <= received_at + interval '1 minute'),
        CONSTRAINT scans_account FOREIGN KEY (district_id, account_id) REFERENCES accounts (district_id, id),
        CONSTRAINT scans_device FOREIGN KEY (district_id, device_id) REFERENCES devices (district_id, id),
        CONSTRAINT scans_site FOREIGN KEY (district_id, site_id) REFERENCES sites (district_id, id),
        CONSTRAINT scans_from_site FOREIGN KEY (district_id, from_site_id) REFERENCES sites (district_id, id),
        CONSTRAINT scans_change_set FOREIGN KEY (district_id, change_set_id)
          REFERENCES change_sets (district_id, id),
        CONSTRAINT scans_resolver FOREIGN KEY (district_id, resolved_by) REFERENCES accounts (district_id, id)
      )`);
    await db.query(
      `CREATE INDEX scans_of_account ON scans (district_id, account_id, received_at DESC, id DESC)`,
    );
    await db.query(`CREATE INDEX scans_in_conflict ON scans (district_id, received_at, id)
      WHERE outcome = 'conflict'`);
    await db.query(`CREATE INDEX scans_unknown ON scans (district_id, code, scanned_at, id)
      WHERE outcome = 'unknown'`);
    await db.query(`CREATE INDEX scans_that_left ON scans (district_id, from_site_id, received_at DESC, id DESC)
      WHERE from_site_id IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE scans`);
    await db.query(`ALTER TABLE device_events DROP COLUMN version`);
  }
}
