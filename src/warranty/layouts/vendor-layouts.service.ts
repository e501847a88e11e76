import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import type { Tx } from '../../database/tx.js';
import type { DeliverySettings } from '../delivery/delivery-settings.js';
import { Layouts } from './layouts.service.js';
import { LayoutsQueries, type LayoutView } from './layouts.queries.js';
import { GENERAL } from './ready-made-layouts.js';

/** What a file for a vendor is made with. */
export interface VendorLayout {
  vendorKey: string;
  districtSlug: string;
  layout: LayoutView;
  allowsNames: boolean;
  delivery: DeliverySettings;
}

/** Finds the layout in which a vendor gets its claims. */
@Injectable()
export class VendorLayouts {
  constructor(
    private readonly layouts: Layouts,
    private readonly queries: LayoutsQueries,
  ) {}

  /** The general layout becomes the district's own where nobody has chosen another one for the vendor. */
  async ofVendor(tx: Tx, scope: Scope, vendorId: string): Promise<VendorLayout> {
    const [row] = await tx.query<(Omit<VendorLayout, 'layout'> & { layoutId: string | null })[]>(
      `SELECT v.key AS "vendorKey", t.slug AS "districtSlug", x.layout_id AS "layoutId",
              coalesce(x.allows_names, false) AS "allowsNames",
              coalesce(x.settings, '{"by": "download"}') AS delivery
         FROM vendors v
         JOIN districts t ON t.id = $1
         LEFT JOIN vendor_deliveries x ON x.district_id = $1 AND x.vendor_id = v.id
        WHERE v.district_id = $1 AND v.id = $2`,
      [scope.districtId, vendorId],
    );
    if (!row) throw new Error('the vendor of a batch is gone');
    const { layoutId, ...use } = row;
    const id = layoutId ?? (await this.layouts.idOf(tx, scope, GENERAL));
    return { ...use, layout: await this.queries.find(scope, id, tx) };
  }
}
