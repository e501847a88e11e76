import { Injectable } from '@nestjs/common';
import { reaches, type Scope } from '../access/scope.js';
import { newId } from '../common/ids.js';
import { Transactions } from '../database/transactions.js';
import type { Tx } from '../database/tx.js';
import { siteIdsByCode } from '../sites/site-codes.js';
import { wrongField } from '../sites/sites.errors.js';
import { Steps } from '../steps/steps.service.js';
import { ProblemReport } from './problem-report.entity.js';
import { PROBLEM_STEPS } from './problem-report-steps.js';
import type { NewProblemReportBody } from './problem-reports.dto.js';
import { type ProblemReportDetail, ProblemReportsQueries } from './problem-reports.queries.js';

/** Problems that people at sites report, and that technicians close. */
@Injectable()
export class ProblemReports {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: ProblemReportsQueries,
    private readonly steps: Steps,
  ) {}

  /** @throws InvalidInput where the site or the device is not there, or out of reach */
  async create(scope: Scope, { site, ...said }: NewProblemReportBody): Promise<ProblemReportDetail> {
    const id = newId();
    const { districtId, accountId } = scope;
    await this.transactions.run(async (tx) => {
      const siteId = (await siteIdsByCode(tx, districtId, [site])).get(site);
      if (siteId === undefined || !reaches(scope, siteId))
        throw wrongField('site', 'UNKNOWN_SITE', `You have no site with the code ${site}. Check the code.`);
      if (said.deviceId !== null) await assertReached(tx, scope, said.deviceId);
      const at = { createdAt: tx.at, updatedAt: tx.at };
      await tx.insert(ProblemReport, { districtId, id, siteId, ...said, reportedBy: accountId, ...at });
      await this.steps.beginWithin(tx, scope, PROBLEM_STEPS, [{ id }]);
    });
    return this.queries.find(scope, id);
  }

  /** Closes a report, or opens it again. */
  async step(scope: Scope, id: string, step: 'close' | 'reopen', note: string): Promise<ProblemReportDetail> {
    await this.transactions.run((tx) => this.steps.takeWithin(tx, scope, PROBLEM_STEPS, { id, step, note }));
    return this.queries.find(scope, id);
  }
}

async function assertReached(tx: Tx, scope: Scope, deviceId: string): Promise<void> {
  const [device] = await tx.query<{ siteId: string }[]>(
    `SELECT site_id AS "siteId" FROM devices WHERE district_id = $1 AND id = $2`,
    [scope.districtId, deviceId],
  );
  if (!device || !reaches(scope, device.siteId))
    throw wrongField(
      'deviceId',
      'UNKNOWN_DEVICE',
      'Your sites have no such device. Choose another one, or leave it blank.',
    );
}
