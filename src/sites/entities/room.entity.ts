import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Site } from './site.entity.js';

/** A place within a site. */
@Entity('rooms')
// On lower(name), which TypeORM cannot say.
@Index('rooms_name_unique', { synchronize: false })
@Unique('rooms_place', ['districtId', 'siteId', 'id'])
@Check('rooms_name_filled', `btrim(name) <> ''`)
@ForeignKey(() => Site, ['districtId', 'siteId'], ['districtId', 'id'], { name: 'rooms_site' })
export class Room {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  siteId!: string;

  @Column('text')
  name!: string;

  @Column('date', { nullable: true })
  closedOn!: string | null;

  /** The change set that made it, where no person did. */
  @Column('uuid', { nullable: true })
  changeSetId!: string | null;

  @Column('integer', { default: 1 })
  version!: number;
}
