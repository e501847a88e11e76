import type { MigrationInterface, QueryRunner } from 'typeorm';

const CHANGES = `'single', 'batch', 'bulk', 'import', 'scan_batch', 'sync', 'undo', 'replacement'`;
const GATES = `'released', 'sanitized', 'board_item', 'signed_lot', 'lessor_receipt', 'vendor_claim', 'loss_report', 'approval'`;

/** Devices that leave together: releases from management, lots, and what the board decided. */
export class LeftWithLots1764000900201 implements MigrationInterface {
  name = 'LeftWithLots1764000900201';

  async up(db: QueryRunner): Promise<void> {
    await know(db, 'change_sets', 'kind', `${CHANGES}, 'lot'`);
    await know(db, 'device_clearances', 'gate', `${GATES}, 'sanitization_contracted'`);
    await db.query(`
      ALTER TABLE funding_sources ADD COLUMN keep_years integer, ADD COLUMN keep_source text,
        ADD CONSTRAINT funding_sources_kept CHECK (keep_years BETWEEN 1 AND 50)`);
    await db.query(`
      CREATE TABLE device_releases (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        device_id uuid NOT NULL,
        service text NOT NULL,
        note text,
        released_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        recorded_by uuid,
        withdrawn_at timestamptz,
        withdrawn_by uuid,
        PRIMARY KEY (district_id, id),
        CONSTRAINT device_releases_service_known CHECK (
          service IN ('google_admin', 'apple_school_manager', 'intune', 'jamf', 'mosyle', 'other', 'never_managed')),
        CONSTRAINT device_releases_device FOREIGN KEY (district_id, device_id) REFERENCES devices (district_id, id),
        CONSTRAINT device_releases_recorder FOREIGN KEY (district_id, recorded_by) REFERENCES accounts (district_id, id),
        CONSTRAINT device_releases_withdrawer FOREIGN KEY (district_id, withdrawn_by)
          REFERENCES accounts (district_id, id)
      );
      CREATE INDEX device_releases_by_time ON device_releases (district_id, released_at, id) WHERE withdrawn_at IS NULL;
      CREATE INDEX device_releases_of_device ON device_releases (district_id, device_id);
      CREATE TABLE board_items (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        meeting_on date NOT NULL,
        number text NOT NULL,
        title text NOT NULL,
        finding text NOT NULL,
        finding_text text,
        present integer,
        yes integer,
        decision text NOT NULL,
        valid_from date NOT NULL,
        valid_to date NOT NULL,
        note text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        created_by uuid,
        PRIMARY KEY (district_id, id),
        CONSTRAINT board_items_number_unique UNIQUE (district_id, meeting_on, number),
        CONSTRAINT board_items_finding_known CHECK (
          finding IN ('17545', '17546_a', '17546_b', '17546_c', '17540', '17542', 'other')),
        CONSTRAINT board_items_decision_known CHECK (decision IN ('planned', 'approved', 'in_part', 'refused')),
        CONSTRAINT board_items_other_said CHECK (finding <> 'other' OR btrim(finding_text) <> ''),
        CONSTRAINT board_items_votes CHECK (yes BETWEEN 0 AND present AND present <= 100),
        CONSTRAINT board_items_voted CHECK (decision NOT IN ('approved', 'in_part') OR yes IS NOT NULL),
        CONSTRAINT board_items_valid CHECK (valid_from <= valid_to),
        CONSTRAINT board_items_creator FOREIGN KEY (district_id, created_by) REFERENCES accounts (district_id, id)
      );
      CREATE INDEX board_items_by_meeting ON board_items (district_id, meeting_on, id);
      CREATE TABLE lot_counters (
        district_id uuid NOT NULL,
        last integer NOT NULL,
        PRIMARY KEY (district_id),
        CONSTRAINT lot_counters_district FOREIGN KEY (district_id) REFERENCES districts (id)
      );
      CREATE TABLE lots (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        number integer NOT NULL,
        name text NOT NULL,
        route text NOT NULL,
        recipient_id uuid,
        site_id uuid NOT NULL,
        place text,
        is_batteries boolean NOT NULL,
        wipe_contract text,
        wipe_certificate text,
        wipe_certificate_until date,
        waste_since date,
        note text,
        state text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        board_item_id uuid,
        manifest_csv_id uuid,
        manifest_pdf_id uuid,
        receipt_id uuid,
        change_set_id uuid,
        driver_name text,
        driver_company text,
        counted integer,
        lessor_receipt text,
        frozen_at timestamptz,
        picked_up_at timestamptz,
        created_at timestamptz NOT NULL,
        created_by uuid,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (district_id, id),
        CONSTRAINT lots_number_unique UNIQUE (district_id, number),
        CONSTRAINT lots_route_known CHECK (
          route IN ('recycle', 'sell', 'donate', 'trade_in', 'agency_transfer', 'lease_return')),
        CONSTRAINT lots_state_known CHECK (state IN ('open', 'frozen', 'approved', 'picked_up', 'settled', 'cancelled')),
        CONSTRAINT lots_batteries_recycled CHECK (NOT is_batteries OR route = 'recycle'),
        CONSTRAINT lots_wipe_contract_whole CHECK (
          (wipe_contract IS NULL) = (wipe_certificate IS NULL)
          AND (wipe_contract IS NULL) = (wipe_certificate_until IS NULL)
          AND (wipe_contract IS NULL OR (recipient_id IS NOT NULL AND route <> 'lease_return'))),
        CONSTRAINT lots_manifest_whole CHECK (
          (manifest_csv_id IS NULL) = (frozen_at IS NULL) AND (manifest_pdf_id IS NULL) = (frozen_at IS NULL)),
        CONSTRAINT lots_frozen CHECK (state NOT IN ('frozen', 'approved', 'picked_up', 'settled') OR frozen_at IS NOT NULL),
        CONSTRAINT lots_approved CHECK (
          state NOT IN ('approved', 'picked_up', 'settled') OR board_item_id IS NOT NULL OR route = 'lease_return'),
        CONSTRAINT lots_picked_up CHECK (
          (state IN ('picked_up', 'settled')) = (picked_up_at IS NOT NULL)
          AND (picked_up_at IS NULL) = (receipt_id IS NULL) AND (picked_up_at IS NULL) = (driver_name IS NULL)
          AND (picked_up_at IS NULL) = (counted IS NULL)),
        CONSTRAINT lots_lessor_receipt CHECK (
          picked_up_at IS NULL OR (route = 'lease_return') = (lessor_receipt IS NOT NULL)),
        CONSTRAINT lots_recipient FOREIGN KEY (district_id, recipient_id) REFERENCES vendors (district_id, id),
        CONSTRAINT lots_site FOREIGN KEY (district_id, site_id) REFERENCES sites (district_id, id),
        CONSTRAINT lots_board_item FOREIGN KEY (district_id, board_item_id) REFERENCES board_items (district_id, id),
        CONSTRAINT lots_manifest_csv FOREIGN KEY (district_id, manifest_csv_id) REFERENCES files (district_id, id),
        CONSTRAINT lots_manifest_pdf FOREIGN KEY (district_id, manifest_pdf_id) REFERENCES files (district_id, id),
        CONSTRAINT lots_receipt FOREIGN KEY (district_id, receipt_id) REFERENCES files (district_id, id),
        CONSTRAINT lots_change_set FOREIGN KEY (district_id, change_set_id) REFERENCES change_sets (district_id, id),
        CONSTRAINT lots_creator FOREIGN KEY (district_id, created_by) REFERENCES accounts (district_id, id)
      );
      CREATE INDEX lots_by_state ON lots (district_id, state, number);
      CREATE INDEX lots_by_waste ON lots (district_id, waste_since) WHERE waste_since IS NOT NULL;
      CREATE INDEX lots_of_board_item ON lots (district_id, board_item_id) WHERE board_item_id IS NOT NULL;
      CREATE TABLE board_item_lots (
        district_id uuid NOT NULL,
        board_item_id uuid NOT NULL,
        lot_id uuid NOT NULL,
        PRIMARY KEY (district_id, board_item_id, lot_id),
        CONSTRAINT board_item_lots_item FOREIGN KEY (district_id, board_item_id) REFERENCES board_items (district_id, id),
        CONSTRAINT board_item_lots_lot FOREIGN KEY (district_id, lot_id) REFERENCES lots (district_id, id)
      );
      CREATE INDEX board_item_lots_of_lot ON board_item_lots (district_id, lot_id);
      CREATE TABLE lot_devices (
        district_id uuid NOT NULL,
        lot_id uuid NOT NULL,
        device_id uuid NOT NULL,
        position integer,
        pallet text,
        condition text,
        added_at timestamptz NOT NULL,
        added_by uuid,
        scan_id uuid,
        checked_at timestamptz,
        checked_by uuid,
        check_scan_id uuid,
        ended_at timestamptz,
        PRIMARY KEY (district_id, lot_id, device_id),
        CONSTRAINT lot_devices_position_unique UNIQUE (district_id, lot_id, position),
        CONSTRAINT lot_devices_lot FOREIGN KEY (district_id, lot_id) REFERENCES lots (district_id, id),
        CONSTRAINT lot_devices_device FOREIGN KEY (district_id, device_id) REFERENCES devices (district_id, id),
        CONSTRAINT lot_devices_adder FOREIGN KEY (district_id, added_by) REFERENCES accounts (district_id, id),
        CONSTRAINT lot_devices_checker FOREIGN KEY (district_id, checked_by) REFERENCES accounts (district_id, id)
      );
      CREATE UNIQUE INDEX lot_devices_once ON lot_devices (district_id, device_id) WHERE ended_at IS NULL;
      CREATE INDEX lot_devices_of_device ON lot_devices (district_id, device_id, lot_id);
      CREATE INDEX lot_devices_of_lot ON lot_devices (district_id, lot_id, added_at, device_id);
      CREATE INDEX lot_devices_of_scan ON lot_devices (district_id, scan_id) WHERE scan_id IS NOT NULL;
      CREATE INDEX lot_devices_by_check_scan ON lot_devices (district_id, check_scan_id) WHERE check_scan_id IS NOT NULL;
      CREATE TABLE lot_differences (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        lot_id uuid NOT NULL,
        kind text NOT NULL,
        device_id uuid,
        code text NOT NULL,
        note text,
        found_at timestamptz NOT NULL,
        resolved_at timestamptz,
        resolved_by uuid,
        resolution text,
        PRIMARY KEY (district_id, id),
        CONSTRAINT lot_differences_kind_known CHECK (kind IN ('not_taken', 'extra')),
        CONSTRAINT lot_differences_resolved CHECK ((resolved_at IS NULL) = (resolution IS NULL)),
        CONSTRAINT lot_differences_lot FOREIGN KEY (district_id, lot_id) REFERENCES lots (district_id, id),
        CONSTRAINT lot_differences_device FOREIGN KEY (district_id, device_id) REFERENCES devices (district_id, id),
        CONSTRAINT lot_differences_resolver FOREIGN KEY (district_id, resolved_by) REFERENCES accounts (district_id, id)
      );
      CREATE INDEX lot_differences_of_lot ON lot_differences (district_id, lot_id, id);
      CREATE INDEX lot_differences_of_device ON lot_differences (district_id, device_id) WHERE device_id IS NOT NULL;
      CREATE TABLE lot_obligations (
        district_id uuid NOT NULL,
        lot_id uuid NOT NULL,
        kind text NOT NULL,
        due_on date NOT NULL,
        filed_on date,
        reference text,
        amount_cents integer,
        weight_kg double precision,
        file_id uuid,
        waived_because text,
        filed_at timestamptz,
        filed_by uuid,
        PRIMARY KEY (district_id, lot_id, kind),
        CONSTRAINT lot_obligations_kind_known CHECK (
          kind IN ('certificate_of_recycling', 'certificate_of_destruction', 'wipe_certificates', 'weights', 'price',
            'payment', 'recipient_receipt')),
        CONSTRAINT lot_obligations_filed CHECK (
          (filed_at IS NULL) = (filed_on IS NULL AND waived_because IS NULL)
          AND NOT (filed_on IS NOT NULL AND waived_because IS NOT NULL)),
        CONSTRAINT lot_obligations_amounts CHECK (amount_cents >= 0 AND weight_kg > 0),
        CONSTRAINT lot_obligations_lot FOREIGN KEY (district_id, lot_id) REFERENCES lots (district_id, id),
        CONSTRAINT lot_obligations_file FOREIGN KEY (district_id, file_id) REFERENCES files (district_id, id),
        CONSTRAINT lot_obligations_filer FOREIGN KEY (district_id, filed_by) REFERENCES accounts (district_id, id)
      );
      CREATE INDEX lot_obligations_due ON lot_obligations (district_id, due_on, lot_id, kind) WHERE filed_at IS NULL;
      CREATE TABLE lot_reminders (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        lot_id uuid NOT NULL,
        account_id uuid NOT NULL,
        kind text NOT NULL,
        about_on date NOT NULL,
        reminded_at timestamptz NOT NULL,
        PRIMARY KEY (district_id, id),
        CONSTRAINT lot_reminders_once UNIQUE (district_id, lot_id, account_id, kind, about_on),
        CONSTRAINT lot_reminders_kind_known CHECK (kind IN ('obligations', 'waste_30', 'waste_7')),
        CONSTRAINT lot_reminders_lot FOREIGN KEY (district_id, lot_id) REFERENCES lots (district_id, id),
        CONSTRAINT lot_reminders_account FOREIGN KEY (district_id, account_id) REFERENCES accounts (district_id, id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE lot_reminders, lot_obligations, lot_differences, lot_devices, board_item_lots, lots, lot_counters, board_items,
        device_releases`);
    await db.query(`ALTER TABLE funding_sources DROP COLUMN keep_years, DROP COLUMN keep_source`);
    // Without lots, nobody could lift their holds, and nothing would tell what the rest was proved by.
    await db.query(`UPDATE device_holds SET lifted_at = now() WHERE kind = 'lot' AND lifted_at IS NULL`);
    await db.query(`
      DELETE FROM device_clearances
       WHERE gate = 'sanitization_contracted' OR evidence_kind IN ('lot', 'board_item', 'release')`);
    await db.query(`UPDATE change_sets SET kind = 'batch' WHERE kind = 'lot'`);
    await know(db, 'device_clearances', 'gate', GATES);
    await know(db, 'change_sets', 'kind', CHANGES);
  }
}

async function know(db: QueryRunner, table: string, column: string, values: string): Promise<void> {
  const name = `${table}_${column}_known`;
  await db.query(`
    ALTER TABLE ${table} DROP CONSTRAINT ${name}, ADD CONSTRAINT ${name} CHECK (${column} IN (${values}))`);
}
