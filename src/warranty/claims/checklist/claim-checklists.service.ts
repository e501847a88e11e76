import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../../access/scope.js';
import { StaleVersion } from '../../../common/http/etag.js';
import { Transactions } from '../../../database/transactions.js';
import type { Statements } from '../../../database/tx.js';
import { VendorNotFound } from '../../../vendors/vendors.errors.js';
import type { ChecklistPointBody } from './checklist.dto.js';
import { type ChecklistPoint, READY_MADE } from './checklist-points.js';

export interface ChecklistView {
  /** 0 while the vendor has no checklist. */
  version: number;
  /** What must be done before a claim of this vendor is ready. */
  points: ChecklistPoint[];
  /** A list to begin with. It applies only once you save it as the list of this vendor. */
  readyMade: readonly ChecklistPoint[];
}

/** The checklists of vendors, as people write them. */
@Injectable()
export class ClaimChecklists {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
  ) {}

  find(
    { districtId }: Scope,
    vendorId: string,
    db: Statements = this.source.manager,
  ): Promise<ChecklistView> {
    return findChecklist(db, districtId, vendorId);
  }

  /** Writes the whole list. @param version null for whatever version there is */
  put(
    scope: Scope,
    vendorId: string,
    version: number | null,
    points: readonly ChecklistPointBody[],
  ): Promise<ChecklistView> {
    const { districtId } = scope;
    return this.transactions.run(async (tx) => {
      // The vendor is locked, so that two first lists come one after the other.
      await tx.query(`SELECT 1 FROM vendors WHERE district_id = $1 AND id = $2 FOR NO KEY UPDATE`, [
        districtId,
        vendorId,
      ]);
      const before = await findChecklist(tx, districtId, vendorId);
      if (version !== null && version !== before.version)
        throw new StaleVersion('The checklist', before.version);
      const list = points.map(({ key, kind, label }) => ({ key, kind, label }));
      await tx.query(
        `INSERT INTO claim_checklists (district_id, vendor_id, points, version, updated_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (district_id, vendor_id)
         DO UPDATE SET points = excluded.points, version = excluded.version, updated_at = excluded.updated_at`,
        [districtId, vendorId, JSON.stringify(list), before.version + 1, tx.at],
      );
      return findChecklist(tx, districtId, vendorId);
    });
  }
}

async function findChecklist(db: Statements, districtId: string, vendorId: string): Promise<ChecklistView> {
  const [row] = await db.query<{ version: number; points: ChecklistPoint[] }[]>(
    `SELECT coalesce(c.version, 0) AS version, coalesce(c.points, '[]') AS points
       FROM vendors v LEFT JOIN claim_checklists c ON c.district_id = $1 AND c.vendor_id = v.id
      WHERE v.district_id = $1 AND v.id = $2`,
    [districtId, vendorId],
  );
  if (!row) throw new VendorNotFound();
  return { ...row, readyMade: READY_MADE };
}
