import { Injectable } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { DataSource } from 'typeorm';
import type { Scope } from '../../access/scope.js';
import { inOneBatch } from '../../common/documents/table-writer.js';
import { IfGiven } from '../../common/http/request-fields.js';
import { rounded } from '../../common/http/stated-decimals.js';
import type { Report, ReportColumn, ReportContext, ReportKind } from '../../reports/report.js';
import { ERROR_RATE, FEWEST_FAILURES, LEAST_DEVICE_YEARS, SMALLEST_LOT } from '../bad-lots/lot-ranking.js';
import { LotsQueries, type RankedLot } from '../bad-lots/lots.queries.js';

class BadLotsParameters {
  /** `all`: every lot that is large enough. `bad`: only those that have a rank. */
  @IfGiven()
  @IsIn(['all', 'bad'])
  show: 'all' | 'bad' = 'all';
}

const COLUMNS: [ReportColumn, (lot: RankedLot) => unknown][] = [
  [{ header: 'Rank', type: 'integer' }, ({ rank }) => rank],
  [{ header: 'Kind', type: 'text', isKey: true }, ({ kind }) => kind],
  [{ header: 'Model', type: 'text', isKey: true }, ({ model }) => model],
  [{ header: 'Purchase reference', type: 'text', isKey: true }, (lot) => lot.purchaseReference],
  [{ header: 'Devices', type: 'integer' }, ({ devices }) => devices],
  [{ header: 'Failures', type: 'integer' }, ({ failures }) => failures],
  [{ header: 'Device-years', type: 'number' }, ({ deviceYears }) => rounded(deviceYears, 1)],
  [{ header: 'Failures in 100 device-years', type: 'number' }, ({ rate }) => rounded(rate, 2)],
  [{ header: 'At least', type: 'number' }, ({ interval }) => rounded(interval?.low ?? null, 2)],
  [{ header: 'At most', type: 'number' }, ({ interval }) => rounded(interval?.high ?? null, 2)],
  [{ header: 'Rest of the kind', type: 'number' }, ({ restRate }) => rounded(restRate, 2)],
];

/** The most lots of the chart. */
const CHARTED = 12;

/** Which lots fail more than chance explains. */
@Injectable()
export class BadLotsReport implements ReportKind<BadLotsParameters> {
  readonly kind = 'bad-lots';
  readonly title = 'Bad lots';
  readonly about =
    'How often the devices of each model and purchase fail, compared with the other devices of their kind.';
  readonly need = 'devices:read';
  readonly parameters = BadLotsParameters;

  constructor(
    private readonly source: DataSource,
    private readonly lots: LotsQueries,
  ) {}

  async run(scope: Scope, { show }: BadLotsParameters, { today, now }: ReportContext): Promise<Report> {
    const { from, lots, smallLots } = await this.lots.ranked(this.source.manager, scope, today);
    const shown = show === 'all' ? lots : lots.filter(({ rank }) => rank !== null);
    const charted = shown.slice(0, CHARTED);
    const tested = lots.filter(({ chance }) => chance !== null).length;
    return {
      head: {
        kind: this.kind,
        title: `${this.title}, ${today}`,
        asOf: today,
        knownAt: now,
        parameters: { show },
        notes: [
          from === null
            ? 'There are no claims yet, so nothing can be compared.'
            : `Failures and device-years from ${from} on. A failure is a claim for a defect. Accidents, cancelled claims, claims without a fault, and claims that were denied for damage are not counted. A claim within 90 days after another one of the same device is the same failure.`,
          `A lot has a rank if it fails more than the rest of its kind and chance does not explain it. ${tested} lots were compared. The probability that any of them has a rank by mere chance is ${ERROR_RATE * 100}% at most (exact test of two Poisson rates, corrected by Holm’s method).`,
          `“At least” and “At most” are the exact Poisson interval of 95%. Lots with fewer than ${SMALLEST_LOT} devices are not shown (${smallLots}). Lots with fewer than ${LEAST_DEVICE_YEARS} device-years or ${FEWEST_FAILURES} failures have no rank.`,
        ],
        columns: COLUMNS.map(([column]) => column),
        chart: {
          kind: 'bars',
          unit: 'failures in 100 device-years',
          labels: charted.map(({ model, purchaseReference }) => `${model} ${purchaseReference ?? ''}`.trim()),
          series: [
            { name: 'This lot', values: charted.map(({ rate }) => rounded(rate, 2)) },
            { name: 'Rest of the kind', values: charted.map(({ restRate }) => rounded(restRate, 2)) },
          ],
        },
      },
      rows: inOneBatch(shown.map((lot) => COLUMNS.map(([, cell]) => cell(lot)))),
    };
  }
}
