import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../access/scope.js';
import { StaleVersion } from '../../common/http/etag.js';
import { Transactions } from '../../database/transactions.js';
import type { Statements } from '../../database/tx.js';
import { VendorNotFound } from '../../vendors/vendors.errors.js';
import type { VendorDeskBody } from './vendor-desk.dto.js';

/** What people at a vendor see on their pages beside the fault. */
export interface VendorDeskView {
  showsAssetTags: boolean;
  /** The contact of a claim, and where its device is shipped from. */
  showsContacts: boolean;
  /** 0 until somebody has decided. */
  version: number;
}

/** Decides what a vendor sees. */
@Injectable()
export class VendorDesks {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** @throws VendorNotFound */
  find({ districtId }: Scope, vendorId: string): Promise<VendorDeskView> {
    return deskOf(this.source.manager, districtId, vendorId);
  }

  /**
   * Fields that are left out stay as they are.
   * @param version null for whatever version there is
   */
  async change(
    { districtId, accountId }: Scope,
    vendorId: string,
    version: number | null,
    body: VendorDeskBody,
  ): Promise<VendorDeskView> {
    return this.transactions.run(async (tx) => {
      await tx.query(`SELECT 1 FROM vendors WHERE district_id = $1 AND id = $2 FOR NO KEY UPDATE`, [
        districtId,
        vendorId,
      ]);
      const before = await deskOf(tx, districtId, vendorId);
      if (version !== null && version !== before.version)
        throw new StaleVersion('What this vendor sees', before.version);
      const { showsAssetTags = before.showsAssetTags, showsContacts = before.showsContacts } = body;
      const after = { showsAssetTags, showsContacts, version: before.version + 1 };
      await tx.query(
        `INSERT INTO vendor_desks (district_id, vendor_id, shows_asset_tags, shows_contacts, version, updated_by,
                updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (district_id, vendor_id) DO UPDATE
           SET shows_asset_tags = excluded.shows_asset_tags, shows_contacts = excluded.shows_contacts,
               version = excluded.version, updated_by = excluded.updated_by, updated_at = excluded.updated_at`,
        [districtId, vendorId, showsAssetTags, showsContacts, after.version, accountId, tx.at],
      );
      return after;
    });
  }
}

async function deskOf(db: Statements, districtId: string, vendorId: string): Promise<VendorDeskView> {
  const [row] = await db.query<VendorDeskView[]>(
    `SELECT coalesce(e.shows_asset_tags, false) AS "showsAssetTags",
            coalesce(e.shows_contacts, false) AS "showsContacts", coalesce(e.version, 0) AS version
       FROM vendors v LEFT JOIN vendor_desks e ON e.district_id = $1 AND e.vendor_id = v.id
      WHERE v.district_id = $1 AND v.id = $2`,
    [districtId, vendorId],
  );
  if (!row) throw new VendorNotFound();
  return row;
}
