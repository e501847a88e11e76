import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../../access/access.module.js';
import { OutboxModule } from '../../outbox/outbox.module.js';
import { PeopleModule } from '../../people/people.module.js';
import { PeriodicWork } from '../../periodic/periodic-work.js';
import { SecretsModule } from '../../secrets/secrets.module.js';
import { VendorsModule } from '../../vendors/vendors.module.js';
import { Vendors } from '../../vendors/vendors.service.js';
import { ClaimsModule } from '../claims/claims.module.js';
import { BatchDeliveries } from '../delivery/batch-deliveries.service.js';
import { BatchLetters } from '../delivery/batch-letters.js';
import { DeliverySchedules } from '../delivery/delivery-schedules.service.js';
import { DeliveryTargets } from '../delivery/channels/delivery-targets.service.js';
import { HttpsChannel } from '../delivery/channels/https.channel.js';
import { SftpChannel } from '../delivery/channels/sftp.channel.js';
import { VendorDeliveriesController } from '../delivery/vendor-deliveries.controller.js';
import { VendorDeliveries } from '../delivery/vendor-deliveries.service.js';
import { VendorDelivery, VendorSecret } from '../delivery/vendor-delivery.entity.js';
import { VendorSecrets } from '../delivery/vendor-secrets.service.js';
import { ClaimLayout, ClaimLayoutVersion } from '../layouts/layout.entities.js';
import { LayoutPreviews } from '../layouts/layout-previews.service.js';
import { LayoutsController } from '../layouts/layouts.controller.js';
import { LayoutsQueries } from '../layouts/layouts.queries.js';
import { Layouts } from '../layouts/layouts.service.js';
import { VendorLayouts } from '../layouts/vendor-layouts.service.js';
import { BatchesController } from './batches.controller.js';
import { BatchesQueries } from './batches.queries.js';
import { Batches } from './batches.service.js';
import { ClaimBatch, ClaimBatchClaim, ClaimBatchCounter } from './claim-batch.entities.js';
import { Manifests } from './manifests.service.js';

const SCHEDULES_EVERY_MS = 15_000;

const ENTITIES = [
  ClaimLayout,
  ClaimLayoutVersion,
  VendorDelivery,
  VendorSecret,
  ClaimBatchCounter,
  ClaimBatch,
  ClaimBatchClaim,
];

/** Claims as files for vendors: layouts, batches and their delivery. */
@Module({
  imports: [
    AccessModule,
    OutboxModule,
    PeopleModule,
    SecretsModule,
    VendorsModule,
    ClaimsModule,
    TypeOrmModule.forFeature(ENTITIES),
  ],
  controllers: [LayoutsController, BatchesController, VendorDeliveriesController],
  providers: [
    Layouts,
    LayoutsQueries,
    LayoutPreviews,
    VendorLayouts,
    Batches,
    BatchesQueries,
    Manifests,
    BatchLetters,
    BatchDeliveries,
    DeliveryTargets,
    DeliverySchedules,
    HttpsChannel,
    SftpChannel,
    VendorDeliveries,
    VendorSecrets,
  ],
  exports: [VendorSecrets, BatchesQueries],
})
export class ClaimBatchesModule implements OnModuleInit {
  constructor(
    private readonly vendors: Vendors,
    private readonly deliveries: VendorDeliveries,
    private readonly periodic: PeriodicWork,
    private readonly schedules: DeliverySchedules,
  ) {}

  onModuleInit(): void {
    this.vendors.onDelivery((tx, scope, vendorId, said) =>
      this.deliveries.saveWithin(tx, scope, vendorId, said),
    );
    this.periodic.register({
      name: 'sending claims to vendors',
      everyMs: SCHEDULES_EVERY_MS,
      run: (isStopping) => this.schedules.runDue(isStopping),
    });
  }
}
