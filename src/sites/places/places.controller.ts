import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListFile } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { Etag, IfMatch } from '../../common/http/etag.js';
import type { Page } from '../../common/paging.js';
import { CartsService } from './carts.service.js';
import { CartChangeBody, NewCartBody, NewRoomBody, PlacesQuery, RoomChangeBody } from './places.dto.js';
import { type CartView, PlacesQueries, type RoomView } from './places.queries.js';
import { RoomsService } from './rooms.service.js';

@ApiTags('rooms and carts')
@Controller()
export class PlacesController {
  constructor(
    private readonly places: PlacesQueries,
    private readonly rooms: RoomsService,
    private readonly carts: CartsService,
  ) {}

  /** Lists the rooms of a site. */
  @Get('sites/:id/rooms')
  @Needs('sites:read')
  @ListFile<RoomView>('Rooms', {
    name: ['Room', 'text'],
    closedOn: ['Closed on', 'date'],
    id: ['Id', 'text'],
  })
  listRooms(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) siteId: string,
    @Query() query: PlacesQuery,
  ): Promise<Page<RoomView>> {
    return this.places.listRooms(scope, siteId, query);
  }

  /** Adds a room to a site. */
  @Post('sites/:id/rooms')
  @Needs('places:edit')
  @Etag()
  createRoom(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) siteId: string,
    @Body() body: NewRoomBody,
  ): Promise<RoomView> {
    return this.rooms.create(scope, siteId, body);
  }

  /** Shows one room. */
  @Get('rooms/:id')
  @Needs('sites:read')
  @Etag()
  findRoom(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<RoomView> {
    return this.places.findRoom(scope, id);
  }

  /** Renames, closes or reopens a room. */
  @Patch('rooms/:id')
  @Needs('places:edit')
  @Etag()
  changeRoom(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: RoomChangeBody,
  ): Promise<RoomView> {
    return this.rooms.change(scope, id, version, body);
  }

  /** Lists the carts of a site. */
  @Get('sites/:id/carts')
  @Needs('sites:read')
  @ListFile<CartView>('Carts', {
    name: ['Cart', 'text'],
    roomId: ['Room id', 'text'],
    closedOn: ['Closed on', 'date'],
    id: ['Id', 'text'],
  })
  listCarts(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) siteId: string,
    @Query() query: PlacesQuery,
  ): Promise<Page<CartView>> {
    return this.places.listCarts(scope, siteId, query);
  }

  /** Adds a cart to a site. */
  @Post('sites/:id/carts')
  @Needs('places:edit')
  @Etag()
  createCart(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) siteId: string,
    @Body() body: NewCartBody,
  ): Promise<CartView> {
    return this.carts.create(scope, siteId, body);
  }

  /** Shows one cart. */
  @Get('carts/:id')
  @Needs('sites:read')
  @Etag()
  findCart(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<CartView> {
    return this.places.findCart(scope, id);
  }

  /** Renames or closes a cart, or moves it and its devices to another room of the same site. */
  @Patch('carts/:id')
  @Needs('places:edit')
  @Etag()
  changeCart(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: CartChangeBody,
  ): Promise<CartView> {
    return this.carts.change(scope, id, version, body);
  }
}
