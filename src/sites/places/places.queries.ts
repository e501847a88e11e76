import { Injectable } from '@nestjs/common';
import { list, type ListDeclaration } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import type { Page } from '../../common/paging.js';
import { NotFound } from '../../common/refusal.js';
import type { Tx } from '../../database/tx.js';
import type { Cart } from '../entities/cart.entity.js';
import type { Room } from '../entities/room.entity.js';
import type { PlacesQuery } from './places.dto.js';
import { SitesQueries } from '../sites.queries.js';

export type RoomView = Omit<Room, 'districtId' | 'changeSetId'>;

export type CartView = Omit<Cart, 'districtId' | 'changeSetId'>;

/** The places of one site. */
type PlacesAsked = PlacesQuery & { siteId: string };

const PLACES = {
  reach: 'p.site_id',
  filters: {
    siteId: (id, param) => `p.site_id = ${param(id)}`,
    open: (open, param, { today }) => `${param(open)} = coalesce(p.closed_on > ${param(today)}::date, true)`,
  },
  sorts: { name: ['lower(p.name)'] },
  id: 'p.id',
} satisfies Omit<ListDeclaration<PlacesAsked>, 'name' | 'select'>;

const ROOMS = list<RoomView, PlacesAsked>({
  ...PLACES,
  name: 'rooms',
  select: `
    SELECT p.id, p.site_id AS "siteId", p.name, p.closed_on AS "closedOn", p.version
      FROM rooms p WHERE p.district_id = $1`,
});

const CARTS = list<CartView, PlacesAsked>({
  ...PLACES,
  name: 'carts',
  select: `
    SELECT p.id, p.site_id AS "siteId", p.room_id AS "roomId", p.name, p.closed_on AS "closedOn", p.version
      FROM carts p WHERE p.district_id = $1`,
});

/** Rooms and carts as the API shows them. */
@Injectable()
export class PlacesQueries {
  constructor(
    private readonly lists: Lists,
    private readonly sites: SitesQueries,
  ) {}

  async listRooms(scope: Scope, siteId: string, query: PlacesQuery): Promise<Page<RoomView>> {
    await this.sites.assertThere(scope, siteId);
    return this.lists.answer(ROOMS, scope, { ...query, siteId });
  }

  async listCarts(scope: Scope, siteId: string, query: PlacesQuery): Promise<Page<CartView>> {
    await this.sites.assertThere(scope, siteId);
    return this.lists.answer(CARTS, scope, { ...query, siteId });
  }

  /** @throws NotFound also where its site is out of the caller's reach */
  async findRoom(scope: Scope, id: string): Promise<RoomView> {
    return (await this.lists.find(ROOMS, scope, id)) ?? roomNotFound();
  }

  /** @throws NotFound also where its site is out of the caller's reach */
  async findCart(scope: Scope, id: string): Promise<CartView> {
    return (await this.lists.find(CARTS, scope, id)) ?? cartNotFound();
  }

  /** The room, locked until the transaction ends. */
  async lockRoom(tx: Tx, scope: Scope, id: string): Promise<RoomView> {
    return (await this.lists.find(ROOMS, scope, id, tx, 'FOR NO KEY UPDATE')) ?? roomNotFound();
  }

  /** The cart, locked until the transaction ends. */
  async lockCart(tx: Tx, scope: Scope, id: string): Promise<CartView> {
    return (await this.lists.find(CARTS, scope, id, tx, 'FOR NO KEY UPDATE')) ?? cartNotFound();
  }
}

function roomNotFound(): never {
  throw new NotFound('The room', 'ROOM_NOT_FOUND');
}

function cartNotFound(): never {
  throw new NotFound('The cart', 'CART_NOT_FOUND');
}
