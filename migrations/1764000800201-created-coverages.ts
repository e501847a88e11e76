import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Warranties and contracts on devices, and the rules that create them for many devices at once. */
export class CreatedCoverages1764000800201 implements MigrationInterface {
  name = 'CreatedCoverages1764000800201';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE coverages (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        device_id uuid NOT NULL,
        vendor_id uuid NOT NULL,
        kind text NOT NULL,
        service_level text,
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        cancelled_on date,
        contract_number text NOT NULL DEFAULT '',
        incidents_a_year integer,
        incidents_in_total integer,
        deductible_cents integer,
        repair_cap_cents integer,
        waiting_days integer NOT NULL DEFAULT 0,
        excludes text[] NOT NULL DEFAULT '{}',
        on_replacement text NOT NULL DEFAULT 'transfers',
        source text NOT NULL,
        source_id uuid,
        source_at timestamptz NOT NULL,
        withdrawn_at timestamptz,
        withdrawn_by uuid,
        withdrawal_reason text,
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, id),
        CONSTRAINT coverages_kind_known CHECK (
          kind IN ('manufacturer', 'extended', 'accidental_damage', 'insurance', 'battery', 'other')),
        CONSTRAINT coverages_service_level_known CHECK (
          service_level IN ('depot', 'carry_in', 'on_site', 'parts_only', 'advance_exchange')),
        CONSTRAINT coverages_dates_ordered CHECK (starts_on <= ends_on),
        CONSTRAINT coverages_amounts_positive CHECK (
          incidents_a_year > 0 AND incidents_in_total > 0 AND deductible_cents >= 0 AND repair_cap_cents > 0
          AND waiting_days >= 0),
        CONSTRAINT coverages_excludes_known CHECK (
          excludes <@ ARRAY['theft', 'loss', 'liquid', 'battery', 'charger', 'stylus']),
        CONSTRAINT coverages_on_replacement_known CHECK (on_replacement IN ('transfers', 'ends')),
        CONSTRAINT coverages_source_known CHECK (source IN ('person', 'rule', 'file', 'look_up')),
        CONSTRAINT coverages_source_named CHECK ((source IN ('rule', 'file')) = (source_id IS NOT NULL)),
        CONSTRAINT coverages_withdrawal_whole CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL)),
        CONSTRAINT coverages_device FOREIGN KEY (district_id, device_id) REFERENCES devices (district_id, id),
        CONSTRAINT coverages_vendor FOREIGN KEY (district_id, vendor_id) REFERENCES vendors (district_id, id),
        CONSTRAINT coverages_creator FOREIGN KEY (district_id, created_by) REFERENCES accounts (district_id, id),
        CONSTRAINT coverages_withdrawer FOREIGN KEY (district_id, withdrawn_by)
          REFERENCES accounts (district_id, id)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX coverages_once
        ON coverages (district_id, device_id, vendor_id, kind, contract_number, starts_on, source)
        WHERE withdrawn_at IS NULL`);
    await db.query(
      `CREATE INDEX coverages_by_end ON coverages (district_id, least(ends_on, cancelled_on), id)`,
    );
    await db.query(`CREATE INDEX coverages_of_vendor ON coverages (district_id, vendor_id)`);
    await db.query(
      `CREATE INDEX coverages_of_source ON coverages (district_id, source_id) WHERE source_id IS NOT NULL`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE coverages`);
  }
}
