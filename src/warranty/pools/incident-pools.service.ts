import { Injectable } from '@nestjs/common';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import { explainConstraint } from '../../common/constraint-refusals.js';
import { definedFields } from '../../common/defined-fields.js';
import { StaleVersion } from '../../common/http/etag.js';
import { newId } from '../../common/ids.js';
import type { Page } from '../../common/paging.js';
import { Conflict, NotFound } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { Vendors } from '../../vendors/vendors.service.js';
import type { CoverageKind } from '../coverages/coverage-terms.js';
import { IncidentPool } from './incident-pool.entity.js';
import type {
  IncidentPoolChangeBody,
  IncidentPoolsQuery,
  NewIncidentPoolBody,
} from './incident-pools.dto.js';

export interface IncidentPoolView {
  id: string;
  name: string;
  /** Key of the vendor. */
  vendor: string;
  vendorName: string;
  kind: CoverageKind;
  contractNumber: string;
  /** How many incidents there are in all. */
  incidents: number;
  /** Those that were used before claims were kept in Rollcall. */
  usedBefore: number;
  /** Those that claims have. */
  used: number;
  left: number;
  /** How many devices share them. */
  devices: number;
  version: number;
}

explainConstraint(
  'incident_pools_contract_unique',
  () =>
    new Conflict(
      'There is already a pool for this vendor, type and contract number. Change that pool instead.',
      'INCIDENT_POOL_TWICE',
    ),
);
explainConstraint(
  'incident_pools_not_overdrawn',
  () =>
    new Conflict(
      'The pool cannot have fewer incidents than are used already. Enter a larger number.',
      'INCIDENT_POOL_OVERDRAWN',
    ),
);

const POOLS = list<IncidentPoolView, IncidentPoolsQuery>({
  name: 'incident pools',
  select: `
    SELECT p.id, p.name, v.key AS vendor, v.name AS "vendorName", p.kind, p.contract_number AS "contractNumber",
           p.incidents, p.used_before AS "usedBefore", p.used, p.incidents - p.used_before - p.used AS left,
           (SELECT count(DISTINCT c.device_id)::int FROM coverages c
             WHERE c.district_id = $1 AND c.vendor_id = p.vendor_id AND c.kind = p.kind
               AND c.contract_number = p.contract_number AND c.withdrawn_at IS NULL) AS devices,
           p.version
      FROM incident_pools p
      JOIN vendors v ON v.district_id = $1 AND v.id = p.vendor_id
     WHERE p.district_id = $1`,
  reach: 'district',
  filters: { vendor: (key, param) => `v.key = ${param(key)}` },
  sorts: { name: ['lower(p.name)', 'p.id'] },
  id: 'p.id',
});

/** Pools of incidents, as people enter them. Claims take incidents from them by themselves. */
@Injectable()
export class IncidentPools {
  constructor(
    private readonly transactions: Transactions,
    private readonly vendors: Vendors,
    private readonly lists: Lists,
  ) {}

  list(scope: Scope, query: IncidentPoolsQuery): Promise<Page<IncidentPoolView>> {
    return this.lists.answer(POOLS, scope, query);
  }

  async find(scope: Scope, id: string, tx?: Tx): Promise<IncidentPoolView> {
    const pool = await this.lists.find(POOLS, scope, id, tx);
    if (!pool) throw new NotFound('The pool', 'INCIDENT_POOL_NOT_FOUND');
    return pool;
  }

  /** @throws InvalidInput for an unknown vendor; Conflict where there is a pool of the same contract */
  create(scope: Scope, { vendor, ...body }: NewIncidentPoolBody): Promise<IncidentPoolView> {
    const { districtId, accountId } = scope;
    return this.transactions.run(async (tx) => {
      const id = newId();
      const vendorId = await this.vendors.activeIdOf(tx, districtId, vendor);
      const made = { createdBy: accountId, createdAt: tx.at, updatedAt: tx.at };
      await tx.insert(IncidentPool, { ...body, ...made, districtId, id, vendorId });
      return this.find(scope, id, tx);
    });
  }

  /**
   * @param version null for whatever version there is
   * @throws Conflict where more incidents are used than there would be
   */
  change(
    scope: Scope,
    id: string,
    version: number | null,
    { name, incidents, usedBefore }: IncidentPoolChangeBody,
  ): Promise<IncidentPoolView> {
    const { districtId } = scope;
    return this.transactions.run(async (tx) => {
      const [before] = await tx.query<{ version: number }[]>(
        `SELECT version FROM incident_pools WHERE district_id = $1 AND id = $2 FOR NO KEY UPDATE`,
        [districtId, id],
      );
      if (!before) throw new NotFound('The pool', 'INCIDENT_POOL_NOT_FOUND');
      if (version !== null && version !== before.version) throw new StaleVersion('The pool', before.version);
      const set = definedFields({ name, incidents, usedBefore });
      const changed = { ...set, version: before.version + 1, updatedAt: tx.at };
      await tx.update(IncidentPool, { districtId, id }, changed);
      return this.find(scope, id, tx);
    });
  }
}
