import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../access/scope.js';
import { StaleVersion } from '../../common/http/etag.js';
import { nextOnWeekdays } from '../../common/time/schedule.js';
import { Settings } from '../../config/settings.js';
import { Transactions } from '../../database/transactions.js';
import type { Statements, Tx } from '../../database/tx.js';
import { VendorNotFound } from '../../vendors/vendors.errors.js';
import type { SaidOfDelivery } from '../../vendors/vendors.service.js';
import { Layouts } from '../layouts/layouts.service.js';
import { GENERAL } from '../layouts/ready-made-layouts.js';
import {
  type BatchSchedule,
  type DeliverySettings,
  secretsIn,
  type SecretKind,
  settingsOf,
} from './delivery-settings.js';
import type { VendorDeliveryBody } from './vendor-deliveries.dto.js';
import { SECRETS_SET, VendorSecrets } from './vendor-secrets.service.js';

/** In which layout a vendor gets claims, how and when. */
export interface VendorDeliveryView {
  /** Key of the vendor. */
  vendor: string;
  /** Key of the layout. */
  layout: string;
  delivery: DeliverySettings;
  /** When each secret was set. Null for one that the vendor does not have. Nobody can read a secret again. */
  secrets: { signing: string | null; password: string | null; privateKey: string | null };
  /** Whether the vendor may get columns with names of people. */
  allowsNames: boolean;
  schedule: BatchSchedule | null;
  nextRunAt: Date | null;
  /** When the schedule last ran, and what came of it. */
  ranAt: Date | null;
  ranWith: string | null;
  /** 0 before the first change. */
  version: number;
}

interface Row extends Omit<VendorDeliveryView, 'secrets'> {
  secrets: Record<SecretKind, string | null>;
  layoutId: string | null;
}

const DOWNLOAD: DeliverySettings = { by: 'download' };

/** How vendors get their claims, as people set it. */
@Injectable()
export class VendorDeliveries {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly settings: Settings,
    private readonly layouts: Layouts,
    private readonly secrets: VendorSecrets,
  ) {}

  /** @throws VendorNotFound */
  async find(scope: Scope, vendorId: string): Promise<VendorDeliveryView> {
    const { layoutId: _, secrets, ...row } = await readRow(this.source.manager, scope, vendorId);
    const { signing, password, private_key: privateKey } = secrets;
    return { ...row, secrets: { signing, password, privateKey } };
  }

  /**
   * Sets all of it. Secrets that are left out stay.
   * @param version null for whatever version there is
   * @throws InvalidInput for settings that cannot be used; NoSecretsKey
   */
  async put(
    scope: Scope,
    vendorId: string,
    version: number | null,
    { layout = GENERAL, delivery, allowsNames, schedule = null }: VendorDeliveryBody,
  ): Promise<VendorDeliveryView> {
    await this.transactions.run(async (tx) => {
      await lockVendor(tx, scope, vendorId);
      const before = await readRow(tx, scope, vendorId);
      if (version !== null && version !== before.version)
        throw new StaleVersion('The delivery', before.version);
      const layoutId = await this.layouts.idOf(tx, scope, layout);
      const settings = await this.keepDelivery(tx, scope, vendorId, before, delivery);
      await writeRow(tx, scope, vendorId, { layoutId, settings, allowsNames, schedule });
    });
    return this.find(scope, vendorId);
  }

  /** What the body of a vendor says of it. The rest stays as it is. */
  async saveWithin(
    tx: Tx,
    scope: Scope,
    vendorId: string,
    { layout, delivery }: SaidOfDelivery,
  ): Promise<void> {
    const before = await readRow(tx, scope, vendorId);
    const layoutId = layout === undefined ? before.layoutId : await this.layouts.idOf(tx, scope, layout);
    const settings = delivery
      ? await this.keepDelivery(tx, scope, vendorId, before, delivery)
      : before.delivery;
    const { allowsNames, schedule } = before;
    await writeRow(tx, scope, vendorId, { layoutId, settings, allowsNames, schedule });
  }

  private async keepDelivery(
    tx: Tx,
    scope: Scope,
    vendorId: string,
    before: Row,
    delivery: VendorDeliveryBody['delivery'],
  ): Promise<DeliverySettings> {
    const has = Object.entries(before.secrets).flatMap(([kind, at]) =>
      at === null ? [] : [kind as SecretKind],
    );
    const allowsPrivate = this.settings.DELIVER_TO_PRIVATE_ADDRESSES === 'yes';
    const settings = settingsOf(delivery, new Set(has), allowsPrivate);
    for (const [kind, text] of secretsIn(delivery))
      await this.secrets.setWithin(tx, scope, vendorId, kind, text);
    return settings;
  }
}

async function readRow(db: Statements, { districtId }: Scope, vendorId: string): Promise<Row> {
  const [row] = await db.query<(Omit<Row, 'delivery'> & { delivery: DeliverySettings | null })[]>(
    `SELECT v.key AS vendor, coalesce(l.key, '${GENERAL}') AS layout, x.layout_id AS "layoutId", x.settings AS delivery,
            ${SECRETS_SET} AS secrets, coalesce(x.allows_names, false) AS "allowsNames", x.schedule,
            x.next_run_at AS "nextRunAt", x.ran_at AS "ranAt", x.ran_with AS "ranWith",
            coalesce(x.version, 0) AS version
       FROM vendors v
       LEFT JOIN vendor_deliveries x ON x.district_id = $1 AND x.vendor_id = v.id
       LEFT JOIN claim_layouts l ON l.district_id = $1 AND l.id = x.layout_id
      WHERE v.district_id = $1 AND v.id = $2`,
    [districtId, vendorId],
  );
  if (!row) throw new VendorNotFound();
  return { ...row, delivery: row.delivery ?? DOWNLOAD };
}

/** Whoever sets the delivery of a vendor holds the vendor, as whoever changes it does. */
async function lockVendor(tx: Tx, { districtId }: Scope, vendorId: string): Promise<void> {
  await tx.query(`SELECT FROM vendors WHERE district_id = $1 AND id = $2 FOR NO KEY UPDATE`, [
    districtId,
    vendorId,
  ]);
}

interface Written {
  layoutId: string | null;
  settings: DeliverySettings;
  allowsNames: boolean;
  schedule: BatchSchedule | null;
}

async function writeRow(
  tx: Tx,
  { districtId, accountId, timeZone }: Scope,
  vendorId: string,
  { layoutId, settings, allowsNames, schedule }: Written,
): Promise<void> {
  const nextRunAt = schedule && nextOnWeekdays(schedule, timeZone, tx.at);
  await tx.query(
    `INSERT INTO vendor_deliveries AS x (district_id, vendor_id, layout_id, way, settings, allows_names, schedule,
            next_run_at, updated_by, updated_at)
     VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7::jsonb, $8, $9, $10)
     ON CONFLICT (district_id, vendor_id) DO UPDATE
       SET layout_id = excluded.layout_id, way = excluded.way, settings = excluded.settings,
           allows_names = excluded.allows_names, schedule = excluded.schedule, next_run_at = excluded.next_run_at,
           updated_by = excluded.updated_by, updated_at = excluded.updated_at, version = x.version + 1`,
    [
      districtId,
      vendorId,
      layoutId,
      settings.by,
      JSON.stringify(settings),
      allowsNames,
      schedule && JSON.stringify(schedule),
      nextRunAt,
      accountId,
      tx.at,
    ],
  );
}
