import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../../access/scope.js';
import { StaleVersion } from '../../../common/http/etag.js';
import { Transactions } from '../../../database/transactions.js';
import type { Statements } from '../../../database/tx.js';
import { VendorNotFound } from '../../../vendors/vendors.errors.js';
import type { ClaimTerms } from './due-dates.js';

export interface ClaimTermsView extends ClaimTerms {
  /** Calendar days after the vendor shipped a part, until the defective part must be back. */
  partBackDays: number | null;
  /** Calendar days for which an RMA is good. */
  rmaDays: number | null;
  /** Calendar days for which a quote is good. */
  quoteDays: number | null;
  /** Devices that go in one box. */
  boxSlots: number | null;
  /** 0 until somebody saves the terms of this vendor. */
  version: number;
}

/** How much time vendors give the district, as people write it. */
@Injectable()
export class ClaimTermsOfVendors {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
  ) {}

  find({ districtId }: Scope, vendorId: string): Promise<ClaimTermsView> {
    return findTerms(this.source.manager, districtId, vendorId);
  }

  /** Writes all terms. @param version null for whatever version there is */
  put(
    { districtId }: Scope,
    vendorId: string,
    version: number | null,
    said: Partial<Omit<ClaimTermsView, 'version'>>,
  ): Promise<ClaimTermsView> {
    return this.transactions.run(async (tx) => {
      // The vendor is locked, so that two first writers come one after the other.
      await tx.query(`SELECT 1 FROM vendors WHERE district_id = $1 AND id = $2 FOR NO KEY UPDATE`, [
        districtId,
        vendorId,
      ]);
      const before = await findTerms(tx, districtId, vendorId);
      if (version !== null && version !== before.version) throw new StaleVersion('This list', before.version);
      const { partBackDays = null, rmaDays = null, quoteDays = null, boxSlots = null } = said;
      await tx.query(
        `INSERT INTO vendor_claim_terms (district_id, vendor_id, part_back_days, rma_days, quote_days, box_slots, version,
                updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (district_id, vendor_id) DO UPDATE SET part_back_days = excluded.part_back_days,
           rma_days = excluded.rma_days, quote_days = excluded.quote_days, box_slots = excluded.box_slots,
           version = excluded.version, updated_at = excluded.updated_at`,
        [districtId, vendorId, partBackDays, rmaDays, quoteDays, boxSlots, before.version + 1, tx.at],
      );
      return findTerms(tx, districtId, vendorId);
    });
  }
}

/** @throws VendorNotFound */
export async function findTerms(
  db: Statements,
  districtId: string,
  vendorId: string,
): Promise<ClaimTermsView> {
  const [row] = await db.query<ClaimTermsView[]>(
    `SELECT t.part_back_days AS "partBackDays", t.rma_days AS "rmaDays", t.quote_days AS "quoteDays",
            t.box_slots AS "boxSlots", coalesce(t.version, 0) AS version
       FROM vendors v LEFT JOIN vendor_claim_terms t ON t.district_id = $1 AND t.vendor_id = v.id
      WHERE v.district_id = $1 AND v.id = $2`,
    [districtId, vendorId],
  );
  if (!row) throw new VendorNotFound();
  return row;
}
