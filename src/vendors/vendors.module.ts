import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { Vendor } from './vendor.entity.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { InvitationLetters } from './people/invitation-letters.js';
import { InvitationsController } from './people/invitations.controller.js';
import { VendorAccounts } from './people/vendor-accounts.service.js';
import { VendorInvitation, VendorInvitationLink } from './people/vendor-invitation.entities.js';
import { VendorInvitations } from './people/vendor-invitations.service.js';
import { VendorPeopleController } from './people/vendor-people.controller.js';
import { VendorPeopleQueries } from './people/vendor-people.queries.js';
import { VendorsController } from './vendors.controller.js';
import { VendorsQueries } from './vendors.queries.js';
import { Vendors } from './vendors.service.js';

/** Organizations that a district deals with: makers, resellers, insurers, repair depots, recyclers and lessors. */
@Module({
  imports: [
    AccessModule,
    OutboxModule,
    TypeOrmModule.forFeature([Vendor, VendorInvitation, VendorInvitationLink]),
  ],
  controllers: [VendorsController, VendorPeopleController, InvitationsController],
  providers: [
    Vendors,
    VendorsQueries,
    VendorPeopleQueries,
    VendorInvitations,
    InvitationLetters,
    VendorAccounts,
  ],
  exports: [Vendors],
})
export class VendorsModule {}
