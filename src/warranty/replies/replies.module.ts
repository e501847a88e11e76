import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../../access/access.module.js';
import { ImportKinds } from '../../imports/import-kinds.js';
import { ImportsModule } from '../../imports/imports.module.js';
import { StepsModule } from '../../steps/steps.module.js';
import { VendorsModule } from '../../vendors/vendors.module.js';
import { ClaimBatchesModule } from '../batches/claim-batches.module.js';
import { ClaimsModule } from '../claims/claims.module.js';
import { ClaimReply, VendorReplyWord } from './claim-reply.entities.js';
import { ClaimRepliesController } from './handling/claim-replies.controller.js';
import { ClaimRepliesQueries } from './handling/claim-replies.queries.js';
import { ClaimReplies } from './handling/claim-replies.service.js';
import { ClaimRepliesImport } from './in-bulk/claim-replies.import.js';
import { ReplyUndo } from './in-bulk/reply-undo.service.js';
import { ReplyIntake } from './intake/reply-intake.service.js';
import { SignatureGuard } from './signed/signature.guard.js';
import { SignedRepliesController } from './signed/signed-replies.controller.js';
import { SignedReplies } from './signed/signed-replies.service.js';
import { ReplyWordsController } from './words/reply-words.controller.js';
import { ReplyWords } from './words/reply-words.service.js';
import { WaitingReplies } from './words/waiting-replies.service.js';

/** What vendors say of claims: from files, by signed calls, and on the vendor's pages. */
@Module({
  imports: [
    AccessModule,
    ImportsModule,
    StepsModule,
    ClaimsModule,
    ClaimBatchesModule,
    VendorsModule,
    TypeOrmModule.forFeature([ClaimReply, VendorReplyWord]),
  ],
  controllers: [ClaimRepliesController, SignedRepliesController, ReplyWordsController],
  providers: [
    ReplyIntake,
    ClaimReplies,
    ClaimRepliesQueries,
    ReplyWords,
    WaitingReplies,
    ClaimRepliesImport,
    ReplyUndo,
    SignatureGuard,
    SignedReplies,
  ],
  exports: [ReplyIntake],
})
export class RepliesModule implements OnModuleInit {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly replies: ClaimRepliesImport,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this.replies);
  }
}
