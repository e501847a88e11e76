import type { Tx } from '../database/tx.js';
import type { DeviceKind } from './kinds.js';
import { autoUpdateLine, type ModelName } from './model-names.js';

/** Default expected life: the GAO and most district plans replace devices every four or five years. */
const EXPECTED_LIFE_MONTHS: Record<DeviceKind, number> = {
  chromebook: 60,
  ipad: 60,
  laptop: 60,
  desktop: 72,
  other: 60,
};

/** A model that is named for the first time. */
export interface NewModel extends ModelName {
  id: string;
  kind: DeviceKind;
  platform: string;
}

/** A funding source that is named for the first time. */
export interface NewFundingSource {
  id: string;
  name: string;
  /** The form in which names are compared. */
  key: string;
  fain: string | null;
  /** Percent. */
  share: number | null;
}

/**
 * Adds models that are not there yet, whoever else adds them at the same time.
 * @param changeSetId kept with what is made, so that everybody can see which file or change made it
 */
export async function addModels(
  tx: Tx,
  districtId: string,
  changeSetId: string,
  models: readonly NewModel[],
): Promise<void> {
  const hasChromeos = models.some(({ platform }) => platform === 'chromeos');
  const lines = hasChromeos ? await autoUpdateLines(tx) : [];
  const rows = models.map((model) => ({
    ...model,
    line: model.platform === 'chromeos' ? autoUpdateLine(model.manufacturer, model.name, lines) : null,
    life: EXPECTED_LIFE_MONTHS[model.kind],
  }));
  await tx.query(
    `INSERT INTO device_models (district_id, id, manufacturer, name, match_key, name_key, kind, platform,
                                auto_update_name, expected_life_months, change_set_id)
     SELECT $1::uuid, n.id, n.manufacturer, n.name, n."matchKey", n."nameKey", n.kind, n.platform, n.line, n.life, $3::uuid
       FROM jsonb_to_recordset($2::jsonb) AS n (id uuid, manufacturer text, name text, "matchKey" text,
                                                "nameKey" text, kind text, platform text, line text, life integer)
      ORDER BY n."matchKey"
     ON CONFLICT (district_id, match_key) DO NOTHING`,
    [districtId, JSON.stringify(rows), changeSetId],
  );
}

/** Names of models as the shared list of automatic-update ends has them. */
export async function autoUpdateLines(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ name: string }[]>(`SELECT name FROM auto_update_ends`);
  return rows.map(({ name }) => name);
}

/** The same for funding sources. */
export async function addFundingSources(
  tx: Tx,
  districtId: string,
  changeSetId: string,
  funds: readonly NewFundingSource[],
): Promise<void> {
  await tx.query(
    `INSERT INTO funding_sources (district_id, id, name, match_key, fain, federal_share_percent, change_set_id)
     SELECT $1::uuid, n.id, n.name, n.key, n.fain, n.share, $3::uuid
       FROM jsonb_to_recordset($2::jsonb) AS n (id uuid, name text, key text, fain text, share numeric)
      ORDER BY n.key
     ON CONFLICT (district_id, match_key) DO NOTHING`,
    [districtId, JSON.stringify(funds), changeSetId],
  );
}
