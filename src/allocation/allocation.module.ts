import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { SiteEntitlementsController } from './entitlements.controller.js';
import { SiteEntitlements } from './entitlements.service.js';
import { AllocationModelVersion } from './entities/allocation-model.entity.js';
import { SiteEntitlement } from './entities/site-entitlement.entity.js';
import { SupportPurchase, SupportPurchaseStep } from './entities/support-purchase.entities.js';
import { AllocationModelsController } from './models.controller.js';
import { AllocationModels } from './models.service.js';
import { PlanExport } from './plan.export.js';
import { AllocationPlansController } from './plans.controller.js';
import { AllocationPlans } from './plans.service.js';
import { SupportPurchasesController } from './purchases.controller.js';
import { PurchasesQueries } from './purchases.queries.js';
import { SupportPurchases } from './purchases.service.js';

/** Who gets how much help: models, what sites are given and buy, plans. */
@Module({
  imports: [
    AccessModule,
    SitesModule,
    TypeOrmModule.forFeature([AllocationModelVersion, SiteEntitlement, SupportPurchase, SupportPurchaseStep]),
  ],
  controllers: [
    AllocationModelsController,
    AllocationPlansController,
    SiteEntitlementsController,
    SupportPurchasesController,
  ],
  providers: [
    AllocationModels,
    AllocationPlans,
    PlanExport,
    SiteEntitlements,
    PurchasesQueries,
    SupportPurchases,
  ],
})
export class AllocationModule {}
