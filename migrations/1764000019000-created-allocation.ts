import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Models of who gets how much help, what sites are given besides, and what they buy. */
export class CreatedAllocation1764000019000 implements MigrationInterface {
  name = 'CreatedAllocation1764000019000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE allocation_models (
        district_id uuid NOT NULL,
        key text NOT NULL,
        version integer NOT NULL,
        name text NOT NULL,
        unit text NOT NULL,
        document jsonb NOT NULL,
        source text NOT NULL,
        source_date date NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by uuid,
        PRIMARY KEY (district_id, key, version),
        CONSTRAINT allocation_models_key_form CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        CONSTRAINT allocation_models_unit_known CHECK (unit IN ('hours', 'days')),
        CONSTRAINT allocation_models_version_counted CHECK (version >= 1),
        CONSTRAINT allocation_models_district FOREIGN KEY (district_id) REFERENCES districts (id),
        CONSTRAINT allocation_models_maker FOREIGN KEY (district_id, created_by)
          REFERENCES accounts (district_id, id)
      )`);
    await db.query(`
      CREATE TABLE site_entitlements (
        district_id uuid NOT NULL,
        site_id uuid NOT NULL,
        school_year smallint NOT NULL,
        revision integer NOT NULL,
        unit text NOT NULL,
        amount double precision,
        note text,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        recorded_by uuid,
        PRIMARY KEY (district_id, site_id, school_year, revision),
        CONSTRAINT site_entitlements_unit_known CHECK (unit IN ('hours', 'days')),
        CONSTRAINT site_entitlements_quarters CHECK (amount >= 0 AND amount * 4 = floor(amount * 4)),
        CONSTRAINT site_entitlements_year CHECK (school_year BETWEEN 1950 AND 2200),
        CONSTRAINT site_entitlements_site FOREIGN KEY (district_id, site_id) REFERENCES sites (district_id, id),
        CONSTRAINT site_entitlements_recorder FOREIGN KEY (district_id, recorded_by)
          REFERENCES accounts (district_id, id)
      )`);
    await db.query(`
      CREATE TABLE support_purchases (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        site_id uuid NOT NULL,
        school_year smallint NOT NULL,
        model_key text NOT NULL,
        model_version integer NOT NULL,
        option_key text NOT NULL,
        option_name text NOT NULL,
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        unit text NOT NULL,
        amount double precision NOT NULL,
        price_cents integer NOT NULL,
        payer text NOT NULL,
        payer_name text,
        account_string text,
        note text,
        state text NOT NULL DEFAULT 'draft',
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, id),
        CONSTRAINT support_purchases_unit_known CHECK (unit IN ('hours', 'days')),
        CONSTRAINT support_purchases_amount_given CHECK (amount > 0),
        CONSTRAINT support_purchases_days_ordered CHECK (starts_on <= ends_on),
        CONSTRAINT support_purchases_price_given CHECK (price_cents >= 0),
        CONSTRAINT support_purchases_year CHECK (school_year BETWEEN 1950 AND 2200),
        CONSTRAINT support_purchases_payer_known CHECK (payer IN ('site', 'categorical', 'gift')),
        CONSTRAINT support_purchases_giver_named CHECK (payer <> 'gift' OR payer_name IS NOT NULL),
        CONSTRAINT support_purchases_state_known
          CHECK (state IN ('draft', 'submitted', 'approved', 'encumbered', 'cancelled')),
        CONSTRAINT support_purchases_account_given CHECK (state <> 'encumbered' OR account_string IS NOT NULL),
        CONSTRAINT support_purchases_site FOREIGN KEY (district_id, site_id) REFERENCES sites (district_id, id)
      )`);
    await db.query(`CREATE INDEX support_purchases_of_site ON support_purchases (district_id, site_id, id)`);
    await db.query(
      `CREATE INDEX support_purchases_by_state ON support_purchases (district_id, school_year, state, id)`,
    );
    await db.query(`
      CREATE TABLE support_purchase_steps (
        district_id uuid NOT NULL,
        purchase_id uuid NOT NULL,
        version integer NOT NULL,
        state text NOT NULL,
        price_cents integer NOT NULL,
        note text,
        taken_at timestamptz NOT NULL DEFAULT now(),
        taken_by uuid,
        PRIMARY KEY (district_id, purchase_id, version),
        CONSTRAINT support_purchase_steps_purchase FOREIGN KEY (district_id, purchase_id)
          REFERENCES support_purchases (district_id, id),
        CONSTRAINT support_purchase_steps_taker FOREIGN KEY (district_id, taken_by)
          REFERENCES accounts (district_id, id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `DROP TABLE support_purchase_steps, support_purchases, site_entitlements, allocation_models`,
    );
  }
}
