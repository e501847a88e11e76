import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { District } from '../../access/entities/district.entity.js';

/** What a district decided about devices that leave. A district that decided nothing has no row. */
@Entity('salvage_settings')
@Check('salvage_settings_amount_counted', 'photos_above_cents >= 0')
@ForeignKey(() => District, ['districtId'], ['id'], { name: 'salvage_settings_district' })
export class SalvageSettingsRow {
  @PrimaryColumn('uuid')
  districtId!: string;

  @Column('integer')
  photosAboveCents!: number;

  @Column('integer', { default: 1 })
  version!: number;
}
