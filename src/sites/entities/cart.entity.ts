import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Room } from './room.entity.js';
import { Site } from './site.entity.js';

/** A container of devices that stands in a room, or somewhere on its site. */
@Entity('carts')
// On lower(name), which TypeORM cannot say.
@Index('carts_name_unique', { synchronize: false })
@Unique('carts_place', ['districtId', 'siteId', 'id'])
@Check('carts_name_filled', `btrim(name) <> ''`)
@Index('carts_by_room', ['districtId', 'siteId', 'roomId'])
@ForeignKey(() => Site, ['districtId', 'siteId'], ['districtId', 'id'], { name: 'carts_site' })
@ForeignKey(() => Room, ['districtId', 'siteId', 'roomId'], ['districtId', 'siteId', 'id'], {
  name: 'carts_room',
})
export class Cart {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  siteId!: string;

  @Column('uuid', { nullable: true })
  roomId!: string | null;

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
