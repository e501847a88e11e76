import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../../access/scope.js';
import type { Statements } from '../../../database/tx.js';
import { DeviceSearch } from '../../../devices/lists/device-search.js';
import { MoreCodes } from '../../../scanning/more-codes.js';
import type { CodeMatch } from '../../../scanning/scan-codes.js';

/** The number of a claim, such as `C-2026-000123`, in capitals. */
const CLAIM_NUMBER = /^C-\d{4}-\d{6,}$/;

/** Whoever scans or searches the number of a claim finds its device, or the one that the vendor sent for it. */
@Injectable()
export class ClaimNumbers implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly search: DeviceSearch,
    private readonly codes: MoreCodes,
  ) {}

  onModuleInit(): void {
    this.search.register((scope, text) => this.devicesOf(scope, text));
    this.codes.register({ looksLike: CLAIM_NUMBER, find: matchesOf });
  }

  /** @returns ids of devices, or none where the text is no number of a claim */
  private async devicesOf({ districtId }: Scope, text: string): Promise<string[]> {
    const number = text.toUpperCase();
    if (!CLAIM_NUMBER.test(number)) return [];
    const rows = await this.source.query<{ deviceId: string; replacementId: string | null }[]>(
      `SELECT device_id AS "deviceId", replacement_device_id AS "replacementId" FROM claims
        WHERE district_id = $1 AND number = $2`,
      [districtId, number],
    );
    return rows.flatMap(({ deviceId, replacementId }) =>
      replacementId ? [deviceId, replacementId] : [deviceId],
    );
  }
}

function matchesOf(db: Statements, districtId: string, codes: readonly string[]): Promise<CodeMatch[]> {
  return db.query<CodeMatch[]>(
    `SELECT k.number AS reading, d.id AS "deviceId", d.status <> 'disposed' AS "isLive"
       FROM claims k
       JOIN devices d ON d.district_id = $1 AND d.id = coalesce(k.replacement_device_id, k.device_id)
      WHERE k.district_id = $1 AND k.number = ANY ($2::text[]) AND d.status <> 'void'`,
    [districtId, codes],
  );
}

/**
 * SQL that finds claims `k` by what people have at hand: the number of the claim, with or without its year, the vendor's
 * reference or RMA, or a code of the device. @param text SQL of the text, in capitals
 */
export function claimsCalled(text: string): string {
  return `k.id IN (
    SELECT f.id FROM claims f WHERE f.district_id = $1 AND f.number = ${text}
     UNION ALL
    SELECT f.id FROM claims f WHERE f.district_id = $1
       AND f.sequence = CASE WHEN ${text} ~ '^[0-9]{1,9}$' THEN ${text}::integer END
     UNION ALL
    SELECT f.id FROM claims f WHERE f.district_id = $1 AND f.reference IS NOT NULL AND upper(f.reference) = ${text}
     UNION ALL
    SELECT f.id FROM claims f WHERE f.district_id = $1 AND f.rma IS NOT NULL AND upper(f.rma) = ${text}
     UNION ALL
    SELECT f.id FROM device_codes c JOIN claims f ON f.district_id = $1 AND f.device_id = c.device_id
     WHERE c.district_id = $1 AND c.code = ${text})`;
}
