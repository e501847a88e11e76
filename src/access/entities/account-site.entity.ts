import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from './account.entity.js';

/** A site that an account reaches. `sites` stands to the right of this module, so it is named, not imported. */
@Entity('account_sites')
@Index('account_sites_by_site', ['districtId', 'siteId'])
@ForeignKey(() => Account, ['districtId', 'accountId'], ['districtId', 'id'], {
  name: 'account_sites_account',
})
@ForeignKey('Site', ['districtId', 'siteId'], ['districtId', 'id'], { name: 'account_sites_site' })
export class AccountSite {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  accountId!: string;

  @PrimaryColumn('uuid')
  siteId!: string;
}
