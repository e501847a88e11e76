import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules that create coverages for many devices, their applications, and what each application added and changed. */
export class CreatedCoverageRules1764000800301 implements MigrationInterface {
  name = 'CreatedCoverageRules1764000800301';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE coverage_rules (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        vendor_id uuid NOT NULL,
        kind text NOT NULL,
        service_level text,
        contract_number text NOT NULL DEFAULT '',
        incidents_a_year integer,
        incidents_in_total integer,
        deductible_cents integer,
        repair_cap_cents integer,
        waiting_days integer NOT NULL DEFAULT 0,
        excludes text[] NOT NULL DEFAULT '{}',
        on_replacement text NOT NULL DEFAULT 'transfers',
        months integer NOT NULL,
        starts_from text NOT NULL,
        purchase_reference text,
        funding_source_id uuid,
        manufacturer text,
        model text,
        kinds text[],
        purchased_from date,
        purchased_to date,
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, id),
        CONSTRAINT coverage_rules_name_filled CHECK (btrim(name) <> ''),
        CONSTRAINT coverage_rules_kind_known CHECK (
          kind IN ('manufacturer', 'extended', 'accidental_damage', 'insurance', 'battery', 'other')),
        CONSTRAINT coverage_rules_service_level_known CHECK (
          service_level IN ('depot', 'carry_in', 'on_site', 'parts_only', 'advance_exchange')),
        CONSTRAINT coverage_rules_months_possible CHECK (months BETWEEN 1 AND 240),
        CONSTRAINT coverage_rules_start_known CHECK (starts_from IN ('purchased', 'in_service')),
        CONSTRAINT coverage_rules_amounts_positive CHECK (
          incidents_a_year > 0 AND incidents_in_total > 0 AND deductible_cents >= 0 AND repair_cap_cents > 0
          AND waiting_days >= 0),
        CONSTRAINT coverage_rules_excludes_known CHECK (
          excludes <@ ARRAY['theft', 'loss', 'liquid', 'battery', 'charger', 'stylus']),
        CONSTRAINT coverage_rules_on_replacement_known CHECK (on_replacement IN ('transfers', 'ends')),
        CONSTRAINT coverage_rules_device_kinds_known CHECK (
          kinds <@ ARRAY['desktop', 'laptop', 'ipad', 'chromebook', 'other']),
        CONSTRAINT coverage_rules_purchase_days_ordered CHECK (purchased_from <= purchased_to),
        CONSTRAINT coverage_rules_not_for_all CHECK (
          num_nonnulls(purchase_reference, funding_source_id, manufacturer, model, kinds, purchased_from,
                       purchased_to) > 0),
        CONSTRAINT coverage_rules_vendor FOREIGN KEY (district_id, vendor_id) REFERENCES vendors (district_id, id),
        CONSTRAINT coverage_rules_funding FOREIGN KEY (district_id, funding_source_id)
          REFERENCES funding_sources (district_id, id),
        CONSTRAINT coverage_rules_creator FOREIGN KEY (district_id, created_by) REFERENCES accounts (district_id, id)
      )`);
    await db.query(
      `CREATE UNIQUE INDEX coverage_rules_name_unique ON coverage_rules (district_id, lower(name))`,
    );
    await db.query(`CREATE INDEX coverage_rules_of_vendor ON coverage_rules (district_id, vendor_id)`);
    await db.query(`
      CREATE TABLE coverage_rule_runs (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        rule_id uuid NOT NULL,
        rule_version integer NOT NULL,
        added integer NOT NULL,
        changed integer NOT NULL,
        applied_at timestamptz NOT NULL,
        applied_by uuid,
        undone_at timestamptz,
        undone_by uuid,
        PRIMARY KEY (district_id, id),
        CONSTRAINT coverage_rule_runs_did_something CHECK (added + changed > 0),
        CONSTRAINT coverage_rule_runs_rule FOREIGN KEY (district_id, rule_id)
          REFERENCES coverage_rules (district_id, id),
        CONSTRAINT coverage_rule_runs_applier FOREIGN KEY (district_id, applied_by)
          REFERENCES accounts (district_id, id),
        CONSTRAINT coverage_rule_runs_undoer FOREIGN KEY (district_id, undone_by)
          REFERENCES accounts (district_id, id)
      )`);
    await db.query(
      `CREATE INDEX coverage_rule_runs_of_rule ON coverage_rule_runs (district_id, rule_id, applied_at, id)`,
    );
    await db.query(`
      CREATE TABLE coverage_rule_rows (
        district_id uuid NOT NULL,
        run_id uuid NOT NULL,
        coverage_id uuid NOT NULL,
        action text NOT NULL,
        before jsonb,
        PRIMARY KEY (district_id, run_id, coverage_id),
        CONSTRAINT coverage_rule_rows_action_known CHECK (action IN ('add', 'change')),
        CONSTRAINT coverage_rule_rows_before_of_change CHECK ((action = 'change') = (before IS NOT NULL)),
        CONSTRAINT coverage_rule_rows_run FOREIGN KEY (district_id, run_id)
          REFERENCES coverage_rule_runs (district_id, id),
        CONSTRAINT coverage_rule_rows_coverage FOREIGN KEY (district_id, coverage_id)
          REFERENCES coverages (district_id, id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE coverage_rule_rows`);
    await db.query(`DROP TABLE coverage_rule_runs`);
    await db.query(`DROP TABLE coverage_rules`);
  }
}
