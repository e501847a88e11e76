import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { District } from '../../access/entities/district.entity.js';
import { oneOf } from '../../database/known-values.js';
import { ChangeSet } from '../../devices/entities/change-set.entity.js';
import { Device } from '../../devices/entities/device.entity.js';
import type { DisposalRoute } from '../../devices/statuses.js';
import { StoredFileRow } from '../../files/file.entities.js';
import { Site } from '../../sites/entities/site.entity.js';
import { stateCheck } from '../../steps/step-machine.js';
import { Vendor } from '../../vendors/vendor.entity.js';
import { BoardItem } from '../board/board-item.entity.js';

/** The routes by which devices leave together. */
export const LOT_ROUTES = [
  'recycle',
  'sell',
  'donate',
  'trade_in',
  'agency_transfer',
  'lease_return',
] as const satisfies readonly DisposalRoute[];
export type LotRoute = (typeof LOT_ROUTES)[number];

export const LOT_STATES = ['open', 'frozen', 'approved', 'picked_up', 'settled', 'cancelled'] as const;
export type LotState = (typeof LOT_STATES)[number];

/** The last number of a district's lots. The transaction of a new lot counts it up, so that no number is left out. */
@Entity('lot_counters')
@ForeignKey(() => District, ['districtId'], ['id'], { name: 'lot_counters_district' })
export class LotCounter {
  @PrimaryColumn('uuid')
  districtId!: string;

  @Column('integer')
  last!: number;
}

/** A lot: devices that leave together. */
@Entity('lots')
@Unique('lots_number_unique', ['districtId', 'number'])
@Check('lots_route_known', oneOf('route', LOT_ROUTES))
@Check('lots_state_known', stateCheck(LOT_STATES))
@Check('lots_batteries_recycled', `NOT is_batteries OR route = 'recycle'`)
@Check(
  'lots_wipe_contract_whole',
  `(wipe_contract IS NULL) = (wipe_certificate IS NULL)
   AND (wipe_contract IS NULL) = (wipe_certificate_until IS NULL)
   AND (wipe_contract IS NULL OR (recipient_id IS NOT NULL AND route <> 'lease_return'))`,
)
@Check(
  'lots_manifest_whole',
  '(manifest_csv_id IS NULL) = (frozen_at IS NULL) AND (manifest_pdf_id IS NULL) = (frozen_at IS NULL)',
)
@Check('lots_frozen', `state NOT IN ('frozen', 'approved', 'picked_up', 'settled') OR frozen_at IS NOT NULL`)
@Check(
  'lots_approved',
  `state NOT IN ('approved', 'picked_up', 'settled') OR board_item_id IS NOT NULL OR route = 'lease_return'`,
)
@Check(
  'lots_picked_up',
  `(state IN ('picked_up', 'settled')) = (picked_up_at IS NOT NULL)
   AND (picked_up_at IS NULL) = (receipt_id IS NULL) AND (picked_up_at IS NULL) = (driver_name IS NULL)
   AND (picked_up_at IS NULL) = (counted IS NULL)`,
)
@Check(
  'lots_lessor_receipt',
  `picked_up_at IS NULL OR (route = 'lease_return') = (lessor_receipt IS NOT NULL)`,
)
@Index('lots_by_state', ['districtId', 'state', 'number'])
@Index('lots_by_waste', ['districtId', 'wasteSince'], { where: 'waste_since IS NOT NULL' })
@Index('lots_of_waste_at_site', ['districtId', 'siteId'], {
  where: `waste_since IS NOT NULL AND state IN ('open', 'frozen', 'approved')`,
})
@Index('lots_of_board_item', ['districtId', 'boardItemId'], { where: 'board_item_id IS NOT NULL' })
@ForeignKey(() => Vendor, ['districtId', 'recipientId'], ['districtId', 'id'], { name: 'lots_recipient' })
@ForeignKey(() => Site, ['districtId', 'siteId'], ['districtId', 'id'], { name: 'lots_site' })
@ForeignKey(() => BoardItem, ['districtId', 'boardItemId'], ['districtId', 'id'], { name: 'lots_board_item' })
@ForeignKey(() => StoredFileRow, ['districtId', 'manifestCsvId'], ['districtId', 'id'], {
  name: 'lots_manifest_csv',
})
@ForeignKey(() => StoredFileRow, ['districtId', 'manifestPdfId'], ['districtId', 'id'], {
  name: 'lots_manifest_pdf',
})
@ForeignKey(() => StoredFileRow, ['districtId', 'receiptId'], ['districtId', 'id'], {
  name: 'lots_receipt',
})
@ForeignKey(() => ChangeSet, ['districtId', 'changeSetId'], ['districtId', 'id'], { name: 'lots_change_set' })
@ForeignKey(() => Account, ['districtId', 'createdBy'], ['districtId', 'id'], { name: 'lots_creator' })
export class Lot {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  /** Number of the lot in its district, from 1. */
  @Column('integer')
  number!: number;

