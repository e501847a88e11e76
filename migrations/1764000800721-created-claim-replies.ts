import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What vendors say of claims, and what their words mean. */
export class CreatedClaimReplies1764000800721 implements MigrationInterface {
  name = 'CreatedClaimReplies1764000800721';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE claim_replies (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        claim_id uuid NOT NULL,
        round integer NOT NULL,
        content_hash bytea NOT NULL,
        source text NOT NULL,
        import_id uuid,
        word text,
        word_key text,
        reference text,
        rma text,
        expected_on date,
        cost_cents integer,
        outcome text,
        denial_reason text,
        replacement_serial text,
        note text,
        said_at timestamptz,
        received_at timestamptz NOT NULL,
        received_by uuid,
        state text NOT NULL,
        why text,
        why_detail text,
        claim_before jsonb,
        claim_after jsonb,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (district_id, id),
        CONSTRAINT claim_replies_state_known CHECK (state IN ('waiting', 'applied', 'dismissed', 'undone')),
        CONSTRAINT claim_replies_source_known CHECK (source IN ('file', 'https', 'desk')),
        CONSTRAINT claim_replies_of_file CHECK ((source = 'file') = (import_id IS NOT NULL)),
        CONSTRAINT claim_replies_why_known CHECK (why IN ('UNKNOWN_WORD', 'MOVES_BACK', 'OUT_OF_ORDER',
          'OUTCOME_MISSING', 'SAID_BEFORE_RESUBMISSION', 'NOT_WITH_VENDOR')),
        CONSTRAINT claim_replies_why_said CHECK (
          state <> 'waiting' OR why IS NOT NULL AND why_detail IS NOT NULL),
        CONSTRAINT claim_replies_outcome_known CHECK (outcome IN ('repaired', 'part_shipped', 'replaced', 'credited',
          'no_fault_found')),
        CONSTRAINT claim_replies_denial_known CHECK (denial_reason IN ('customer_damage', 'liquid', 'cosmetic',
          'wear', 'altered_serial', 'limit_used', 'not_on_plan', 'no_fault_found', 'other')),
        CONSTRAINT claim_replies_word_keyed CHECK ((word IS NULL) = (word_key IS NULL)),
        CONSTRAINT claim_replies_cost_positive CHECK (cost_cents >= 0),
        CONSTRAINT claim_replies_claim FOREIGN KEY (district_id, claim_id) REFERENCES claims (district_id, id),
        CONSTRAINT claim_replies_import FOREIGN KEY (district_id, import_id) REFERENCES imports (district_id, id),
        CONSTRAINT claim_replies_receiver FOREIGN KEY (district_id, received_by)
          REFERENCES accounts (district_id, id)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX claim_replies_once ON claim_replies (district_id, claim_id, round, content_hash)
        WHERE state <> 'undone'`);
    await db.query(`CREATE INDEX claim_replies_of_claim ON claim_replies (district_id, claim_id, id)`);
    await db.query(`CREATE INDEX claim_replies_by_state ON claim_replies (district_id, state, id)`);
    await db.query(`
      CREATE INDEX claim_replies_of_word ON claim_replies (district_id, word_key, id) WHERE state = 'waiting'`);
    await db.query(`
      CREATE INDEX claim_replies_of_import ON claim_replies (district_id, import_id, claim_id)
        WHERE import_id IS NOT NULL`);
    await db.query(`
      CREATE TABLE vendor_reply_words (
        district_id uuid NOT NULL,
        vendor_id uuid NOT NULL,
        word_key text NOT NULL,
        word text NOT NULL,
        meaning text NOT NULL,
        outcome text,
        denial_reason text,
        updated_by uuid,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (district_id, vendor_id, word_key),
        CONSTRAINT vendor_reply_words_meaning_known CHECK (meaning IN ('acknowledged', 'in_progress', 'waiting',
          'resolved', 'denied', 'no_change')),
        CONSTRAINT vendor_reply_words_outcome_known CHECK (outcome IN ('repaired', 'part_shipped', 'replaced',
          'credited', 'no_fault_found')),
        CONSTRAINT vendor_reply_words_denial_known CHECK (denial_reason IN ('customer_damage', 'liquid', 'cosmetic',
          'wear', 'altered_serial', 'limit_used', 'not_on_plan', 'no_fault_found', 'other')),
        CONSTRAINT vendor_reply_words_outcome_of_end CHECK (outcome IS NULL OR meaning = 'resolved'),
        CONSTRAINT vendor_reply_words_denial_of_end CHECK (denial_reason IS NULL OR meaning = 'denied'),
        CONSTRAINT vendor_reply_words_filled CHECK (word_key <> ''),
        CONSTRAINT vendor_reply_words_vendor FOREIGN KEY (district_id, vendor_id)
          REFERENCES vendors (district_id, id),
        CONSTRAINT vendor_reply_words_editor FOREIGN KEY (district_id, updated_by)
          REFERENCES accounts (district_id, id)
      )`);
    await db.query(
      `CREATE INDEX claims_of_reference ON claims (district_id, reference) WHERE reference IS NOT NULL`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM steps_taken WHERE subject_kind = 'claim_reply'`);
    await db.query(`DROP INDEX claims_of_reference`);
    await db.query(`DROP TABLE vendor_reply_words`);
    await db.query(`DROP TABLE claim_replies`);
  }
}
