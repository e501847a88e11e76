import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import { CalendarDate, IfGiven } from '../../common/http/request-fields.js';
import { StreamPool } from '../../database/pools/stream-pool.js';
import type { Report, ReportContext, ReportKind } from '../../reports/report.js';
import { MissedCoverageQueries } from '../figures/missed-coverage.queries.js';

class MissedCoverageParameters {
  /** Claims that were opened on this day or later. */
  @IfGiven()
  @CalendarDate()
  from?: string;
}

/** Invoices that a coverage would have paid. */
@Injectable()
export class MissedCoverageReport implements ReportKind<MissedCoverageParameters> {
  readonly kind = 'missed-coverage';
  readonly title = 'Missed coverage';
  readonly about =
    'Invoices of warranty claims that the district paid although a coverage would have paid them.';
  readonly need = 'devices:read';
  readonly parameters = MissedCoverageParameters;

  constructor(
    private readonly missed: MissedCoverageQueries,
    private readonly streams: StreamPool,
  ) {}

  async run(scope: Scope, asked: MissedCoverageParameters, { today, now }: ReportContext): Promise<Report> {
    const { sql, parameters } = this.missed.reportSql(scope, asked);
    const totals = await this.missed.totals(scope, asked);
    const dollars = (cents: number): string =>
      (cents / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD' });
    return {
      head: {
        kind: this.kind,
        title: `${this.title}, ${today}`,
        asOf: today,
        knownAt: now,
        parameters: { ...asked },
        notes: [
          `${totals.claims} claims with invoices of ${dollars(totals.paidCents)} together. Coverages would have paid ${dollars(totals.missedCents)} of this.`,
          'A claim is listed if its vendor sent an invoice, and if a coverage of any vendor would have paid on the day on which the claim was opened: the coverage had begun, had not ended, pays for this kind of fault, and had an incident left. Incidents that the devices of a plan share count too. It would have paid what is above its deductible, up to its repair cap.',
          `${totals.unclaimedRepairs} devices are in repair today without a claim, although a coverage for defects has not ended. Rollcall does not record what repairs without a claim cost.`,
        ],
        columns: [
          { header: 'Claim', type: 'text', isKey: true },
          { header: 'Opened at, UTC', type: 'instant' },
          { header: 'Site', type: 'text' },
          { header: 'Device', type: 'text' },
          { header: 'Model', type: 'text' },
          { header: 'Fault', type: 'text' },
          { header: 'Paid to', type: 'text' },
          { header: 'Paid, $', type: 'cents' },
          { header: 'Coverage of', type: 'text' },
          { header: 'Type', type: 'text' },
          { header: 'Would have paid, $', type: 'cents' },
        ],
        chart: null,
      },
      rows: await this.streams.rows(scope, sql, parameters),
    };
  }
}
