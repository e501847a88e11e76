import { Injectable } from '@nestjs/common';
import type { ListQuery } from '../../access/routes/list-file.js';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import type { Page } from '../../common/paging.js';
import type { Statements } from '../../database/tx.js';
import { VendorsQueries } from '../vendors.queries.js';
import type { VendorAccountsQuery, VendorInvitationsQuery } from './vendor-people.dto.js';
import { InvitationNotFound, VendorAccountNotFound } from './vendor-people.errors.js';

/** What has become of an invitation. */
export type InvitationState = 'open' | 'accepted' | 'withdrawn' | 'expired';

/** An invitation, without its link. */
export interface VendorInvitationView {
  id: string;
  email: string;
  name: string;
  state: InvitationState;
  /** Name or email of the account that invited the person. */
  invitedByName: string | null;
  invitedAt: Date;
  /** Until when the person can accept it. */
  expiresAt: Date;
  acceptedAt: Date | null;
  /** The account that the person made with it. */
  accountId: string | null;
  withdrawnAt: Date | null;
}

/** The account of a person at a vendor. */
export interface VendorAccountView {
  id: string;
  email: string;
  name: string;
  /** When it was shut. Null while the person can sign in. */
  disabledAt: Date | null;
  createdAt: Date;
  version: number;
}

type OfVendor<Query> = Query & { vendorId: string };
type InvitationsAsked = OfVendor<VendorInvitationsQuery>;
type AccountsAsked = OfVendor<VendorAccountsQuery>;

const INVITATIONS = list<VendorInvitationView, InvitationsAsked>({
  name: 'vendor invitations',
  select: (param, _, { now }) => `
    SELECT i.id, i.email, i.name,
           CASE WHEN i.accepted_at IS NOT NULL THEN 'accepted' WHEN i.withdrawn_at IS NOT NULL THEN 'withdrawn'
                WHEN i.expires_at <= ${param(now)} THEN 'expired' ELSE 'open' END AS state,
           coalesce(nullif(a.name, ''), a.email) AS "invitedByName", i.invited_at AS "invitedAt",
           i.expires_at AS "expiresAt", i.accepted_at AS "acceptedAt", i.account_id AS "accountId",
           i.withdrawn_at AS "withdrawnAt"
      FROM vendor_invitations i
      LEFT JOIN accounts a ON a.district_id = $1 AND a.id = i.invited_by
     WHERE i.district_id = $1`,
  reach: 'subject',
  filters: {
    vendorId: (id, param) => `i.vendor_id = ${param(id)}`,
    open: (isOpen, param, { now }) =>
      `(i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > ${param(now)}) = ${param(isOpen)}`,
  },
  sorts: { id: ['i.id'] },
  id: 'i.id',
});

const ACCOUNTS = list<VendorAccountView, AccountsAsked>({
  name: 'vendor accounts',
  select: `
    SELECT a.id, a.email, a.name, a.disabled_at AS "disabledAt", a.created_at AS "createdAt", a.version
      FROM accounts a
     WHERE a.district_id = $1 AND a.vendor_id IS NOT NULL`,
  reach: 'subject',
  filters: { vendorId: (id, param) => `a.vendor_id = ${param(id)}` },
  sorts: { email: ['a.email'] },
  id: 'a.id',
});

/** Who works at a vendor and may sign in, or was invited to. */
@Injectable()
export class VendorPeopleQueries {
  constructor(
    private readonly lists: Lists,
    private readonly vendors: VendorsQueries,
  ) {}

  async invitations(
    scope: Scope,
    vendorId: string,
    query: VendorInvitationsQuery,
  ): Promise<Page<VendorInvitationView>> {
    await this.vendors.whole(scope, vendorId);
    return this.lists.answer(INVITATIONS, scope, ofVendor(query, vendorId));
  }

  async accounts(
    scope: Scope,
    vendorId: string,
    query: VendorAccountsQuery,
  ): Promise<Page<VendorAccountView>> {
    await this.vendors.whole(scope, vendorId);
    return this.lists.answer(ACCOUNTS, scope, ofVendor(query, vendorId));
  }

  /** @throws InvitationNotFound also for one of another vendor */
  async invitation(
    scope: Scope,
    vendorId: string,
    id: string,
    db?: Statements,
  ): Promise<VendorInvitationView> {
    const row = await this.lists.find(INVITATIONS_OF(vendorId), scope, id, db);
    if (!row) throw new InvitationNotFound();
    return row;
  }

  /** @throws VendorAccountNotFound also for an account of another vendor, or of the district */
  async account(scope: Scope, vendorId: string, id: string, db?: Statements): Promise<VendorAccountView> {
    const row = await this.lists.find(ACCOUNTS_OF(vendorId), scope, id, db);
    if (!row) throw new VendorAccountNotFound();
    return row;
  }
}

function ofVendor<Query extends ListQuery>(query: Query, vendorId: string): OfVendor<Query> {
  return { ...query, vendorId };
}

/** One row is looked for without filters, so the vendor is part of the reach. */
const INVITATIONS_OF = (vendorId: string): typeof INVITATIONS => ({
  ...INVITATIONS,
  reach: (param) => `i.vendor_id = ${param(vendorId)}`,
});
const ACCOUNTS_OF = (vendorId: string): typeof ACCOUNTS => ({
  ...ACCOUNTS,
  reach: (param) => `a.vendor_id = ${param(vendorId)}`,
});
