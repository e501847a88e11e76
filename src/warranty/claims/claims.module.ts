import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../../access/access.module.js';
import { DevicesModule } from '../../devices/devices.module.js';
import { ScanActions } from '../../scanning/actions/scan-actions.js';
import { ScanningModule } from '../../scanning/scanning.module.js';
import { StepsModule } from '../../steps/steps.module.js';
import { VendorsModule } from '../../vendors/vendors.module.js';
import { Claim, ClaimCounter } from './claim.entity.js';
import { ClaimOpenings } from './claim-openings.js';
import { ClaimScanAction } from './claim-scan-action.js';
import { ClaimsController } from './claims.controller.js';
import { ClaimsQueries } from './claims.queries.js';
import { Claims } from './claims.service.js';

/** The faults of devices that are taken to vendors. */
@Module({
  imports: [
    AccessModule,
    DevicesModule,
    ScanningModule,
    StepsModule,
    VendorsModule,
    TypeOrmModule.forFeature([Claim, ClaimCounter]),
  ],
  controllers: [ClaimsController],
  providers: [Claims, ClaimsQueries, ClaimOpenings, ClaimScanAction],
})
export class ClaimsModule implements OnModuleInit {
  constructor(
    private readonly actions: ScanActions,
    private readonly claim: ClaimScanAction,
  ) {}

  onModuleInit(): void {
    this.actions.register(this.claim);
  }
}
