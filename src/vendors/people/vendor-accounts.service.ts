import { Injectable } from '@nestjs/common';
import { AccountsService } from '../../access/accounts/accounts.service.js';
import type { Scope } from '../../access/scope.js';
import { VendorPeopleQueries, type VendorAccountView } from './vendor-people.queries.js';

/** Shuts and opens accounts of people at vendors. */
@Injectable()
export class VendorAccounts {
  constructor(
    private readonly queries: VendorPeopleQueries,
    private readonly accounts: AccountsService,
  ) {}

  /**
   * Ends the sessions of an account that is shut. Other processes of the server know of it within five seconds.
   * @param version null for whatever version there is
   */
  async change(
    scope: Scope,
    vendorId: string,
    id: string,
    version: number | null,
    disabled: boolean,
  ): Promise<VendorAccountView> {
    // An account never goes to another vendor or role, so nothing can come between this look and the change.
    await this.queries.account(scope, vendorId, id);
    await this.accounts.change(scope.districtId, id, version, { disabled });
    return this.queries.account(scope, vendorId, id);
  }
}
