import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../../access/entities/account.entity.js';
import { oneOf } from '../../../database/known-values.js';
import { Claim } from '../claim.entity.js';

export const SHIPMENT_DIRECTIONS = ['out', 'back'] as const;
export type ShipmentDirection = (typeof SHIPMENT_DIRECTIONS)[number];

/** What a scan changes of a claim. Instants are texts, as JSON brings them. */
export interface ShippedColumns {
  shippedAt: string | null;
  returnedAt: string | null;
  trackingOut: string | null;
  trackingBack: string | null;
  box: string | null;
}

/** A claimed device was scanned when it went to its vendor, or came back. */
@Entity('claim_shipments')
@Index('claim_shipments_of_scan', ['districtId', 'scanId'])
@Check('claim_shipments_direction_known', oneOf('direction', SHIPMENT_DIRECTIONS))
@ForeignKey(() => Claim, ['districtId', 'claimId'], ['districtId', 'id'], { name: 'claim_shipments_claim' })
@ForeignKey(() => Account, ['districtId', 'recordedBy'], ['districtId', 'id'], {
  name: 'claim_shipments_recorder',
})
export class ClaimShipment {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  claimId!: string;

  @PrimaryColumn('uuid')
  scanId!: string;

  @Column('text')
  direction!: ShipmentDirection;

  @Column('timestamptz')
  happenedAt!: Date;

  @Column('text', { nullable: true })
  tracking!: string | null;

  /** The box in which several devices go together. */
  @Column('text', { nullable: true })
  box!: string | null;

  /** What the claim said before the scan, for its undo. */
  @Column('jsonb')
  before!: ShippedColumns;

  @Column('uuid', { nullable: true })
  recordedBy!: string | null;

  @Column('timestamptz')
  recordedAt!: Date;

  @Column('timestamptz', { nullable: true })
  undoneAt!: Date | null;
}
