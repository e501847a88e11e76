import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import { definedFields } from '../../common/defined-fields.js';
import { StaleVersion } from '../../common/http/etag.js';
import { newId } from '../../common/ids.js';
import { Forbidden } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { wrongField } from '../../sites/sites.errors.js';
import { Vendors } from '../../vendors/vendors.service.js';
import { CoverageRule } from './coverage-rule.entities.js';
import type { CoverageRuleChangeBody, NewCoverageRuleBody, RuleDevicesBody } from './coverage-rules.dto.js';
import { CoverageRuleForAll, CoverageRuleNotFound } from './coverage-rules.errors.js';
import { CoverageRulesQueries, type CoverageRuleView } from './coverage-rules.queries.js';

type Conditions = Pick<
  CoverageRule,
  | 'purchaseReference'
  | 'fundingSourceId'
  | 'manufacturer'
  | 'model'
  | 'kinds'
  | 'purchasedFrom'
  | 'purchasedTo'
>;

/** Rules as people write them. A change does nothing to coverages until the rule is applied. */
@Injectable()
export class CoverageRules {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: CoverageRulesQueries,
    private readonly vendors: Vendors,
  ) {}

  /** @throws InvalidInput for an unknown vendor or funding source, and for a rule without a condition */
  create(
    scope: Scope,
    { vendor, devices, excludes, ...body }: NewCoverageRuleBody,
  ): Promise<CoverageRuleView> {
    assertWholeDistrict(scope);
    const id = newId();
    const { districtId, accountId } = scope;
    return this.transactions.run(async (tx) => {
      const vendorId = await this.vendors.activeIdOf(tx, districtId, vendor);
      const conditions = await conditionsOf(tx, districtId, devices);
      const made = { createdBy: accountId, createdAt: tx.at, updatedAt: tx.at };
      const terms = { ...body, excludes: excludes?.toSorted() ?? [] };
      await tx.insert(CoverageRule, { ...terms, ...conditions, ...made, districtId, id, vendorId });
      return this.queries.find(scope, id, tx);
    });
  }

  /**
   * Changes a rule. Coverages that it created stay as they are until it is applied again.
   * @param version null for whatever version there is
   */
  change(
    scope: Scope,
    id: string,
    version: number | null,
    { vendor, devices, excludes, ...body }: CoverageRuleChangeBody,
  ): Promise<CoverageRuleView> {
    assertWholeDistrict(scope);
    const { districtId } = scope;
    return this.transactions.run(async (tx) => {
      const before = await lockRule(tx, districtId, id);
      if (version !== null && version !== before.version) throw new StaleVersion('The rule', before.version);
      const changed = definedFields<Partial<CoverageRule>>({
        ...body,
        ...(devices ? await conditionsOf(tx, districtId, devices) : {}),
        vendorId: vendor === undefined ? undefined : await this.vendorOf(tx, before, vendor),
        excludes: excludes?.toSorted(),
        version: before.version + 1,
        updatedAt: tx.at,
      });
      await tx.update(CoverageRule, { districtId, id }, changed);
      return this.queries.find(scope, id, tx);
    });
  }

  /** A rule may keep the vendor that it has. Another one must be a vendor that the district deals with. */
  private async vendorOf(tx: Tx, { districtId, vendorId }: CoverageRule, key: string): Promise<string> {
    const id = await this.vendors.idOf(tx, districtId, key);
    return id === vendorId ? id : this.vendors.activeIdOf(tx, districtId, key);
  }
}

/** A rule reaches the devices of every site. @throws Forbidden */
export function assertWholeDistrict(scope: Scope): void {
  if (scope.sites !== 'all')
    throw new Forbidden(
      'Only people who see the whole district can create, change or apply a rule.',
      'WHOLE_DISTRICT_NEEDED',
    );
}

/** Whoever changes or applies a rule holds it, so that two who apply it come one after the other. */
export async function lockRule(tx: Tx, districtId: string, id: string): Promise<CoverageRule> {
  const rule = await tx.findOne(CoverageRule, {
    where: { districtId, id },
    lock: { mode: 'for_no_key_update' },
  });
  if (!rule) throw new CoverageRuleNotFound();
  return rule;
}

async function conditionsOf(
  tx: Tx,
  districtId: string,
  { fundingSource, ...devices }: RuleDevicesBody,
): Promise<Conditions> {
  const conditions = {
    purchaseReference: devices.purchaseReference ?? null,
    fundingSourceId: fundingSource ? await fundId(tx, districtId, fundingSource) : null,
    manufacturer: devices.manufacturer ?? null,
    model: devices.model ?? null,
    kinds: devices.kinds ?? null,
    purchasedFrom: devices.purchasedFrom ?? null,
    purchasedTo: devices.purchasedTo ?? null,
  };
  if (Object.values(conditions).every((value) => value === null)) throw new CoverageRuleForAll();
  const { purchasedFrom, purchasedTo } = conditions;
  if (purchasedFrom !== null && purchasedTo !== null && purchasedTo < purchasedFrom)
    throw wrongField('devices.purchasedTo', 'BEFORE_START', 'Choose the first day or a later day.');
  return conditions;
}

async function fundId(tx: Tx, districtId: string, name: string): Promise<string> {
  const [fund] = await tx.query<{ id: string }[]>(
    `SELECT id FROM funding_sources WHERE district_id = $1 AND lower(name) = lower($2)`,
    [districtId, name],
  );
  if (!fund)
    throw wrongField(
      'devices.fundingSource',
      'UNKNOWN_FUNDING_SOURCE',
      `There is no funding source "${name}". Check the name, or add the funding source first.`,
    );
  return fund.id;
}
