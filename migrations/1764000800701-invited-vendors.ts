import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts of the people who work at vendors, and their invitations. */
export class InvitedVendors1764000800701 implements MigrationInterface {
  name = 'InvitedVendors1764000800701';

  async up(db: QueryRunner): Promise<void> {
    // Until now the role had no rights and belonged to no vendor. Such an account is shut and reaches nothing, so that
    // nobody gains a right by opening it again. Its person can be invited by a vendor under another address.
    await db.query(`
      DELETE FROM account_sites x USING accounts a
       WHERE a.district_id = x.district_id AND a.id = x.account_id AND a.role = 'vendor'`);
    await db.query(`
      UPDATE accounts SET role = 'site_staff', regions = '{}', disabled_at = coalesce(disabled_at, now()),
             version = version + 1
       WHERE role = 'vendor'`);
    await db.query(`
      ALTER TABLE accounts ADD COLUMN vendor_id uuid,
        ADD CONSTRAINT accounts_vendor_of_role CHECK ((role = 'vendor') = (vendor_id IS NOT NULL)),
        ADD CONSTRAINT accounts_vendor FOREIGN KEY (district_id, vendor_id) REFERENCES vendors (district_id, id)`);
    await db.query(`
      CREATE INDEX accounts_of_vendor ON accounts (district_id, vendor_id, email) WHERE vendor_id IS NOT NULL`);
    await db.query(`
      CREATE TABLE vendor_invitations (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        vendor_id uuid NOT NULL,
        email text NOT NULL,
        name text NOT NULL,
        invited_by uuid,
        invited_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        accepted_at timestamptz,
        account_id uuid,
        withdrawn_at timestamptz,
        withdrawn_by uuid,
        PRIMARY KEY (district_id, id),
        CONSTRAINT vendor_invitations_email_lower CHECK (email = lower(email)),
        CONSTRAINT vendor_invitations_accepted CHECK ((accepted_at IS NULL) = (account_id IS NULL)),
        CONSTRAINT vendor_invitations_one_end CHECK (accepted_at IS NULL OR withdrawn_at IS NULL),
        CONSTRAINT vendor_invitations_vendor FOREIGN KEY (district_id, vendor_id)
          REFERENCES vendors (district_id, id),
        CONSTRAINT vendor_invitations_inviter FOREIGN KEY (district_id, invited_by)
          REFERENCES accounts (district_id, id),
        CONSTRAINT vendor_invitations_withdrawer FOREIGN KEY (district_id, withdrawn_by)
          REFERENCES accounts (district_id, id),
        CONSTRAINT vendor_invitations_account FOREIGN KEY (district_id, account_id)
          REFERENCES accounts (district_id, id)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX vendor_invitations_open_once ON vendor_invitations (district_id, email)
        WHERE accepted_at IS NULL AND withdrawn_at IS NULL`);
    await db.query(`
      CREATE INDEX vendor_invitations_of_vendor ON vendor_invitations (district_id, vendor_id, id)`);
    await db.query(`
      CREATE TABLE vendor_invitation_links (
        district_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        invitation_id uuid NOT NULL,
        made_at timestamptz NOT NULL,
        PRIMARY KEY (district_id, token_hash),
        CONSTRAINT vendor_invitation_links_invitation FOREIGN KEY (district_id, invitation_id)
          REFERENCES vendor_invitations (district_id, id)
      )`);
    await db.query(`
      CREATE INDEX vendor_invitation_links_of_invitation
        ON vendor_invitation_links (district_id, invitation_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM outbox_attempts a USING outbox o
      WHERE o.district_id = a.district_id AND o.id = a.letter_id AND o.subject_kind = 'vendor_invitation'`);
    await db.query(`DELETE FROM outbox WHERE subject_kind = 'vendor_invitation'`);
    await db.query(`DROP TABLE vendor_invitation_links`);
    await db.query(`DROP TABLE vendor_invitations`);
    await db.query(`DROP INDEX accounts_of_vendor`);
    await db.query(`ALTER TABLE accounts DROP COLUMN vendor_id`);
  }
}
