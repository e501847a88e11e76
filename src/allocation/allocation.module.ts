import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { AbsencesController } from './absences.controller.js';
import { TechnicianAbsences } from './absences.service.js';
import { AllocationSettingsController } from './allocation-settings.controller.js';
import { AllocationSettingsService } from './allocation-settings.service.js';
import { SupportAssignmentsController } from './assignments.controller.js';
import { SupportAssignments } from './assignments.service.js';
import { SupportCovers } from './covers.service.js';
import { SiteEntitlementsController } from './entitlements.controller.js';
import { SiteEntitlements } from './entitlements.service.js';
import { SupportCover, TechnicianAbsence } from './entities/absence.entities.js';
import { AllocationModelVersion } from './entities/allocation-model.entity.js';
import { SiteEntitlement } from './entities/site-entitlement.entity.js';
import { SupportPurchase, SupportPurchaseStep } from './entities/support-purchase.entities.js';
import { AllocationSettingsRow, SupportAssignment, Technician } from './entities/technician.entities.js';
import { AllocationModelsController } from './models.controller.js';
import { AllocationModels } from './models.service.js';
import { PlanExport } from './plan.export.js';
import { AllocationPlansController } from './plans.controller.js';
import { AllocationPlans } from './plans.service.js';
import { AssignmentProposalsController } from './proposals.controller.js';
import { AssignmentProposals } from './proposals.service.js';
import { SupportPurchasesController } from './purchases.controller.js';
import { PurchasesQueries } from './purchases.queries.js';
import { SupportPurchases } from './purchases.service.js';
import { TechniciansController } from './technicians.controller.js';
import { Technicians } from './technicians.service.js';

/** Who gets how much help: models, what sites are given and buy, plans, and who is where on which day. */
@Module({
  imports: [
    AccessModule,
    SitesModule,
    TypeOrmModule.forFeature([
      AllocationModelVersion,
      SiteEntitlement,
      SupportPurchase,
      SupportPurchaseStep,
      Technician,
      SupportAssignment,
      AllocationSettingsRow,
      TechnicianAbsence,
      SupportCover,
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
  ],
})
export class AllocationModule {}
