import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Site } from './site.entity.js';

/** A place within a site. */
@Entity('rooms')
@Unique('rooms_name_unique', ['districtId', 'siteId', 'name'])
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

  @Column('integer', { default: 1 })
  version!: number;
}
