import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { DeviceModel } from '../../catalogue/catalogue.entities.js';
import { stateCheck } from '../../steps/step-machine.js';

export const BAD_LOT_STATES = ['open', 'handled'] as const;

export type BadLotState = (typeof BAD_LOT_STATES)[number];

/** A lot that fails more than chance explains, while a coverage still pays: work for a person. There is one for each lot. */
@Entity('bad_lots')
@Unique('bad_lots_once', ['districtId', 'modelId', 'purchaseReference'])
@Index('bad_lots_by_claim_by', ['districtId', 'claimBy', 'id'])
@Check('bad_lots_state_known', stateCheck(BAD_LOT_STATES))
@Check(
  'bad_lots_counts_positive',
  'devices > 0 AND failures > 0 AND device_years > 0 AND covered_devices > 0',
)
@Check('bad_lots_days_ordered', 'claim_by <= last_coverage_on')
@ForeignKey(() => DeviceModel, ['districtId', 'modelId'], ['districtId', 'id'], { name: 'bad_lots_model' })
export class BadLot {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  modelId!: string;

  /** Null for the devices of the model without one. */
  @Column('text', { nullable: true })
  purchaseReference!: string | null;

  @Column('text', { default: 'open' })
  state!: BadLotState;

  @Column('integer', { default: 1 })
  version!: number;

  /** The figures are of the last time that the lot was found while it was open. */
  @Column('integer')
  devices!: number;

  @Column('integer')
  failures!: number;

  @Column('double precision')
  deviceYears!: number;

  /** Failures in 100 device-years: limits of the exact interval of 95%. */
  @Column('double precision')
  rateLow!: number;

  @Column('double precision')
  rateHigh!: number;

  /** Of the rest of the kind. */
  @Column('double precision')
  restRate!: number;

  @Column('double precision')
  correctedChance!: number;

  @Column('integer')
  coveredDevices!: number;

  /** The first of the covered devices loses its coverage after this day. */
  @Column('date')
  claimBy!: string;

  @Column('date')
  lastCoverageOn!: string;

  @Column('timestamptz')
  foundAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}
