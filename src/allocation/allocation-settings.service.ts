import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../access/scope.js';
import { StaleVersion } from '../common/etag.js';
import { Transactions } from '../database/transactions.js';

/** What a district decides about planning help. */
export interface AllocationSettings {
  /** Share of the technicians' days that no proposal places, from 0 to under 1. */
  reserveShare: number;
  /** 0 where nobody has said anything yet. */
  version: number;
}

/** A tenth, until a district says otherwise. */
const DEFAULTS: AllocationSettings = { reserveShare: 0.1, version: 0 };

@Injectable()
export class AllocationSettingsService {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
  ) {}

  async find(districtId: string): Promise<AllocationSettings> {
    const [row] = await this.source.query<AllocationSettings[]>(
      `SELECT reserve_share AS "reserveShare", version FROM allocation_settings WHERE district_id = $1`,
      [districtId],
    );
    return row ?? DEFAULTS;
  }

  /** @param version null for whatever version there is */
  async change(
    { districtId }: Scope,
    version: number | null,
    reserveShare: number,
  ): Promise<AllocationSettings> {
    const rows = await this.transactions.run((tx) =>
      tx.query<unknown[]>(
        `INSERT INTO allocation_settings (district_id, reserve_share)
         SELECT $1, $2 WHERE coalesce($3::integer, 0) = 0
             OR EXISTS (SELECT 1 FROM allocation_settings WHERE district_id = $1)
         ON CONFLICT (district_id) DO UPDATE SET reserve_share = excluded.reserve_share,
                version = allocation_settings.version + 1
          WHERE $3::integer IS NULL OR allocation_settings.version = $3
         RETURNING 1`,
        [districtId, reserveShare, version],
      ),
    );
    const settings = await this.find(districtId);
    if (rows.length === 0) throw new StaleVersion('The settings', settings.version);
    return settings;
  }
}
