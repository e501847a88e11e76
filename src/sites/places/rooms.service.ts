import { Injectable } from '@nestjs/common';
import { newId } from '../../common/ids.js';
import type { Scope } from '../../access/scope.js';
import { StaleVersion } from '../../common/http/etag.js';
import { Transactions } from '../../database/transactions.js';
import { Room } from '../entities/room.entity.js';
import type { NewRoomBody, RoomChangeBody } from './places.dto.js';
import { PlacesQueries, type RoomView } from './places.queries.js';
import { SitesQueries } from '../sites.queries.js';

/** Rooms of a site. */
@Injectable()
export class RoomsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly sites: SitesQueries,
    private readonly places: PlacesQueries,
  ) {}

  async create(scope: Scope, siteId: string, { name }: NewRoomBody): Promise<RoomView> {
    await this.sites.assertThere(scope, siteId);
    const room = { id: newId(), siteId, name, closedOn: null, version: 1 };
    await this.transactions.run((tx) => tx.insert(Room, { districtId: scope.districtId, ...room }));
    return room;
  }

  /** @param version null changes whatever version there is */
  change(scope: Scope, id: string, version: number | null, body: RoomChangeBody): Promise<RoomView> {
    return this.transactions.run(async (tx) => {
      const room = await this.places.lockRoom(tx, scope, id);
      if (version !== null && room.version !== version) throw new StaleVersion('The room', room.version);
      const { name = room.name, closedOn = room.closedOn } = body;
      const after = { ...room, name, closedOn, version: room.version + 1 };
      await tx.update(Room, { districtId: scope.districtId, id }, after);
      return after;
    });
  }
}
