import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { ImportKinds } from '../imports/import-kinds.js';
import { ImportsModule } from '../imports/imports.module.js';
import { CartsService } from './places/carts.service.js';
import { Cart } from './entities/cart.entity.js';
import { Room } from './entities/room.entity.js';
import { SitePupils } from './entities/site-pupils.entity.js';
import { SiteRegion } from './entities/site-region.entity.js';
import { Site } from './entities/site.entity.js';
import { PlacesController } from './places/places.controller.js';
import { PlacesQueries } from './places/places.queries.js';
import { PupilsController } from './pupils/pupils.controller.js';
import { PupilsExport } from './pupils/pupils.export.js';
import { PupilsImport } from './pupils/pupils.import.js';
import { PupilsService } from './pupils/pupils.service.js';
import { RoomsService } from './places/rooms.service.js';
import { SitesController } from './sites.controller.js';
import { SitesExport } from './in-bulk/sites.export.js';
import { SitesImport } from './in-bulk/sites.import.js';
import { SitesQueries } from './sites.queries.js';
import { SitesService } from './sites.service.js';

/** Sites, their regions by date, rooms, carts, and pupils by school year. */
@Module({
  imports: [
    AccessModule,
    ImportsModule,
    TypeOrmModule.forFeature([Site, SiteRegion, SitePupils, Room, Cart]),
  ],
  controllers: [SitesController, PupilsController, PlacesController],
  providers: [
    SitesService,
    SitesQueries,
    PupilsService,
    PlacesQueries,
    RoomsService,
    CartsService,
    SitesExport,
    SitesImport,
    PupilsExport,
    PupilsImport,
  ],
  exports: [SitesService, SitesQueries, PupilsService, PlacesQueries, RoomsService, CartsService],
})
export class SitesModule implements OnModuleInit {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly sites: SitesImport,
    private readonly pupils: PupilsImport,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this.sites);
    this.kinds.register(this.pupils);
  }
}
