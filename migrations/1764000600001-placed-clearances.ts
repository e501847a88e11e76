import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Modules place holds and clearances for what they keep (a claim, a lot), and take them away by it. */
export class PlacedClearances1764000600001 implements MigrationInterface {
  name = 'PlacedClearances1764000600001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE device_holds ADD COLUMN subject_id uuid;
      CREATE UNIQUE INDEX device_holds_once ON device_holds (district_id, kind, subject_id, device_id)
        WHERE lifted_at IS NULL AND subject_id IS NOT NULL;
      CREATE TABLE device_clearances (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        device_id uuid NOT NULL,
        gate text NOT NULL,
        evidence_kind text NOT NULL,
        evidence_id uuid NOT NULL,
        holds_from timestamptz NOT NULL,
        placed_at timestamptz NOT NULL DEFAULT now(),
        placed_by uuid,
        withdrawn_at timestamptz,
        withdrawn_by uuid,
        CONSTRAINT device_clearances_pkey PRIMARY KEY (district_id, id),
        CONSTRAINT device_clearances_gate_known CHECK (gate IN ('released', 'sanitized', 'board_item', 'signed_lot',
          'lessor_receipt', 'vendor_claim', 'loss_report', 'approval')),
        CONSTRAINT device_clearances_evidence_named CHECK (evidence_kind <> ''),
        CONSTRAINT device_clearances_withdrawn_once CHECK (withdrawn_at IS NOT NULL OR withdrawn_by IS NULL),
        CONSTRAINT device_clearances_device FOREIGN KEY (district_id, device_id) REFERENCES devices (district_id, id),
        CONSTRAINT device_clearances_placer FOREIGN KEY (district_id, placed_by)
          REFERENCES accounts (district_id, id),
        CONSTRAINT device_clearances_withdrawer FOREIGN KEY (district_id, withdrawn_by)
          REFERENCES accounts (district_id, id)
      );
      CREATE INDEX device_clearances_open ON device_clearances (district_id, device_id) WHERE withdrawn_at IS NULL;
      CREATE UNIQUE INDEX device_clearances_once
        ON device_clearances (district_id, evidence_kind, evidence_id, gate, device_id) WHERE withdrawn_at IS NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE device_clearances;
      DROP INDEX device_holds_once;
      ALTER TABLE device_holds DROP COLUMN subject_id`);
  }
}