  @Column('text')
  name!: string;

  @Column('text')
  route!: LotRoute;

  /** Who gets the devices. */
  @Column('uuid', { nullable: true })
  recipientId!: string | null;

  /** The site where the lot stands. Everyone who can see this site can see the lot with all of its devices. */
  @Column('uuid')
  siteId!: string;

  /** Where at the site the lot stands. */
  @Column('text', { nullable: true })
  place!: string | null;

  /** The lot is for swollen and damaged batteries only. */
  @Column('boolean')
  isBatteries!: boolean;

  /** The contract by which the recipient removes the data. */
  @Column('text', { nullable: true })
  wipeContract!: string | null;

  /** The recipient's certificate: R2v3, e-Stewards or NAID AAA, with its number. */
  @Column('text', { nullable: true })
  wipeCertificate!: string | null;

  /** The last day on which that certificate is valid. */
  @Column('date', { nullable: true })
  wipeCertificateUntil!: string | null;

  /** The day on which somebody decided to discard what is in the lot: the clock of universal waste. */
  @Column('date', { nullable: true })
  wasteSince!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text')
  state!: LotState;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('uuid', { nullable: true })
  boardItemId!: string | null;

  @Column('uuid', { nullable: true })
  manifestCsvId!: string | null;

  @Column('uuid', { nullable: true })
  manifestPdfId!: string | null;

  /** The receipt that the driver signed. */
  @Column('uuid', { nullable: true })
  receiptId!: string | null;

  /** The change set that disposed of its devices. Null if no device was taken. */
  @Column('uuid', { nullable: true })
  changeSetId!: string | null;

  @Column('text', { nullable: true })
  driverName!: string | null;

  @Column('text', { nullable: true })
  driverCompany!: string | null;

  /** How many devices the driver counted. */
  @Column('integer', { nullable: true })
  counted!: number | null;

  /** Number of the lessor's receipt. */
  @Column('text', { nullable: true })
  lessorReceipt!: string | null;

  @Column('timestamptz', { nullable: true })
  frozenAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  pickedUpAt!: Date | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  updatedAt!: Date;
}

/** A device on a lot. */
@Entity('lot_devices')
@Unique('lot_devices_position_unique', ['districtId', 'lotId', 'position'])
@Index('lot_devices_once', ['districtId', 'deviceId'], { unique: true, where: 'ended_at IS NULL' })
@Index('lot_devices_of_device', ['districtId', 'deviceId', 'lotId'])
@Index('lot_devices_of_lot', ['districtId', 'lotId', 'addedAt', 'deviceId'])
@Index('lot_devices_of_scan', ['districtId', 'scanId'], { where: 'scan_id IS NOT NULL' })
@Index('lot_devices_by_check_scan', ['districtId', 'checkScanId'], { where: 'check_scan_id IS NOT NULL' })
@ForeignKey(() => Lot, ['districtId', 'lotId'], ['districtId', 'id'], { name: 'lot_devices_lot' })
@ForeignKey(() => Device, ['districtId', 'deviceId'], ['districtId', 'id'], { name: 'lot_devices_device' })
@ForeignKey(() => Account, ['districtId', 'addedBy'], ['districtId', 'id'], { name: 'lot_devices_adder' })
@ForeignKey(() => Account, ['districtId', 'checkedBy'], ['districtId', 'id'], { name: 'lot_devices_checker' })
export class LotDevice {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  lotId!: string;

  @PrimaryColumn('uuid')
  deviceId!: string;

  /** Position in the manifest, from 1. Null until the lot is frozen. */
  @Column('integer', { nullable: true })
  position!: number | null;

  @Column('text', { nullable: true })
  pallet!: string | null;

  @Column('text', { nullable: true })
  condition!: string | null;

  @Column('timestamptz')
  addedAt!: Date;

  @Column('uuid', { nullable: true })
  addedBy!: string | null;

  /** The scan that added the device. */
  @Column('uuid', { nullable: true })
  scanId!: string | null;

  /** When the device was scanned at the pick-up. */
  @Column('timestamptz', { nullable: true })
  checkedAt!: Date | null;

  @Column('uuid', { nullable: true })
  checkedBy!: string | null;

  @Column('uuid', { nullable: true })
  checkScanId!: string | null;

  /** When the lot was picked up or canceled. Until then, the device can be on no other lot. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}

/** A lot that a board item names. */
@Entity('board_item_lots')
@Index('board_item_lots_of_lot', ['districtId', 'lotId'])
@ForeignKey(() => BoardItem, ['districtId', 'boardItemId'], ['districtId', 'id'], {
  name: 'board_item_lots_item',
})
@ForeignKey(() => Lot, ['districtId', 'lotId'], ['districtId', 'id'], { name: 'board_item_lots_lot' })
export class BoardItemLot {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  boardItemId!: string;

  @PrimaryColumn('uuid')
  lotId!: string;
}
