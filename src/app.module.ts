import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { AccessModule } from './access/access.module.js';
import { AllocationModule } from './allocation/allocation.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { ClockModule } from './common/time/clock.module.js';
import { ProblemFilter } from './common/http/problem.filter.js';
import { IdsInSmallLetters, requestValidation } from './common/http/validation.js';
import { ConfigModule } from './config/config.module.js';
import type { Settings } from './config/settings.js';
import { CountEvidenceModule } from './count-evidence/count-evidence.module.js';
import { CountsModule } from './counts/counts.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DevicesModule } from './devices/devices.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { OutboxModule } from './outbox/outbox.module.js';
import { PeopleModule } from './people/people.module.js';
import { PeriodicModule } from './periodic/periodic.module.js';
import { ProblemReportsModule } from './problem-reports/problem-reports.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { SalvageModule } from './salvage/salvage.module.js';
import { ScanningModule } from './scanning/scanning.module.js';
import { SitesModule } from './sites/sites.module.js';
import { SupportLoadModule } from './support-load/support-load.module.js';
import { VendorsModule } from './vendors/vendors.module.js';
import { BadLotsModule } from './warranty/bad-lots/bad-lots.module.js';
import { ClaimBatchesModule } from './warranty/batches/claim-batches.module.js';
import { ClaimImportsModule } from './warranty/claims/in-bulk/claim-imports.module.js';
import { ClaimsModule } from './warranty/claims/claims.module.js';
import { WarrantyFiguresModule } from './warranty/figures/warranty-figures.module.js';
import { LookUpsModule } from './warranty/look-ups/look-ups.module.js';
import { WarrantyReportsModule } from './warranty/reports/warranty-reports.module.js';
import { MessagesModule } from './warranty/messages/messages.module.js';
import { RepliesModule } from './warranty/replies/replies.module.js';
import { VendorDeskModule } from './warranty/vendor-desk/vendor-desk.module.js';
import { WarrantyModule } from './warranty/warranty.module.js';

/** Wiring only. */
@Module({})
export class AppModule {
  /** @param others modules beside those of Rollcall; a test has one, to see whether another fits in */
  static with(settings: Settings, appUrl: string, others: Type[] = []): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(settings),
        ClockModule,
        DatabaseModule.with(appUrl, settings),
        PeriodicModule,
        JobsModule.with(appUrl, settings),
        OperationsModule,
        AccessModule,
        OutboxModule,
        CalendarModule,
        ImportsModule,
        SitesModule,
        CountsModule,
        CatalogueModule,
        PeopleModule,
        DevicesModule,
        CountEvidenceModule,
        AllocationModule,
        ProblemReportsModule,
        ReportsModule,
        ScanningModule,
        SupportLoadModule,
        VendorsModule,
        WarrantyModule,
        LookUpsModule,
        ClaimsModule,
        ClaimImportsModule,
        MessagesModule,
        RepliesModule,
        VendorDeskModule,
        ClaimBatchesModule,
        BadLotsModule,
        WarrantyFiguresModule,
        WarrantyReportsModule,
        SalvageModule,
        ...others,
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: requestValidation },
        { provide: APP_PIPE, useClass: IdsInSmallLetters },
      ],
    };
  }
}
