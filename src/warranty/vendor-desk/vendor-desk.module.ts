import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../../access/access.module.js';
import { ImportsModule } from '../../imports/imports.module.js';
import { ClaimBatchesModule } from '../batches/claim-batches.module.js';
import { ClaimsModule } from '../claims/claims.module.js';
import { WarrantyFiguresModule } from '../figures/warranty-figures.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { RepliesModule } from '../replies/replies.module.js';
import { DeskAnswers } from './desk-answers.service.js';
import { DeskBatches } from './desk-batches.queries.js';
import { DeskClaimsQueries } from './desk-claims.queries.js';
import { DeskScorecard } from './desk-scorecard.service.js';
import { DeskUploads } from './desk-uploads.service.js';
import { VendorRepliesController } from './vendor-replies.controller.js';
import { VendorClaimsController } from './vendor-claims.controller.js';
import { VendorDeskController } from './vendor-desk.controller.js';
import { VendorDesk } from './vendor-desk.entity.js';
import { VendorDesksController } from './vendor-desks.controller.js';
import { VendorDesks } from './vendor-desks.service.js';

/** What people at a vendor see and do: with the claims of that vendor, and with nothing else. */
@Module({
  imports: [
    AccessModule,
    ImportsModule,
    ClaimBatchesModule,
    ClaimsModule,
    WarrantyFiguresModule,
    MessagesModule,
    RepliesModule,
    TypeOrmModule.forFeature([VendorDesk]),
  ],
  controllers: [VendorClaimsController, VendorRepliesController, VendorDeskController, VendorDesksController],
  providers: [DeskAnswers, DeskBatches, DeskClaimsQueries, DeskScorecard, DeskUploads, VendorDesks],
})
export class VendorDeskModule {}
