import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What recipients of lots say of each device, and in what that differs from the manifest. */
export class ComparedWhatCameBack1764000900401 implements MigrationInterface {
  name = 'ComparedWhatCameBack1764000900401';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE lot_settlement_lines (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        lot_id uuid NOT NULL,
        device_id uuid,
        code text NOT NULL,
        serial_number text,
        asset_tag text,
        cosmetic_grade text,
        functional_grade text,
        letter_grade text,
        weight_grams integer,
        price_cents integer,
        offered_cents integer,
        sanitization text,
        disposition text,
        disposition_text text,
        note text,
        import_id uuid NOT NULL,
        row_no integer NOT NULL,
        version integer NOT NULL DEFAULT 1,
        recorded_at timestamptz NOT NULL,
        recorded_by uuid,
        withdrawn_at timestamptz,
        PRIMARY KEY (district_id, id),
        CONSTRAINT lot_settlement_lines_named CHECK (serial_number IS NOT NULL OR asset_tag IS NOT NULL),
        CONSTRAINT lot_settlement_lines_cosmetic_known CHECK (
          cosmetic_grade IN ('C0', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9')),
        CONSTRAINT lot_settlement_lines_functional_known CHECK (
          functional_grade IN ('F1', 'F2', 'F3', 'F4', 'F5', 'F6')),
        CONSTRAINT lot_settlement_lines_letter_known CHECK (
          letter_grade IN ('NW', 'F-', 'F', 'F+', 'E-', 'E', 'E+', 'D-', 'D', 'D+', 'C-', 'C', 'C+', 'B-', 'B', 'B+', 'A-',
            'A', 'A+')),
        CONSTRAINT lot_settlement_lines_amounts CHECK (weight_grams > 0 AND price_cents >= 0 AND offered_cents >= 0),
        CONSTRAINT lot_settlement_lines_sanitization_known CHECK (
          sanitization IN ('wiped', 'destroyed', 'no_storage', 'failed', 'data_found', 'not_done')),
        CONSTRAINT lot_settlement_lines_disposition_known CHECK (
          disposition IN ('resold', 'parts', 'recycled', 'destroyed', 'returned', 'not_received', 'other')),
        CONSTRAINT lot_settlement_lines_lot FOREIGN KEY (district_id, lot_id) REFERENCES lots (district_id, id),
        CONSTRAINT lot_settlement_lines_device FOREIGN KEY (district_id, device_id) REFERENCES devices (district_id, id),
        CONSTRAINT lot_settlement_lines_import FOREIGN KEY (district_id, import_id) REFERENCES imports (district_id, id),
        CONSTRAINT lot_settlement_lines_recorder FOREIGN KEY (district_id, recorded_by)
          REFERENCES accounts (district_id, id)
      );
      CREATE INDEX lot_settlement_lines_of_lot ON lot_settlement_lines (district_id, lot_id, code, id);
      CREATE UNIQUE INDEX lot_settlement_lines_device_once ON lot_settlement_lines (district_id, lot_id, device_id)
        WHERE withdrawn_at IS NULL AND device_id IS NOT NULL;
      CREATE UNIQUE INDEX lot_settlement_lines_code_once ON lot_settlement_lines (district_id, lot_id, code)
        WHERE withdrawn_at IS NULL AND device_id IS NULL;
      CREATE INDEX lot_settlement_lines_of_device ON lot_settlement_lines (district_id, device_id)
        WHERE device_id IS NOT NULL;
      CREATE INDEX lot_settlement_lines_of_import ON lot_settlement_lines (district_id, import_id, lot_id);
      CREATE TABLE lot_settlement_differences (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        lot_id uuid NOT NULL,
        subject_id uuid NOT NULL,
        line_id uuid,
        device_id uuid,
        code text NOT NULL,
        kind text NOT NULL,
        reason text NOT NULL,
        expected text NOT NULL,
        found text NOT NULL,
        found_at timestamptz NOT NULL,
        settled_at timestamptz,
        settled_by uuid,
        note text,
        ended_at timestamptz,
        PRIMARY KEY (district_id, id),
        CONSTRAINT lot_settlement_differences_kind_known CHECK (
          kind IN ('missing', 'extra', 'swapped', 'price_cut', 'not_wiped')),
        CONSTRAINT lot_settlement_differences_reason_known CHECK (
          reason IN ('not_in_file', 'not_received', 'unknown_code', 'not_on_lot', 'not_taken', 'other_lot',
            'serial_of_other', 'other_serial', 'tag_of_other', 'below_offer', 'below_grade', 'below_total', 'failed',
            'data_found', 'not_done')),
        CONSTRAINT lot_settlement_differences_settled CHECK (
          (settled_at IS NULL OR btrim(note) <> '') AND (settled_by IS NULL OR settled_at IS NOT NULL)
          AND (settled_at IS NULL OR ended_at IS NULL)),
        CONSTRAINT lot_settlement_differences_lot FOREIGN KEY (district_id, lot_id) REFERENCES lots (district_id, id),
        CONSTRAINT lot_settlement_differences_line FOREIGN KEY (district_id, line_id)
          REFERENCES lot_settlement_lines (district_id, id),
        CONSTRAINT lot_settlement_differences_device FOREIGN KEY (district_id, device_id)
          REFERENCES devices (district_id, id),
        CONSTRAINT lot_settlement_differences_settler FOREIGN KEY (district_id, settled_by)
          REFERENCES accounts (district_id, id)
      );
      CREATE UNIQUE INDEX lot_settlement_differences_once
        ON lot_settlement_differences (district_id, subject_id, kind, reason, expected, found) WHERE ended_at IS NULL;
      CREATE INDEX lot_settlement_differences_of_lot ON lot_settlement_differences (district_id, lot_id, found_at, id);
      CREATE INDEX lot_settlement_differences_of_line ON lot_settlement_differences (district_id, line_id)
        WHERE line_id IS NOT NULL;
      CREATE INDEX lot_settlement_differences_of_device ON lot_settlement_differences (district_id, device_id)
        WHERE device_id IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE lot_settlement_differences, lot_settlement_lines`);
  }
}
