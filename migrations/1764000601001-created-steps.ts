import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One history of states for the records of every module. The history of support purchases moves into it. */
export class CreatedSteps1764000601001 implements MigrationInterface {
  name = 'CreatedSteps1764000601001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE steps_taken (
        district_id uuid NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        version integer NOT NULL,
        step text NOT NULL,
        from_state text,
        to_state text NOT NULL,
        note text,
        details jsonb,
        taken_by uuid,
        taken_at timestamptz NOT NULL,
        PRIMARY KEY (district_id, subject_kind, subject_id, version),
        CONSTRAINT steps_taken_district FOREIGN KEY (district_id) REFERENCES districts (id),
        CONSTRAINT steps_taken_taker FOREIGN KEY (district_id, taken_by) REFERENCES accounts (district_id, id)
      )`);
    // The old table kept the state that followed. The step is known by it, and by the state before.
    await db.query(`
      INSERT INTO steps_taken (district_id, subject_kind, subject_id, version, step, from_state, to_state, note, details,
             taken_by, taken_at)
      SELECT district_id, 'support_purchase', purchase_id, version,
             CASE WHEN before IS NULL THEN 'create' WHEN state = 'draft' AND before = 'draft' THEN 'redraft'
                  WHEN state = 'draft' THEN 'return' WHEN state = 'submitted' THEN 'submit'
                  WHEN state = 'approved' THEN 'approve' WHEN state = 'encumbered' THEN 'encumber' ELSE 'cancel' END,
             before, state, note, jsonb_build_object('priceCents', price_cents), taken_by, taken_at
        FROM (SELECT *, lag(state) OVER (PARTITION BY district_id, purchase_id ORDER BY version) AS before
                FROM support_purchase_steps) s`);
    await db.query(`DROP TABLE support_purchase_steps`);
  }

  async down(db: QueryRunner): Promise<void> {
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
    await db.query(`
      INSERT INTO support_purchase_steps (district_id, purchase_id, version, state, price_cents, note, taken_at, taken_by)
      SELECT district_id, subject_id, version, to_state, (details ->> 'priceCents')::integer, note, taken_at, taken_by
        FROM steps_taken WHERE subject_kind = 'support_purchase'`);
    await db.query(`DROP TABLE steps_taken`);
  }
}
