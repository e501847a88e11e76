import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Claims: the fault of one device, taken to one vendor. */
export class CreatedClaims1764000800401 implements MigrationInterface {
  name = 'CreatedClaims1764000800401';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE claim_counters (
        district_id uuid NOT NULL,
        last integer NOT NULL,
        PRIMARY KEY (district_id),
        CONSTRAINT claim_counters_district FOREIGN KEY (district_id) REFERENCES districts (id)
      )`);
    await db.query(`
      CREATE TABLE claims (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        sequence integer NOT NULL,
        number text NOT NULL,
        device_id uuid NOT NULL,
        site_id uuid NOT NULL,
        vendor_id uuid NOT NULL,
        coverage_id uuid,
        category text NOT NULL,
        is_accidental boolean NOT NULL,
        observed text NOT NULL,
        tried text,
        warnings jsonb NOT NULL DEFAULT '[]',
        warnings_accepted_at timestamptz,
        warnings_accepted_by uuid,
        state text NOT NULL DEFAULT 'draft',
        version integer NOT NULL DEFAULT 1,
        reference text,
        rma text,
        expected_on date,
        tracking_out text,
        tracking_back text,
        cost_quoted_cents integer,
        cost_approved_cents integer,
        cost_invoiced_cents integer,
        outcome text,
        denial_reason text,
        resubmissions integer NOT NULL DEFAULT 0,
        opened_by uuid,
        opened_at timestamptz NOT NULL,
        sent_at timestamptz,
        acknowledged_at timestamptz,
        resolved_at timestamptz,
        ended_at timestamptz,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (district_id, id),
        CONSTRAINT claims_sequence_unique UNIQUE (district_id, sequence),
        CONSTRAINT claims_state_known CHECK (state IN ('draft', 'ready', 'sent', 'acknowledged', 'in_progress',
          'waiting', 'resolved', 'denied', 'closed', 'cancelled')),
        CONSTRAINT claims_category_known CHECK (category IN ('screen', 'keyboard', 'trackpad', 'battery', 'power',
          'charging_port', 'hinge', 'case', 'camera', 'audio', 'storage', 'mainboard', 'network', 'liquid', 'software',
          'other')),
        CONSTRAINT claims_outcome_known CHECK (outcome IN ('repaired', 'part_shipped', 'replaced', 'credited',
          'no_fault_found')),
        CONSTRAINT claims_denial_known CHECK (denial_reason IN ('customer_damage', 'liquid', 'cosmetic', 'wear',
          'altered_serial', 'limit_used', 'not_on_plan', 'no_fault_found', 'other')),
        CONSTRAINT claims_observed_filled CHECK (btrim(observed) <> ''),
        CONSTRAINT claims_costs_positive CHECK (
          cost_quoted_cents >= 0 AND cost_approved_cents >= 0 AND cost_invoiced_cents >= 0),
        CONSTRAINT claims_device FOREIGN KEY (district_id, device_id) REFERENCES devices (district_id, id),
        CONSTRAINT claims_site FOREIGN KEY (district_id, site_id) REFERENCES sites (district_id, id),
        CONSTRAINT claims_vendor FOREIGN KEY (district_id, vendor_id) REFERENCES vendors (district_id, id),
        CONSTRAINT claims_coverage FOREIGN KEY (district_id, coverage_id) REFERENCES coverages (district_id, id),
        CONSTRAINT claims_opener FOREIGN KEY (district_id, opened_by) REFERENCES accounts (district_id, id),
        CONSTRAINT claims_warnings_accepter FOREIGN KEY (district_id, warnings_accepted_by)
          REFERENCES accounts (district_id, id)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX claims_open_once ON claims (district_id, device_id, category)
        WHERE state NOT IN ('closed', 'cancelled')`);
    await db.query(`CREATE INDEX claims_by_state ON claims (district_id, state, sequence)`);
    await db.query(`CREATE INDEX claims_of_device ON claims (district_id, device_id, sequence)`);
    await db.query(`CREATE INDEX claims_of_site ON claims (district_id, site_id, sequence)`);
    await db.query(`CREATE INDEX claims_of_vendor ON claims (district_id, vendor_id, sequence)`);
    await db.query(`CREATE INDEX claims_of_coverage ON claims (district_id, coverage_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM steps_taken WHERE subject_kind = 'claim'`);
    await db.query(`DELETE FROM device_holds WHERE kind = 'claim' AND owner = 'warranty'`);
    await db.query(`DROP TABLE claims`);
    await db.query(`DROP TABLE claim_counters`);
  }
}
