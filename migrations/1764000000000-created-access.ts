import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Districts, accounts and how they sign in, and the small shared tables that belong to no district. */
export class CreatedAccess1764000000000 implements MigrationInterface {
  name = 'CreatedAccess1764000000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm`);
    await db.query(`CREATE EXTENSION IF NOT EXISTS btree_gist`);
    // PostgreSQL 18 makes UUIDv7 itself; 15 to 17 get the same layout from the clock and 74 random bits.
    await db.query(`
      DO $outer$ BEGIN
        IF current_setting('server_version_num')::int >= 180000 THEN
          CREATE FUNCTION rollcall_uuid() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE
            AS 'SELECT uuidv7()';
        ELSE
          CREATE FUNCTION rollcall_uuid() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $fn$
            SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
              PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
              FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid $fn$;
        END IF;
      END $outer$`);
    await db.query(`
      CREATE TABLE districts (
        id uuid PRIMARY KEY,
        slug text NOT NULL CONSTRAINT districts_slug_unique UNIQUE,
        name text NOT NULL,
        time_zone text NOT NULL,
        fiscal_year_starts smallint NOT NULL DEFAULT 7,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT districts_slug_form CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
        CONSTRAINT districts_fiscal_year_month CHECK (fiscal_year_starts BETWEEN 1 AND 12)
      )`);
    await db.query(`
      CREATE TABLE accounts (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        email text NOT NULL,
        name text NOT NULL,
        role text NOT NULL,
        regions text[] NOT NULL DEFAULT '{}',
        disabled_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, id),
        CONSTRAINT accounts_email_unique UNIQUE (district_id, email),
        CONSTRAINT accounts_email_lower CHECK (email = lower(email)),
        CONSTRAINT accounts_role_known CHECK
          (role IN ('admin', 'its', 'lead', 'liaison', 'technician', 'site_staff', 'vendor')),
        CONSTRAINT accounts_district FOREIGN KEY (district_id) REFERENCES districts (id)
      )`);
    await db.query(`CREATE INDEX accounts_by_email ON accounts (email)`);
    await db.query(`
      CREATE TABLE identities (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        account_id uuid NOT NULL,
        provider text NOT NULL,
        subject text NOT NULL,
        secret_hash text,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, id),
        CONSTRAINT identities_subject_unique UNIQUE (district_id, provider, subject),
        CONSTRAINT identities_account_unique UNIQUE (district_id, account_id, provider),
        CONSTRAINT identities_account FOREIGN KEY (district_id, account_id)
          REFERENCES accounts (district_id, id)
      )`);
    await db.query(`
      CREATE TABLE sessions (
        district_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        account_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        PRIMARY KEY (district_id, token_hash),
        CONSTRAINT sessions_account FOREIGN KEY (district_id, account_id)
          REFERENCES accounts (district_id, id)
      )`);
    await db.query(`CREATE INDEX sessions_by_account ON sessions (district_id, account_id)`);
    await db.query(`
      CREATE TABLE api_tokens (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        account_id uuid NOT NULL,
        name text NOT NULL,
        token_hash bytea NOT NULL,
        scopes text[],
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz,
        revoked_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, id),
        CONSTRAINT api_tokens_hash_unique UNIQUE (district_id, token_hash),
        CONSTRAINT api_tokens_account FOREIGN KEY (district_id, account_id)
          REFERENCES accounts (district_id, id)
      )`);
    await db.query(`CREATE INDEX api_tokens_by_account ON api_tokens (district_id, account_id)`);
    await db.query(`
      CREATE TABLE idempotency_keys (
        district_id uuid NOT NULL,
        account_id uuid NOT NULL,
        key text NOT NULL,
        request_hash bytea NOT NULL,
        status smallint,
        body jsonb,
        headers jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, account_id, key),
        CONSTRAINT idempotency_keys_account FOREIGN KEY (district_id, account_id)
          REFERENCES accounts (district_id, id)
      )`);
    await db.query(`CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at)`);
    // Shared, of no district: they are needed before one is known.
    await db.query(`
      CREATE TABLE setup_links (
        token_hash bytea PRIMARY KEY,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      )`);
    await db.query(`
      CREATE TABLE sign_in_failures (
        key text PRIMARY KEY,
        failures integer NOT NULL,
        last_failed_at timestamptz NOT NULL
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE sign_in_failures, setup_links, idempotency_keys, api_tokens, sessions,
      identities, accounts, districts`);
    await db.query(`DROP FUNCTION rollcall_uuid()`);
  }
}
