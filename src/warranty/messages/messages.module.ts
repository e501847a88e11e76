import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../../access/access.module.js';
import { OutboxModule } from '../../outbox/outbox.module.js';
import { ClaimsModule } from '../claims/claims.module.js';
import { ClaimMessage } from './claim-message.entity.js';
import { ClaimMessagesController } from './claim-messages.controller.js';
import { ClaimMessages } from './claim-messages.service.js';
import { MessageLetters } from './message-letters.js';

/** What the district and vendors write to each other about claims. */
@Module({
  imports: [AccessModule, ClaimsModule, OutboxModule, TypeOrmModule.forFeature([ClaimMessage])],
  controllers: [ClaimMessagesController],
  providers: [ClaimMessages, MessageLetters],
  exports: [ClaimMessages],
})
export class MessagesModule {}
