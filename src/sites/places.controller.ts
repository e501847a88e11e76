import {
  Body,
  Controller,
  Get,
  Headers,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ListFile } from '../access/list-file.js';
import { CurrentScope, Needs } from '../access/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { tagged, versionOf } from '../common/etag.js';
import type { Page } from '../common/paging.js';
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
  async createRoom(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) siteId: string,
    @Body() body: NewRoomBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoomView> {
    return tagged(reply, await this.rooms.create(scope, siteId, body));
  }

  /** Shows one room. */
  @Get('rooms/:id')
  @Needs('sites:read')
  async findRoom(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoomView> {
    return tagged(reply, await this.places.findRoom(scope, id));
  }

  /** Renames, closes or reopens a room. */
  @Patch('rooms/:id')
  @Needs('places:edit')
  async changeRoom(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: RoomChangeBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoomView> {
    return tagged(reply, await this.rooms.change(scope, id, versionOf(ifMatch), body));
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
  async createCart(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) siteId: string,
    @Body() body: NewCartBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CartView> {
    return tagged(reply, await this.carts.create(scope, siteId, body));
  }

  /** Shows one cart. */
  @Get('carts/:id')
  @Needs('sites:read')
  async findCart(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CartView> {
    return tagged(reply, await this.places.findCart(scope, id));
  }

  /** Renames or closes a cart, or moves it and its devices to another room of the same site. */
  @Patch('carts/:id')
  @Needs('places:edit')
  async changeCart(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: CartChangeBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CartView> {
    return tagged(reply, await this.carts.change(scope, id, versionOf(ifMatch), body));
  }
}
