import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register: people, models, funding, devices with their codes, events, holds, custody, change sets. */
export class CreatedDevices1764000004000 implements MigrationInterface {
  name = 'CreatedDevices1764000004000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE people (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        external_id text NOT NULL,
        given_name text,
        family_name text,
        email text,
        role text NOT NULL,
        grade text,
        site_id uuid,
        left_on date,
        redacted_at timestamptz,
        set_by_person text[] NOT NULL DEFAULT '{}',
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, id),
        CONSTRAINT people_external_id_unique UNIQUE (district_id, external_id),
        CONSTRAINT people_role_known CHECK (role IN ('student', 'staff', 'guardian', 'other')),
        CONSTRAINT people_site FOREIGN KEY (district_id, site_id) REFERENCES sites (district_id, id)
      )`);
    await db.query(`CREATE INDEX people_by_site ON people (district_id, site_id)`);
    await db.query(`CREATE INDEX people_by_email ON people (district_id, email)`);
    await db.query(`CREATE INDEX people_by_name ON people USING gin
      ((lower(coalesce(given_name, '') || ' ' || coalesce(family_name, ''))) gin_trgm_ops)`);
    await db.query(`
      CREATE TABLE auto_update_ends (
        name text PRIMARY KEY,
        ends_on date NOT NULL,
        published_on date NOT NULL,
        source text NOT NULL
      )`);
    await db.query(`
      CREATE TABLE device_models (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        manufacturer text NOT NULL,
        name text NOT NULL,
        match_key text NOT NULL,
        kind text NOT NULL,
        platform text NOT NULL,
        auto_update_name text,
        auto_update_ends_on date,
        expected_life_months integer,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, id),
        CONSTRAINT device_models_name_unique UNIQUE (district_id, match_key),
        CONSTRAINT device_models_kind_fixed UNIQUE (district_id, id, kind),
        CONSTRAINT device_models_kind_known CHECK
          (kind IN ('desktop', 'laptop', 'ipad', 'chromebook', 'other')),
        CONSTRAINT device_models_platform_known CHECK
          (platform IN ('chromeos', 'ipados', 'macos', 'windows', 'other')),
        CONSTRAINT device_models_life_positive CHECK (expected_life_months > 0),
        CONSTRAINT device_models_auto_update FOREIGN KEY (auto_update_name) REFERENCES auto_update_ends (name),
        CONSTRAINT device_models_district FOREIGN KEY (district_id) REFERENCES districts (id)
      )`);
    await db.query(`
      CREATE TABLE funding_sources (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        match_key text NOT NULL,
        fain text,
        federal_share_percent numeric(5, 2),
        title_holder text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, id),
        CONSTRAINT funding_sources_name_unique UNIQUE (district_id, match_key),
        CONSTRAINT funding_sources_share CHECK (federal_share_percent BETWEEN 0 AND 100),
        CONSTRAINT funding_sources_district FOREIGN KEY (district_id) REFERENCES districts (id)
      )`);
    await db.query(`
      CREATE TABLE change_sets (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        actor_id uuid,
        subject_id uuid,
        undoes_id uuid,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, id),
        CONSTRAINT change_sets_kind_known CHECK
          (kind IN ('single', 'batch', 'bulk', 'import', 'scan_batch', 'sync', 'undo')),
        CONSTRAINT change_sets_undone_once UNIQUE (district_id, undoes_id),
        CONSTRAINT change_sets_actor FOREIGN KEY (district_id, actor_id) REFERENCES accounts (district_id, id),
        CONSTRAINT change_sets_undoes FOREIGN KEY (district_id, undoes_id)
          REFERENCES change_sets (district_id, id)
      )`);
    await db.query(`
      CREATE TABLE devices (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        status text NOT NULL,
        kind text NOT NULL,
        model_id uuid NOT NULL,
        site_id uuid NOT NULL,
        room_id uuid,
        cart_id uuid,
        person_id uuid,
        asset_tag text,
        serial_number text,
        purchased_on date,
        in_service_on date,
        cost_cents integer,
        purchase_reference text,
        funding_source_id uuid,
        notes text,
        disposal_route text,
        merged_into_id uuid,
        entered_on date NOT NULL,
        entry_dated boolean NOT NULL,
        status_since timestamptz NOT NULL,
        last_effective_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, id),
        CONSTRAINT devices_status_known CHECK (status IN
          ('in_stock', 'deployed', 'in_repair', 'missing', 'retired', 'disposed', 'void')),
        CONSTRAINT devices_cost_not_negative CHECK (cost_cents >= 0),
        CONSTRAINT devices_coded CHECK
          (asset_tag IS NOT NULL OR serial_number IS NOT NULL OR status = 'void'),
        CONSTRAINT devices_route_known CHECK (disposal_route IN ('recycle', 'sell', 'donate', 'write_off',
          'vendor_swap', 'lease_return', 'trade_in', 'agency_transfer', 'historical')),
        CONSTRAINT devices_route_of_disposed CHECK ((status = 'disposed') = (disposal_route IS NOT NULL)),
        CONSTRAINT devices_merged_is_void CHECK (merged_into_id IS NULL OR status = 'void'),
        CONSTRAINT devices_model FOREIGN KEY (district_id, model_id, kind)
          REFERENCES device_models (district_id, id, kind),
        CONSTRAINT devices_site FOREIGN KEY (district_id, site_id) REFERENCES sites (district_id, id),
        CONSTRAINT devices_room FOREIGN KEY (district_id, site_id, room_id)
          REFERENCES rooms (district_id, site_id, id),
        CONSTRAINT devices_cart FOREIGN KEY (district_id, site_id, cart_id)
          REFERENCES carts (district_id, site_id, id),
        CONSTRAINT devices_person FOREIGN KEY (district_id, person_id) REFERENCES people (district_id, id),
        CONSTRAINT devices_funding FOREIGN KEY (district_id, funding_source_id)
          REFERENCES funding_sources (district_id, id),
        CONSTRAINT devices_merged_into FOREIGN KEY (district_id, merged_into_id)
          REFERENCES devices (district_id, id)
      ) WITH (fillfactor = 90)`);
    await db.query(`CREATE INDEX devices_by_site ON devices (district_id, site_id, status, kind, id)`);
    await db.query(`CREATE INDEX devices_by_status ON devices (district_id, status, id)`);
    await db.query(`CREATE INDEX devices_by_model ON devices (district_id, model_id, id)`);
    await db.query(`CREATE INDEX devices_by_tag ON devices (district_id, (coalesce(asset_tag, '')), id)`);
    await db.query(`CREATE INDEX devices_by_in_service ON devices
      (district_id, (coalesce(in_service_on, DATE '0001-01-01')), id)`);
    await db.query(
      `CREATE INDEX devices_by_room ON devices (district_id, room_id) WHERE room_id IS NOT NULL`,
    );
    await db.query(
      `CREATE INDEX devices_by_cart ON devices (district_id, cart_id) WHERE cart_id IS NOT NULL`,
    );
    await db.query(`CREATE INDEX devices_by_person ON devices (district_id, person_id)
      WHERE person_id IS NOT NULL`);
    await db.query(`CREATE INDEX devices_by_survivor ON devices (district_id, merged_into_id)
      WHERE merged_into_id IS NOT NULL`);
    await db.query(`
      CREATE TABLE device_codes (
        district_id uuid NOT NULL,
        device_id uuid NOT NULL,
        kind text NOT NULL,
        code text NOT NULL,
        manufacturer text NOT NULL DEFAULT '',
        released_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, device_id, kind, code),
        CONSTRAINT device_codes_kind_known CHECK
          (kind IN ('asset_tag', 'serial', 'old_tag', 'mac', 'imei', 'other')),
        CONSTRAINT device_codes_normalised CHECK (code = upper(btrim(code)) AND code <> ''),
        CONSTRAINT device_codes_device FOREIGN KEY (district_id, device_id)
          REFERENCES devices (district_id, id)
      )`);
    await db.query(`CREATE INDEX device_codes_by_code ON device_codes (district_id, code)`);
    await db.query(`CREATE UNIQUE INDEX device_codes_tag_unique ON device_codes (district_id, code)
      WHERE kind = 'asset_tag' AND released_at IS NULL`);
    await db.query(`CREATE UNIQUE INDEX device_codes_serial_unique ON device_codes (district_id, code, manufacturer)
      WHERE kind = 'serial' AND released_at IS NULL`);
    await db.query(`CREATE INDEX device_codes_by_part ON device_codes USING gin (code gin_trgm_ops)`);
    await db.query(`
      CREATE TABLE device_events (
        district_id uuid NOT NULL,
        device_id uuid NOT NULL,
        id uuid NOT NULL,
        type text NOT NULL,
        cause text NOT NULL,
        effective_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        actor_id uuid,
        change_set_id uuid NOT NULL,
        changes jsonb NOT NULL,
        details jsonb,
        amends_id uuid,
        PRIMARY KEY (district_id, device_id, id),
        CONSTRAINT device_events_type_known CHECK (type IN
          ('entered', 'changed', 'moved', 'corrected', 'merged', 'voided', 'reopened')),
        CONSTRAINT device_events_device FOREIGN KEY (district_id, device_id)
          REFERENCES devices (district_id, id),
        CONSTRAINT device_events_change_set FOREIGN KEY (district_id, change_set_id)
          REFERENCES change_sets (district_id, id)
      )`);
    await db.query(
      `CREATE INDEX device_events_by_change_set ON device_events (district_id, change_set_id, device_id)`,
    );
    await db.query(`
      CREATE TABLE event_notes (
        district_id uuid NOT NULL,
        device_id uuid NOT NULL,
        event_id uuid NOT NULL,
        note text NOT NULL,
        redacted_at timestamptz,
        PRIMARY KEY (district_id, device_id, event_id),
        CONSTRAINT event_notes_event FOREIGN KEY (district_id, device_id, event_id)
          REFERENCES device_events (district_id, device_id, id)
      )`);
    await db.query(`
      CREATE TABLE device_holds (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        device_id uuid NOT NULL,
        kind text NOT NULL,
        forbids text[] NOT NULL,
        reason text NOT NULL,
        owner text NOT NULL,
        placed_at timestamptz NOT NULL DEFAULT now(),
        placed_by uuid,
        lifted_at timestamptz,
        lifted_by uuid,
        PRIMARY KEY (district_id, id),
        CONSTRAINT device_holds_kind_known CHECK (kind IN ('claim', 'lot', 'legal', 'grant')),
        CONSTRAINT device_holds_forbids_known CHECK
          (forbids <@ ARRAY['move', 'retire', 'dispose', 'void', 'redact', 'change'] AND forbids <> '{}'),
        CONSTRAINT device_holds_device FOREIGN KEY (district_id, device_id)
          REFERENCES devices (district_id, id),
        CONSTRAINT device_holds_placer FOREIGN KEY (district_id, placed_by)
          REFERENCES accounts (district_id, id),
        CONSTRAINT device_holds_lifter FOREIGN KEY (district_id, lifted_by)
          REFERENCES accounts (district_id, id)
      )`);
    await db.query(`CREATE INDEX device_holds_open ON device_holds (district_id, device_id)
      WHERE lifted_at IS NULL`);
    await db.query(`
      CREATE TABLE custody (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        device_id uuid NOT NULL,
        person_id uuid NOT NULL,
        loaned_at timestamptz NOT NULL,
        due_on date,
        returned_at timestamptz,
        PRIMARY KEY (district_id, id),
        CONSTRAINT custody_dates_ordered CHECK (returned_at >= loaned_at),
        CONSTRAINT custody_device FOREIGN KEY (district_id, device_id) REFERENCES devices (district_id, id),
        CONSTRAINT custody_person FOREIGN KEY (district_id, person_id) REFERENCES people (district_id, id),
        CONSTRAINT custody_one_holder EXCLUDE USING gist
          (district_id WITH =, device_id WITH =, tstzrange(loaned_at, returned_at) WITH &&)
      )`);
    await db.query(`CREATE INDEX custody_by_person ON custody (district_id, person_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE custody, device_holds, event_notes, device_events, device_codes, devices,
      change_sets, funding_sources, device_models, auto_update_ends, people`);
  }
}
