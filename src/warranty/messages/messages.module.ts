import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../../access/access.module.js';
import { ClaimsModule } from '../claims/claims.module.js';
import { ClaimMessage } from './claim-message.entity.js';
import { ClaimMessagesController } from './claim-messages.controller.js';
import { ClaimMessages } from './claim-messages.service.js';

/** What the district and vendors write to each other about claims. */
@Module({
  imports: [AccessModule, ClaimsModule, TypeOrmModule.forFeature([ClaimMessage])],
  controllers: [ClaimMessagesController],
  providers: [ClaimMessages],
  exports: [ClaimMessages],
})
export class MessagesModule {}
