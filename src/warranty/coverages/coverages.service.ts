import { Injectable } from '@nestjs/common';
import { reaches, type Scope } from '../../access/scope.js';
import { StaleVersion } from '../../common/http/etag.js';
import { newId } from '../../common/ids.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { wrongField } from '../../sites/sites.errors.js';
import { Vendors } from '../../vendors/vendors.service.js';
import { Coverage } from './coverage.entity.js';
import type { CoverageChangeBody, NewCoverageBody } from './coverages.dto.js';
import { CoverageDatesDisordered, CoverageNotFound, CoverageWithdrawn } from './coverages.errors.js';
import { CoveragesQueries, type CoverageView } from './coverages.queries.js';

interface LockedCoverage {
  startsOn: string;
  endsOn: string;
  version: number;
  isWithdrawn: boolean;
}

/** Coverages as people enter, correct and withdraw them. */
@Injectable()
export class Coverages {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: CoveragesQueries,
    private readonly vendors: Vendors,
  ) {}

  /** @throws InvalidInput for an unknown device or vendor; Conflict where the device has this coverage already */
  create(scope: Scope, { vendor, ...body }: NewCoverageBody): Promise<CoverageView> {
    const id = newId();
    const { districtId, accountId } = scope;
    return this.transactions.run(async (tx) => {
      await assertReached(tx, scope, body.deviceId);
      const vendorId = await this.vendors.activeIdOf(tx, districtId, vendor);
      if (body.endsOn < body.startsOn) throw new CoverageDatesDisordered();
      const said = { source: 'person' as const, sourceAt: tx.at };
      const made = { createdBy: accountId, createdAt: tx.at, updatedAt: tx.at };
      await tx.insert(Coverage, { ...body, ...said, ...made, districtId, id, vendorId });
      return this.queries.find(scope, id, tx);
    });
  }

  /**
   * Corrects a coverage. From then on it is what a person says, and no file, rule or look-up changes it.
   * @param version null for whatever version there is
   */
  change(
    scope: Scope,
    id: string,
    version: number | null,
    { vendor, ...body }: CoverageChangeBody,
  ): Promise<CoverageView> {
    const { districtId } = scope;
    return this.transactions.run(async (tx) => {
      const before = await this.lock(tx, scope, id, version);
      const after = { ...before, ...body };
      if (after.endsOn < after.startsOn) throw new CoverageDatesDisordered();
      const provider =
        vendor === undefined ? {} : { vendorId: await this.vendors.idOf(tx, districtId, vendor) };
      const said = { source: 'person' as const, sourceId: null, sourceAt: tx.at };
      await tx.update(
        Coverage,
        { districtId, id },
        { ...body, ...provider, ...said, version: before.version + 1, updatedAt: tx.at },
      );
      return this.queries.find(scope, id, tx);
    });
  }

  /** Takes back a coverage that never was. It stays on record with the reason. */
  async withdraw(scope: Scope, id: string, version: number | null, reason: string): Promise<void> {
    const { districtId, accountId } = scope;
    await this.transactions.run(async (tx) => {
      const before = await this.lock(tx, scope, id, version);
      const withdrawn = { withdrawnAt: tx.at, withdrawnBy: accountId, withdrawalReason: reason };
      await tx.update(
        Coverage,
        { districtId, id },
        { ...withdrawn, version: before.version + 1, updatedAt: tx.at },
      );
    });
  }

  private async lock(tx: Tx, scope: Scope, id: string, version: number | null): Promise<LockedCoverage> {
    const [row] = await tx.query<(LockedCoverage & { siteId: string })[]>(
      `SELECT c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.version,
              c.withdrawn_at IS NOT NULL AS "isWithdrawn", d.site_id AS "siteId"
         FROM coverages c JOIN devices d ON d.district_id = $1 AND d.id = c.device_id
        WHERE c.district_id = $1 AND c.id = $2 FOR NO KEY UPDATE OF c`,
      [scope.districtId, id],
    );
    if (!row || !reaches(scope, row.siteId)) throw new CoverageNotFound();
    if (row.isWithdrawn) throw new CoverageWithdrawn();
    if (version !== null && version !== row.version) throw new StaleVersion('The coverage', row.version);
    const { siteId: _, ...coverage } = row;
    return coverage;
  }
}

/**
 * Coverages of a device go with it when it is merged into another record. What the survivor has as well stays behind,
 * because it may be there only once.
 */
export async function moveCoverages(
  tx: Tx,
  { districtId }: Scope,
  { survivorId, duplicateId }: { survivorId: string; duplicateId: string },
): Promise<void> {
  await tx.query(
    `UPDATE coverages c SET device_id = $3, version = c.version + 1, updated_at = $4
      WHERE c.district_id = $1 AND c.device_id = $2 AND c.withdrawn_at IS NULL
        AND NOT EXISTS (
          SELECT FROM coverages s
           WHERE s.district_id = $1 AND s.device_id = $3 AND s.vendor_id = c.vendor_id AND s.kind = c.kind
             AND s.contract_number = c.contract_number AND s.starts_on = c.starts_on AND s.source = c.source
             AND s.withdrawn_at IS NULL)`,
    [districtId, duplicateId, survivorId, tx.at],
  );
}

async function assertReached(tx: Tx, scope: Scope, deviceId: string): Promise<void> {
  const [device] = await tx.query<{ siteId: string }[]>(
    `SELECT site_id AS "siteId" FROM devices WHERE district_id = $1 AND id = $2`,
    [scope.districtId, deviceId],
  );
  if (!device || !reaches(scope, device.siteId))
    throw wrongField('deviceId', 'UNKNOWN_DEVICE', 'Your sites have no such device. Choose another one.');
}
