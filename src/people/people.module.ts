import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { ImportKinds } from '../imports/import-kinds.js';
import { ImportsModule } from '../imports/imports.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { NameReading } from './entities/name-reading.entity.js';
import { NameReadingsService } from './name-readings.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleExport } from './people.export.js';
import { PeopleImport } from './people.import.js';
import { PeopleQueries } from './people.queries.js';
import { PeopleService } from './people.service.js';
import { Person } from './entities/person.entity.js';

/** Who devices are lent to, with the log of whose names were read. */
@Module({
  imports: [AccessModule, ImportsModule, SitesModule, TypeOrmModule.forFeature([Person, NameReading])],
  controllers: [PeopleController],
  providers: [PeopleService, PeopleQueries, PeopleImport, PeopleExport, NameReadingsService],
  exports: [PeopleQueries, NameReadingsService],
})
export class PeopleModule implements OnModuleInit {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly people: PeopleImport,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this.people);
  }
}
