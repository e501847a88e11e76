import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Incidents that all devices of a plan or purchase share. */
export class PooledIncidents1764000800941 implements MigrationInterface {
  name = 'PooledIncidents1764000800941';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE incident_pools (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        vendor_id uuid NOT NULL,
        kind text NOT NULL,
        contract_number text NOT NULL,
        incidents integer NOT NULL,
        used_before integer NOT NULL DEFAULT 0,
        used integer NOT NULL DEFAULT 0,
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (district_id, id),
        CONSTRAINT incident_pools_contract_unique UNIQUE (district_id, vendor_id, kind, contract_number),
        CONSTRAINT incident_pools_name_filled CHECK (btrim(name) <> ''),
        CONSTRAINT incident_pools_contract_filled CHECK (btrim(contract_number) <> ''),
        CONSTRAINT incident_pools_kind_known CHECK (
          kind IN ('manufacturer', 'extended', 'accidental_damage', 'insurance', 'battery', 'other')),
        CONSTRAINT incident_pools_not_overdrawn CHECK (
          used_before >= 0 AND used >= 0 AND used_before + used <= incidents),
        CONSTRAINT incident_pools_vendor FOREIGN KEY (district_id, vendor_id) REFERENCES vendors (district_id, id),
        CONSTRAINT incident_pools_creator FOREIGN KEY (district_id, created_by) REFERENCES accounts (district_id, id)
      )`);
    await db.query(`CREATE INDEX incident_pools_by_name ON incident_pools (district_id, lower(name), id)`);
    await db.query(`
      ALTER TABLE claims ADD COLUMN pool_id uuid,
        ADD CONSTRAINT claims_pool FOREIGN KEY (district_id, pool_id) REFERENCES incident_pools (district_id, id)`);
    await db.query(`
      CREATE INDEX claims_of_pool ON claims (district_id, pool_id, sequence) WHERE pool_id IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE claims DROP COLUMN pool_id`);
    await db.query(`DROP TABLE incident_pools`);
  }
}
