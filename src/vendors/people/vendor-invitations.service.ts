import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccountsService } from '../../access/accounts/accounts.service.js';
import { districtOfToken, hashToken } from '../../access/accounts/secrets.js';
import type { Scope } from '../../access/scope.js';
import { newId } from '../../common/ids.js';
import { Clock } from '../../common/time/clock.js';
import { Transactions } from '../../database/transactions.js';
import type { Statements, Tx } from '../../database/tx.js';
import { Outbox } from '../../outbox/outbox.service.js';
import { VendorsQueries } from '../vendors.queries.js';
import { makeLink } from './invitation-links.js';
import { INVITATION_LETTER } from './invitation-letters.js';
import { VendorInvitation } from './vendor-invitation.entities.js';
import type { InvitationAcceptanceBody, VendorInvitationBody } from './vendor-people.dto.js';
import {
  AddressInUse,
  InvitationLinkSpent,
  InvitationNotFound,
  InvitationOver,
  VendorInactive,
} from './vendor-people.errors.js';
import { VendorPeopleQueries, type VendorInvitationView } from './vendor-people.queries.js';

const INVITED_FOR_MS = 7 * 86_400_000;

/** An invitation as the person with its link sees it. */
export interface InvitationShown {
  email: string;
  name: string;
  /** Name of the vendor. */
  vendor: string;
  /** Name of the school district. */
  district: string;
  /** Short name of the district. A sign-in needs it if the email has accounts in several districts. */
  districtSlug: string;
  expiresAt: Date;
}

interface OpenInvitation extends InvitationShown {
  districtId: string;
  id: string;
  vendorId: string;
}

/** `$1` is the district, `$2` the hash of the link's secret, `$3` now. */
const OPEN = `
  SELECT i.district_id AS "districtId", i.id, i.vendor_id AS "vendorId", i.email, i.name, v.name AS vendor,
         d.name AS district, d.slug AS "districtSlug", i.expires_at AS "expiresAt"
    FROM vendor_invitation_links l
    JOIN vendor_invitations i ON i.district_id = $1 AND i.id = l.invitation_id
    JOIN vendors v ON v.district_id = $1 AND v.id = i.vendor_id AND v.is_active
    JOIN districts d ON d.id = $1
   WHERE l.district_id = $1 AND l.token_hash = $2 AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL
     AND i.expires_at > $3`;

/** Invites people at vendors, who choose a password for their account themselves. */
@Injectable()
export class VendorInvitations {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly queries: VendorPeopleQueries,
    private readonly vendors: VendorsQueries,
    private readonly accounts: AccountsService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Invites a person, and writes to them where e-mail is set up.
   * @throws Conflict where they have an account or an open invitation, and for a vendor that is not active
   */
  async invite(scope: Scope, vendorId: string, body: VendorInvitationBody): Promise<VendorInvitationView> {
    const { districtId, accountId } = scope;
    const id = newId();
    const email = body.email.trim().toLowerCase();
    await this.transactions.run(async (tx) => {
      const vendor = await this.vendors.whole(scope, vendorId, tx, 'FOR SHARE OF v');
      if (!vendor.isActive) throw new VendorInactive(vendor.name);
      if (await hasAccount(tx, districtId, email)) throw new AddressInUse(email);
      await tx.query(
        `UPDATE vendor_invitations SET withdrawn_at = $3
          WHERE district_id = $1 AND email = $2 AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at <= $3`,
        [districtId, email, tx.at],
      );
      await tx.insert(VendorInvitation, {
        districtId,
        id,
        vendorId,
        email,
        name: body.name,
        invitedBy: accountId,
        invitedAt: tx.at,
        expiresAt: new Date(tx.at.getTime() + INVITED_FOR_MS),
      });
      await this.writeTo(tx, districtId, id, email);
    });
    return this.queries.invitation(scope, vendorId, id);
  }

  /** Writes to the person again. @throws InvitationOver where the link would not work */
  async remind(scope: Scope, vendorId: string, id: string): Promise<VendorInvitationView> {
    await this.transactions.run(async (tx) => {
      const { email } = await this.lockOpen(tx, scope, vendorId, id);
      await this.writeTo(tx, scope.districtId, id, email);
    });
    return this.queries.invitation(scope, vendorId, id);
  }

  /**
   * Makes a link to hand over in another way than by e-mail. Its secret is in the answer and nowhere else.
   * @throws InvitationOver where it would not work
   */
  link(scope: Scope, vendorId: string, id: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      await this.lockOpen(tx, scope, vendorId, id);
      return makeLink(tx, scope.districtId, id);
    });
  }

  /** Ends an open invitation: none of its links works any more. @throws InvitationOver where it has ended */
  async withdraw(scope: Scope, vendorId: string, id: string): Promise<VendorInvitationView> {
    await this.transactions.run(async (tx) => {
      await this.lockOpen(tx, scope, vendorId, id);
      const ended = { withdrawnAt: tx.at, withdrawnBy: scope.accountId };
      await tx.update(VendorInvitation, { districtId: scope.districtId, id }, ended);
    });
    return this.queries.invitation(scope, vendorId, id);
  }

  /** @throws InvitationLinkSpent where the link cannot be used (any more) */
  async show(secret: string): Promise<InvitationShown> {
    const found = await openInvitation(this.source.manager, secret, this.clock.now());
    const { districtId: _, id: __, vendorId: ___, ...shown } = found;
    return shown;
  }

  /**
   * Makes the account of the person, and ends the invitation.
   * @throws InvitationLinkSpent, of several at the same time for all but one; InvalidInput for a short password
   */
  accept(secret: string, { name, password }: InvitationAcceptanceBody): Promise<InvitationShown> {
    return this.transactions.run(async (tx) => {
      const found = await openInvitation(tx, secret, tx.at, 'FOR UPDATE OF i');
      const { districtId, id, vendorId, ...shown } = found;
      if (await hasAccount(tx, districtId, shown.email)) throw new AddressInUse(shown.email);
      const person = { email: shown.email, name: name ?? shown.name, role: 'vendor' as const, vendorId };
      const account = await this.accounts.createWithin(tx, districtId, { ...person, password });
      const accepted = { acceptedAt: tx.at, accountId: account.id };
      await tx.update(VendorInvitation, { districtId, id }, accepted);
      return { ...shown, name: person.name };
    });
  }

  private async writeTo(tx: Tx, districtId: string, id: string, email: string): Promise<void> {
    const letter = { channel: 'email', subjectKind: INVITATION_LETTER, subjectId: id };
    await this.outbox.addWithin(tx, districtId, letter, [email]);
  }

  private async lockOpen(tx: Tx, scope: Scope, vendorId: string, id: string): Promise<VendorInvitation> {
    const row = await tx.findOne(VendorInvitation, {
      where: { districtId: scope.districtId, vendorId, id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!row) throw new InvitationNotFound();
    if (row.acceptedAt || row.withdrawnAt || row.expiresAt <= tx.at) throw new InvitationOver();
    return row;
  }
}

async function openInvitation(db: Statements, secret: string, now: Date, lock = ''): Promise<OpenInvitation> {
  const districtId = districtOfToken(secret);
  const [found] = districtId
    ? await db.query<OpenInvitation[]>(`${OPEN} ${lock}`, [districtId, hashToken(secret), now])
    : [];
  if (!found) throw new InvitationLinkSpent();
  return found;
}

async function hasAccount(tx: Tx, districtId: string, email: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(`SELECT 1 FROM accounts WHERE district_id = $1 AND email = $2`, [
    districtId,
    email,
  ]);
  return rows.length > 0;
}
