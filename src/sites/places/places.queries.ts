import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../../access/scope.js';
import { Clock, dateIn } from '../../common/time/clock.js';
import { type Page, decodeCursor, pageOf } from '../../common/paging.js';
import { NotFound } from '../../common/refusal.js';
import type { Statements, Tx } from '../../database/tx.js';
import type { Cart } from '../entities/cart.entity.js';
import type { Room } from '../entities/room.entity.js';
import type { PlacesQuery } from './places.dto.js';
import { SitesQueries } from '../sites.queries.js';

export type RoomView = Omit<Room, 'districtId' | 'changeSetId'>;

export type CartView = Omit<Cart, 'districtId' | 'changeSetId'>;

type PlaceTable = 'rooms' | 'carts';

const COLUMNS: Record<PlaceTable, string> = {
  rooms: `id, site_id AS "siteId", name, closed_on AS "closedOn", version`,
  carts: `id, site_id AS "siteId", room_id AS "roomId", name, closed_on AS "closedOn", version`,
};

/** Rooms and carts as the API shows them. */
@Injectable()
export class PlacesQueries {
  constructor(
    private readonly source: DataSource,
    private readonly sites: SitesQueries,
    private readonly clock: Clock,
  ) {}

  listRooms(scope: Scope, siteId: string, query: PlacesQuery): Promise<Page<RoomView>> {
    return this.list<RoomView>('rooms', scope, siteId, query);
  }

  listCarts(scope: Scope, siteId: string, query: PlacesQuery): Promise<Page<CartView>> {
    return this.list<CartView>('carts', scope, siteId, query);
  }

  /** @throws NotFound also where its site is out of the caller's reach */
  findRoom(scope: Scope, id: string): Promise<RoomView> {
    return this.find<RoomView>(this.source.manager, 'rooms', scope, id, '');
  }

  /** @throws NotFound also where its site is out of the caller's reach */
  findCart(scope: Scope, id: string): Promise<CartView> {
    return this.find<CartView>(this.source.manager, 'carts', scope, id, '');
  }

  /** The room, locked until the transaction ends. */
  lockRoom(tx: Tx, scope: Scope, id: string): Promise<RoomView> {
    return this.find<RoomView>(tx, 'rooms', scope, id, 'FOR NO KEY UPDATE');
  }

  /** The cart, locked until the transaction ends. */
  lockCart(tx: Tx, scope: Scope, id: string): Promise<CartView> {
    return this.find<CartView>(tx, 'carts', scope, id, 'FOR NO KEY UPDATE');
  }

  private async find<T>(
    manager: Statements,
    table: PlaceTable,
    scope: Scope,
    id: string,
    lock: '' | 'FOR NO KEY UPDATE',
  ): Promise<T> {
    const [row] = await manager.query<T[]>(
      `SELECT ${COLUMNS[table]} FROM ${table}
        WHERE district_id = $1 AND id = $2 AND ($3::uuid[] IS NULL OR site_id = ANY ($3)) ${lock}`,
      [scope.districtId, id, siteFilter(scope)],
    );
    if (!row) throw new NotFound(table === 'rooms' ? 'The room' : 'The cart', notFoundCode[table]);
    return row;
  }

  private async list<T extends { name: string }>(
    table: PlaceTable,
    scope: Scope,
    siteId: string,
    query: PlacesQuery,
  ): Promise<Page<T>> {
    await this.sites.assertThere(scope, siteId);
    const [after] = query.cursor ? decodeCursor('name', query.cursor, 1) : [null];
    const rows = await this.source.query<T[]>(
      `SELECT ${COLUMNS[table]} FROM ${table}
        WHERE district_id = $1 AND site_id = $2 AND ($3::text IS NULL OR name > $3)
          AND ($4::boolean IS NULL OR $4 = coalesce(closed_on > $5::date, true))
        ORDER BY name LIMIT $6`,
      [
        scope.districtId,
        siteId,
        after,
        query.open ?? null,
        dateIn(scope.timeZone, this.clock.now()),
        query.limit + 1,
      ],
    );
    return pageOf(rows, query.limit, 'name', (row) => [row.name]);
  }
}

const notFoundCode: Record<PlaceTable, string> = { rooms: 'ROOM_NOT_FOUND', carts: 'CART_NOT_FOUND' };
