import pg from 'pg';
import { ANALYZED_TABLES } from '../fresh-statistics.js';

/** The role every process works as: it owns nothing, and cannot change what is append-only. */
export const APP_ROLE = 'rollcall_app';

/** History and ledgers: the application may add to them and read them, never alter or remove. */
export const APPEND_ONLY_TABLES = [
  'assessment_overrules',
  'assessment_parts',
  'assessment_rule_sets',
  'device_events',
  'count_movements',
  'claim_batch_claims',
  'claim_batches',
  'claim_escalations',
  'claim_reminders',
  'lot_reminders',
  'claim_layout_versions',
  'claim_messages',
  'coverage_rule_rows',
  'replaced_coverages',
  'change_sets',
  'device_sightings',
  'retracted_sightings',
  'sweep_devices',
  'sweep_findings',
  'sweep_signatures',
  'site_pupils',
  'name_readings',
  'outbox_attempts',
  'allocation_models',
  'site_entitlements',
  'steps_taken',
  'support_load_weights',
  'vendor_invitation_links',
  'work_kinds',
];

/** Tables with rows that pass through (queues, sessions, staging); everywhere else nothing is deleted. */
export const DELETABLE_TABLES = [
  'account_sites',
  'assessment_photos',
  'claim_files',
  'lot_devices',
  'board_item_lots',
  'claim_parts',
  'count_tail',
  'count_levels',
  'count_model_sums',
  'count_sums',
  'count_total_sums',
  'file_parts',
  'files',
  'funding_retentions',
  'idempotency_keys',
  'import_mappings',
  'import_outcomes',
  'import_rows',
  'maker_accounts',
  'replacement_settings',
  'report_output_parts',
  'sessions',
  'setup_links',
  'sign_in_failures',
  'vendor_reply_words',
];

/** Creates the application's role where it is missing and gives it exactly what it needs. */
export async function grantToApplication(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(`SELECT 1 FROM pg_roles WHERE rolname = $1`, [APP_ROLE]);
  if (rowCount === 0) await createRole(client);
  // A deployment with one database user steps down to the role, and must be a member to do so. Since PostgreSQL 16
  // the maker of a role may grant it but is no member, so membership is not asked for but given.
  await client.query(
    `DO $$ BEGIN EXECUTE 'GRANT ${APP_ROLE} TO ' || quote_ident(current_user);
     EXCEPTION WHEN insufficient_privilege OR invalid_grant_operation THEN NULL; END $$`,
  );
  const appendOnly = APPEND_ONLY_TABLES.join(', ');
  await client.query(`
    REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${APP_ROLE};
    GRANT USAGE ON SCHEMA public TO ${APP_ROLE};
    GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO ${APP_ROLE};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${APP_ROLE};
    REVOKE UPDATE, DELETE, TRUNCATE ON ${appendOnly} FROM ${APP_ROLE};
    REVOKE INSERT, UPDATE ON schema_migrations FROM ${APP_ROLE};
    GRANT DELETE ON ${DELETABLE_TABLES.join(', ')} TO ${APP_ROLE};
    GRANT USAGE ON SCHEMA bullmq TO ${APP_ROLE};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA bullmq TO ${APP_ROLE};
    GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA bullmq TO ${APP_ROLE};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq TO ${APP_ROLE};
    DO $$ BEGIN
      IF current_setting('server_version_num')::int >= 170000 THEN
        EXECUTE 'GRANT MAINTAIN ON ${ANALYZED_TABLES.join(', ')} TO ${APP_ROLE}';
      END IF;
    END $$;
  `);
}

async function createRole(client: pg.Client): Promise<void> {
  try {
    await client.query(`CREATE ROLE ${APP_ROLE} NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE`);
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '42710') return; // made by another process meanwhile
    if (error instanceof pg.DatabaseError && error.code === '42501')
      throw new Error(
        `The database user may not create the role ${APP_ROLE}. As an administrator run: ` +
          `CREATE ROLE ${APP_ROLE} NOLOGIN; GRANT ${APP_ROLE} TO <the user of DATABASE_URL>;`,
        { cause: error },
      );
    throw error;
  }
}
