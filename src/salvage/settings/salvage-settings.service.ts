import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../access/scope.js';
import { StaleVersion } from '../../common/http/etag.js';
import { Transactions } from '../../database/transactions.js';

export interface SalvageSettings {
  /** Board packets show photos of devices that are worth more than this, in cents. */
  photosAboveCents: number;
  /** 0 until somebody saves the settings. */
  version: number;
}

/** $500 is Rollcall's own choice. No law says which devices a board has to see. */
const DEFAULTS: SalvageSettings = { photosAboveCents: 50_000, version: 0 };

/** What a district decides about devices that leave. */
@Injectable()
export class SalvageSettingsService {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
  ) {}

  async find(districtId: string): Promise<SalvageSettings> {
    const [row] = await this.source.query<SalvageSettings[]>(
      `SELECT photos_above_cents AS "photosAboveCents", version FROM salvage_settings WHERE district_id = $1`,
      [districtId],
    );
    return row ?? DEFAULTS;
  }

  /**
   * @param version null for whatever version there is
   * @throws StaleVersion if somebody else saved the settings meanwhile
   */
  async change(
    { districtId }: Scope,
    version: number | null,
    { photosAboveCents }: { photosAboveCents: number },
  ): Promise<SalvageSettings> {
    const rows = await this.transactions.run((tx) =>
      tx.query<unknown[]>(
        `INSERT INTO salvage_settings (district_id, photos_above_cents)
         SELECT $1::uuid, $2::integer WHERE coalesce($3::integer, 0) = 0
             OR EXISTS (SELECT FROM salvage_settings WHERE district_id = $1)
         ON CONFLICT (district_id) DO UPDATE SET photos_above_cents = excluded.photos_above_cents,
                version = salvage_settings.version + 1
          WHERE $3::integer IS NULL OR salvage_settings.version = $3
         RETURNING 1`,
        [districtId, photosAboveCents, version],
      ),
    );
    const settings = await this.find(districtId);
    if (rows.length === 0) throw new StaleVersion('The settings', settings.version);
    return settings;
  }
}
