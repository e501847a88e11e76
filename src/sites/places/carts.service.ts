import { Injectable } from '@nestjs/common';
import { newId } from '../../common/ids.js';
import type { Scope } from '../../access/scope.js';
import { explainConstraint } from '../../common/constraint-refusals.js';
import { StaleVersion } from '../../common/http/etag.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { Cart } from '../entities/cart.entity.js';
import type { CartChangeBody, NewCartBody } from './places.dto.js';
import { type CartView, PlacesQueries } from './places.queries.js';
import { wrongField } from '../sites.errors.js';
import { SitesQueries } from '../sites.queries.js';

explainConstraint('carts_room', () =>
  wrongField('roomId', 'UNKNOWN_ROOM', 'Choose a room of the same site.'),
);

/** A cart that was moved within its site. */
export interface CartMove {
  cartId: string;
  siteId: string;
  fromRoomId: string | null;
  toRoomId: string | null;
}

/** Moves what stands in a cart, within the transaction that moves the cart. */
export type CartMoveListener = (tx: Tx, scope: Scope, move: CartMove) => Promise<void>;

/** Carts of a site. */
@Injectable()
export class CartsService {
  private readonly listeners: CartMoveListener[] = [];

  constructor(
    private readonly transactions: Transactions,
    private readonly sites: SitesQueries,
    private readonly places: PlacesQueries,
  ) {}

  /** Registers what must happen in the same transaction, after a cart has moved: its devices move with it. */
  onCartMoved(listener: CartMoveListener): void {
    this.listeners.push(listener);
  }

  async create(scope: Scope, siteId: string, { name, roomId = null }: NewCartBody): Promise<CartView> {
    await this.sites.assertThere(scope, siteId);
    const cart = { id: newId(), siteId, roomId, name, closedOn: null, version: 1 };
    await this.transactions.run((tx) => tx.insert(Cart, { districtId: scope.districtId, ...cart }));
    return cart;
  }

  /**
   * Renames or closes a cart, or moves it to another room of its site.
   * @param version null changes whatever version there is
   */
  change(scope: Scope, id: string, version: number | null, body: CartChangeBody): Promise<CartView> {
    return this.transactions.run(async (tx) => {
      const cart = await this.places.lockCart(tx, scope, id);
      if (version !== null && cart.version !== version) throw new StaleVersion('The cart', cart.version);
      const { name = cart.name, closedOn = cart.closedOn, roomId = cart.roomId } = body;
      const after = { ...cart, name, closedOn, roomId, version: cart.version + 1 };
      await tx.update(Cart, { districtId: scope.districtId, id }, after);
      if (roomId !== cart.roomId) {
        const move = { cartId: id, siteId: cart.siteId, fromRoomId: cart.roomId, toRoomId: roomId };
        for (const listener of this.listeners) await listener(tx, scope, move);
      }
      return after;
    });
  }
}
