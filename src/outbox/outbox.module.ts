import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { EmailChannel } from './email/email.channel.js';
import { OutboxController } from './outbox.controller.js';
import { OutboxAttempt, OutboxLetter } from './outbox.entities.js';
import { OutboxQueries } from './outbox.queries.js';
import { OutboxQueue } from './outbox-queue.js';
import { OutboxSender } from './outbox-sender.js';
import { Outbox } from './outbox.service.js';

/** Whatever must leave Rollcall. It knows no sender: modules register what their letters are about. */
@Module({
  imports: [AccessModule, TypeOrmModule.forFeature([OutboxLetter, OutboxAttempt])],
  controllers: [OutboxController],
  providers: [Outbox, OutboxQueue, OutboxSender, OutboxQueries, EmailChannel],
  exports: [Outbox, OutboxQueries],
})
export class OutboxModule {}
