import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Time entries have a state, and what they ever said is in the history of steps. */
export class SteppedTimeEntries1764000601004 implements MigrationInterface {
  name = 'SteppedTimeEntries1764000601004';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      INSERT INTO steps_taken (district_id, subject_kind, subject_id, version, step, from_state, to_state, note, details,
             taken_by, taken_at)
      SELECT district_id, 'time_entry', entry_id, version,
             CASE WHEN was_withdrawn IS NULL THEN 'create' WHEN is_withdrawn = was_withdrawn THEN 'correct'
                  WHEN is_withdrawn THEN 'withdraw' ELSE 'restore' END,
             CASE WHEN was_withdrawn THEN 'withdrawn' WHEN NOT was_withdrawn THEN 'reported' END,
             CASE WHEN is_withdrawn THEN 'withdrawn' ELSE 'reported' END, reason,
             jsonb_build_object('siteId', site_id, 'startsAt', starts_at, 'endsAt', ends_at, 'work', work, 'note', note),
             recorded_by, recorded_at
        FROM (SELECT *, lag(is_withdrawn) OVER (PARTITION BY district_id, entry_id ORDER BY version) AS was_withdrawn
                FROM time_entry_revisions) r`);
    await db.query(`
      INSERT INTO steps_taken (district_id, subject_kind, subject_id, version, step, from_state, to_state, taken_by,
             taken_at)
      SELECT district_id, 'time_entry', id, version + 1, 'approve', 'reported', 'approved', approved_by, approved_at
        FROM time_entries WHERE approved_at IS NOT NULL AND withdrawn_at IS NULL`);
    await db.query(`
      ALTER TABLE time_entries ADD COLUMN state text NOT NULL DEFAULT 'reported',
        ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now()`);
    await db.query(`
      UPDATE time_entries SET updated_at = coalesce(approved_at, recorded_at),
             version = CASE WHEN withdrawn_at IS NULL AND approved_at IS NOT NULL THEN version + 1 ELSE version END,
             state = CASE WHEN withdrawn_at IS NOT NULL THEN 'withdrawn' WHEN approved_at IS NOT NULL THEN 'approved'
                          ELSE 'reported' END`);
    await db.query(`
      ALTER TABLE time_entries
        DROP CONSTRAINT time_entries_one_at_a_time, DROP CONSTRAINT time_entries_approved_by_somebody,
        DROP CONSTRAINT time_entries_recorder, DROP CONSTRAINT time_entries_approver`);
    await db.query(`
      ALTER TABLE time_entries DROP COLUMN withdrawn_at, DROP COLUMN approved_at, DROP COLUMN approved_by,
        DROP COLUMN recorded_at, DROP COLUMN recorded_by`);
    await db.query(`
      ALTER TABLE time_entries ADD CONSTRAINT time_entries_state_known
        CHECK (state IN ('reported', 'approved', 'withdrawn'))`);
    await db.query(`
      ALTER TABLE time_entries ADD CONSTRAINT time_entries_one_at_a_time EXCLUDE
        USING gist (district_id WITH =, technician_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
        WHERE (state <> 'withdrawn')`);
    await db.query(`DROP TABLE time_entry_revisions`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE time_entry_revisions (
        district_id uuid NOT NULL,
        entry_id uuid NOT NULL,
        version integer NOT NULL,
        site_id uuid,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        work text NOT NULL,
        note text,
        reason text,
        is_withdrawn boolean NOT NULL DEFAULT false,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        recorded_by uuid,
        PRIMARY KEY (district_id, entry_id, version),
        CONSTRAINT time_entry_revisions_entry FOREIGN KEY (district_id, entry_id)
          REFERENCES time_entries (district_id, id),
        CONSTRAINT time_entry_revisions_recorder FOREIGN KEY (district_id, recorded_by)
          REFERENCES accounts (district_id, id)
      )`);
    await db.query(`
      INSERT INTO time_entry_revisions (district_id, entry_id, version, site_id, starts_at, ends_at, work, note, reason,
             is_withdrawn, recorded_at, recorded_by)
      SELECT district_id, subject_id, version, (details ->> 'siteId')::uuid, (details ->> 'startsAt')::timestamptz,
             (details ->> 'endsAt')::timestamptz, details ->> 'work', details ->> 'note', note,
             to_state = 'withdrawn', taken_at, taken_by
        FROM steps_taken WHERE subject_kind = 'time_entry' AND step <> 'approve'`);
    await db.query(`
      ALTER TABLE time_entries DROP CONSTRAINT time_entries_one_at_a_time, DROP CONSTRAINT time_entries_state_known`);
    await db.query(`
      ALTER TABLE time_entries ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT now(), ADD COLUMN recorded_by uuid,
        ADD COLUMN withdrawn_at timestamptz, ADD COLUMN approved_at timestamptz, ADD COLUMN approved_by uuid`);
    await db.query(`
      UPDATE time_entries e SET recorded_at = r.recorded_at, recorded_by = r.recorded_by,
             withdrawn_at = CASE WHEN r.is_withdrawn THEN r.recorded_at END
        FROM time_entry_revisions r
       WHERE r.district_id = e.district_id AND r.entry_id = e.id
         AND r.version = (SELECT max(version) FROM time_entry_revisions l
                           WHERE l.district_id = e.district_id AND l.entry_id = e.id)`);
    await db.query(`
      UPDATE time_entries e SET approved_at = h.taken_at, approved_by = h.taken_by FROM steps_taken h
       WHERE e.state = 'approved' AND h.district_id = e.district_id AND h.subject_kind = 'time_entry'
         AND h.subject_id = e.id AND h.version = e.version`);
    await db.query(`ALTER TABLE time_entries DROP COLUMN state, DROP COLUMN updated_at`);
    await db.query(`
      ALTER TABLE time_entries
        ADD CONSTRAINT time_entries_approved_by_somebody CHECK ((approved_at IS NULL) = (approved_by IS NULL)),
        ADD CONSTRAINT time_entries_recorder FOREIGN KEY (district_id, recorded_by)
          REFERENCES accounts (district_id, id),
        ADD CONSTRAINT time_entries_approver FOREIGN KEY (district_id, approved_by)
          REFERENCES accounts (district_id, id),
        ADD CONSTRAINT time_entries_one_at_a_time EXCLUDE USING gist
          (district_id WITH =, technician_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
          WHERE (withdrawn_at IS NULL)`);
    await db.query(`DELETE FROM steps_taken WHERE subject_kind = 'time_entry'`);
  }
}
