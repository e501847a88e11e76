import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../../access/access.module.js';
import { DevicesModule } from '../../devices/devices.module.js';
import { FilesModule } from '../../files/files.module.js';
import { OutboxModule } from '../../outbox/outbox.module.js';
import { PeriodicWork } from '../../periodic/periodic-work.js';
import { ScanActions } from '../../scanning/actions/scan-actions.js';
import { ScanningModule } from '../../scanning/scanning.module.js';
import { StepsModule } from '../../steps/steps.module.js';
import { VendorsModule } from '../../vendors/vendors.module.js';
import { Vendors } from '../../vendors/vendors.service.js';
import { ClaimClocks } from '../clocks/claim-clocks.js';
import { ClaimEscalation } from '../clocks/claim-escalation.entity.js';
import { ClaimEscalations } from '../clocks/claim-escalations.js';
import { ClaimNotices } from '../clocks/claim-notices.js';
import { Claim, ClaimCounter } from './claim.entity.js';
import { ClaimOpenings } from './claim-openings.js';
import { ClaimRetractions } from './claim-retractions.service.js';
import { ClaimProgress } from './claim-progress.js';
import { ClaimScanAction } from './claim-scan-action.js';
import { ClaimsController } from './claims.controller.js';
import { ClaimsQueries } from './claims.queries.js';
import { Claims } from './claims.service.js';
import { ClaimReplacements } from './replacement/claim-replacements.js';
import { ClaimReplacementsController } from './replacement/claim-replacements.controller.js';
import { ReplacedClaims } from './replacement/replaced-claims.service.js';
import { benchScanActions } from './bench/bench-scan-actions.js';
import { ClaimShipment } from './bench/claim-shipment.entity.js';
import { ClaimShipments } from './bench/claim-shipments.js';
import { ClaimCorrections } from './corrections/claim-corrections.js';
import { ClaimNumbers } from './finding/claim-numbers.js';
import { ClaimReminders } from './deadlines/claim-reminders.service.js';
import { ClaimTermsController } from './deadlines/claim-terms.controller.js';
import { ClaimTermsOfVendors } from './deadlines/claim-terms.service.js';
import { ClaimReminder, VendorClaimTerms } from './deadlines/deadline.entities.js';
import { ClaimCheck, ClaimChecklist } from './checklist/checklist.entities.js';
import { ChecklistsController } from './checklist/checklists.controller.js';
import { ClaimChecklists } from './checklist/claim-checklists.service.js';
import { ClaimTicks } from './checklist/claim-ticks.service.js';
import { ClaimFile } from './files/claim-file.entity.js';
import { ClaimFiles } from './files/claim-files.service.js';
import { ClaimFilesController } from './files/claim-files.controller.js';
import { ClaimPart } from './parts/claim-part.entity.js';

const LATE_CLAIMS_EVERY_MS = 30_000;

/** The faults of devices that are taken to vendors. */
@Module({
  imports: [
    AccessModule,
    DevicesModule,
    FilesModule,
    OutboxModule,
    ScanningModule,
    StepsModule,
    VendorsModule,
    TypeOrmModule.forFeature([
      Claim,
      ClaimCounter,
      ClaimEscalation,
      ClaimPart,
      ClaimFile,
      ClaimChecklist,
      ClaimCheck,
      ClaimShipment,
      VendorClaimTerms,
      ClaimReminder,
    ]),
  ],
  controllers: [
    ClaimsController,
    ClaimReplacementsController,
    ClaimFilesController,
    ChecklistsController,
    ClaimTermsController,
  ],
  providers: [
    Claims,
    ClaimProgress,
    ClaimRetractions,
    ClaimsQueries,
    ClaimOpenings,
    ClaimScanAction,
    ClaimClocks,
    ClaimEscalations,
    ClaimNotices,
    ClaimReplacements,
    ReplacedClaims,
    ClaimCorrections,
    ClaimNumbers,
    ClaimFiles,
    ClaimChecklists,
    ClaimShipments,
    ClaimTermsOfVendors,
    ClaimReminders,
    ClaimTicks,
  ],
  exports: [ClaimOpenings, ClaimProgress, ClaimFiles, ClaimsQueries, ClaimClocks, ClaimRetractions],
})
export class ClaimsModule implements OnModuleInit {
  constructor(
    private readonly actions: ScanActions,
    private readonly claim: ClaimScanAction,
    private readonly vendors: Vendors,
    private readonly clocks: ClaimClocks,
    private readonly periodic: PeriodicWork,
    private readonly escalations: ClaimEscalations,
    private readonly shipments: ClaimShipments,
  ) {}

  onModuleInit(): void {
    this.actions.register(this.claim);
    for (const action of benchScanActions(this.shipments)) this.actions.register(action);
    this.vendors.onPromisesChange((tx, scope, before, after) =>
      this.clocks.restart(tx, scope, before.id, before, after),
    );
    this.periodic.register({
      name: 'raising late claims',
      everyMs: LATE_CLAIMS_EVERY_MS,
      run: (isStopping) => this.escalations.raiseLate(isStopping),
    });
  }
}
