import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { ReachSources } from '../access/reach-sources.js';
import { SitesModule } from '../sites/sites.module.js';
import { StepsModule } from '../steps/steps.module.js';
import { AbsencesController } from './technicians/absences.controller.js';
import { TechnicianAbsences } from './technicians/absences.service.js';
import { AllocationSettingsController } from './settings/allocation-settings.controller.js';
import { AllocationSettingsService } from './settings/allocation-settings.service.js';
import { SupportAssignmentsController } from './technicians/assignments.controller.js';
import { SupportAssignments } from './technicians/assignments.service.js';
import { SupportCovers } from './technicians/covers.service.js';
import { DeliveredTime } from './time/delivered-time.queries.js';
import { DeliveredService } from './time/delivered.service.js';
import { SiteEntitlementsController } from './settings/entitlements.controller.js';
import { SiteEntitlements } from './settings/entitlements.service.js';
import { SupportCover, TechnicianAbsence } from './entities/absence.entities.js';
import { AllocationModelVersion } from './entities/allocation-model.entity.js';
import { SiteEntitlement } from './entities/site-entitlement.entity.js';
import { SupportPurchase } from './entities/support-purchase.entities.js';
import { AllocationSettingsRow, SupportAssignment, Technician } from './entities/technician.entities.js';
import { TimeEntry, WorkKindRow } from './entities/time-entry.entities.js';
import { AllocationModelsController } from './models/models.controller.js';
import { AllocationModels } from './models/models.service.js';
import { PlanExport } from './plans/plan.export.js';
import { AllocationPlansController } from './plans/plans.controller.js';
import { AllocationPlans } from './plans/plans.service.js';
import { AssignmentProposalsController } from './plans/proposals.controller.js';
import { AssignmentProposals } from './plans/proposals.service.js';
import { SupportPurchasesController } from './purchases/purchases.controller.js';
import { PurchasesQueries } from './purchases/purchases.queries.js';
import { SupportPurchases } from './purchases/purchases.service.js';
import { TODAYS_SITES } from './technicians/technician-sites.sql.js';
import { TechniciansController } from './technicians/technicians.controller.js';
import { Technicians } from './technicians/technicians.service.js';
import { TimeEntriesController } from './time/time-entries.controller.js';
import { TimeEntriesQueries } from './time/time-entries.queries.js';
import { TimeEntries } from './time/time-entries.service.js';
import { WorkKinds } from './time/work-kinds.service.js';

/** Who gets how much help: models, what sites are given and buy, plans, who is where on which day, and what they did. */
@Module({
  imports: [
    AccessModule,
    SitesModule,
    StepsModule,
    TypeOrmModule.forFeature([
      AllocationModelVersion,
      SiteEntitlement,
      SupportPurchase,
      Technician,
      SupportAssignment,
      AllocationSettingsRow,
      TechnicianAbsence,
      SupportCover,
      WorkKindRow,
      TimeEntry,
    ]),
  ],
  controllers: [
    AllocationModelsController,
    AllocationPlansController,
    SiteEntitlementsController,
    SupportPurchasesController,
    TechniciansController,
    SupportAssignmentsController,
    AllocationSettingsController,
    AssignmentProposalsController,
    AbsencesController,
    TimeEntriesController,
  ],
  providers: [
    AllocationModels,
    AllocationPlans,
    PlanExport,
    SiteEntitlements,
    PurchasesQueries,
    SupportPurchases,
    Technicians,
    SupportAssignments,
    AllocationSettingsService,
    AssignmentProposals,
    TechnicianAbsences,
    SupportCovers,
    WorkKinds,
    DeliveredTime,
    DeliveredService,
    TimeEntriesQueries,
    TimeEntries,
  ],
  exports: [
    AllocationModels,
    AllocationPlans,
    AllocationSettingsService,
    DeliveredService,
    DeliveredTime,
    PurchasesQueries,
    SupportAssignments,
    WorkKinds,
  ],
})
export class AllocationModule implements OnModuleInit {
  constructor(private readonly reach: ReachSources) {}

  onModuleInit(): void {
    this.reach.register(TODAYS_SITES);
  }
}
