import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import { inOneBatch } from '../../common/documents/table-writer.js';
import { rounded } from '../../common/http/stated-decimals.js';
import type { Report, ReportColumn, ReportContext, ReportKind } from '../../reports/report.js';
import { ScorecardQueries, type ScorecardRow } from '../figures/scorecard.queries.js';
import { ScorecardQuery } from '../figures/warranty-figures.dto.js';

const COLUMNS: [ReportColumn, (row: ScorecardRow) => unknown][] = [
  [{ header: 'Vendor', type: 'text', isKey: true }, ({ vendorName }) => vendorName],
  [{ header: 'Quarter', type: 'text', isKey: true }, ({ quarter }) => quarter],
  [{ header: 'Claims', type: 'integer' }, ({ claims }) => claims],
  [{ header: 'Acknowledged on time', type: 'integer' }, (row) => row.acknowledgedOnTime],
  [{ header: 'Late', type: 'integer' }, (row) => row.acknowledgedLate],
  [{ header: 'Resolved on time', type: 'integer' }, (row) => row.resolvedOnTime],
  [{ header: 'Resolved late', type: 'integer' }, (row) => row.resolvedLate],
  [{ header: 'Median, business days', type: 'number' }, (row) => rounded(row.medianBusinessDays, 1)],
  [{ header: '9 of 10 within, business days', type: 'number' }, (row) => rounded(row.p90BusinessDays, 1)],
  [{ header: 'Denied', type: 'integer' }, ({ denied }) => denied],
  [{ header: 'Repeat failures', type: 'integer' }, ({ repeatFailures }) => repeatFailures],
  [{ header: 'Levels raised', type: 'integer' }, ({ levelsRaised }) => levelsRaised],
];

/** How vendors keep what they promise. */
@Injectable()
export class VendorScorecardReport implements ReportKind<ScorecardQuery> {
  readonly kind = 'vendor-scorecard';
  readonly title = 'Scorecard of vendors';
  readonly about = 'How vendors keep the times that they promised for warranty claims, quarter by quarter.';
  readonly need = 'devices:read';
  readonly parameters = ScorecardQuery;

  constructor(private readonly scorecards: ScorecardQueries) {}

  async run(scope: Scope, asked: ScorecardQuery, { today, now }: ReportContext): Promise<Report> {
    const { from, to, items } = await this.scorecards.find(scope, asked);
    const vendors = [...new Set(items.map(({ vendorName }) => vendorName))];
    const sum = (name: string, of: (row: ScorecardRow) => number): number =>
      items.filter(({ vendorName }) => vendorName === name).reduce((total, row) => total + of(row), 0);
    return {
      head: {
        kind: this.kind,
        title: `${this.title}, ${from === to ? from : `${from} to ${to}`}`,
        asOf: today,
        knownAt: now,
        parameters: { ...asked },
        notes: [
          'A claim counts in the quarter of the calendar year in which it was sent. A claim that was denied and sent again counts twice.',
          'On time means within the business hours that the vendor had promised when it answered, without the time in which it waited for the district. A claim without an answer counts as late once Rollcall has raised it.',
          'Resolved includes denied. A business day has the vendor’s average hours of a day on which it is open.',
          'Repeat failures are repairs after which the claim was reopened within 90 days, or the same device had another claim for the same kind of fault. The figure of a quarter is final 90 days after its last repair.',
        ],
        columns: COLUMNS.map(([column]) => column),
        chart: {
          kind: 'bars',
          unit: 'claims resolved',
          labels: vendors,
          series: [
            { name: 'On time', values: vendors.map((name) => sum(name, (row) => row.resolvedOnTime)) },
            { name: 'Late', values: vendors.map((name) => sum(name, (row) => row.resolvedLate)) },
          ],
        },
      },
      rows: inOneBatch(items.map((row) => COLUMNS.map(([, cell]) => cell(row)))),
    };
  }
}
