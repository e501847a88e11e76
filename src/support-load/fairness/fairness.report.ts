import { Injectable } from '@nestjs/common';
import { assertNotAhead } from '../../counts/asked-days.js';
import type { Scope } from '../../access/scope.js';
import { rounded } from '../../common/http/stated-decimals.js';
import { inOneBatch } from '../../common/documents/table-writer.js';
import type { Report, ReportColumn, ReportContext, ReportKind } from '../../reports/report.js';
import { resolveDay } from '../../reports/report-days.js';
import { type Basis, FairnessService } from './fairness.service.js';
import { LoadParameters } from '../support-load.report.js';

const BASIS_NAMES: Record<Basis, string> = {
  recommended: 'Recommended',
  allocated: 'What sites have',
  without_gifts: 'Without gifts',
};

const COLUMNS: ReportColumn[] = [
  { header: 'Model', type: 'text', isKey: true },
  { header: 'Hours', type: 'text', isKey: true },
  { header: 'Sites', type: 'integer' },
  { header: 'Median per 100 devices', type: 'number' },
  { header: '10th percentile', type: 'number' },
  { header: '90th percentile', type: 'number' },
  { header: '90 to 10', type: 'number' },
  { header: 'Gini', type: 'number' },
];

/** How evenly help is spread, under each model, with and without gifts. */
@Injectable()
export class FairnessReport implements ReportKind<LoadParameters> {
  readonly kind = 'fairness';
  readonly title = 'Fairness of support';
  readonly about =
    'How evenly support hours are spread over the sites, per 100 devices, by model, with and without gifts.';
  readonly need = 'counts:read';
  readonly parameters = LoadParameters;

  constructor(private readonly spreads: FairnessService) {}

  check(_: Scope, { asOf }: LoadParameters, context: ReportContext): void {
    assertNotAhead('asOf', resolveDay(asOf, context), context.today);
  }

  async run(scope: Scope, asked: LoadParameters, context: ReportContext): Promise<Report> {
    const { asOf, schoolYear, smallerThan, models } = await this.spreads.find(scope, {
      ...asked,
      asOf: resolveDay(asked.asOf, context),
    });
    const rows = models.flatMap(({ model, modelName, spreads }) =>
      spreads.map((spread) => ({ model, modelName, ...spread })),
    );
    return {
      head: {
        kind: this.kind,
        title: `${this.title}, ${asOf}`,
        asOf,
        knownAt: context.now,
        parameters: { ...asked, asOf, schoolYear },
        notes: [
          `Hours a week for each 100 devices in use, at the sites that the model covers, in the school year ${schoolYear}.`,
          '90 to 10 divides the hours that 90% of the sites stay below by the hours that 10% stay below. The Gini index is 0 when all sites have the same.',
          ...models.map(
            ({ modelName, small, notCovered }) =>
              `${modelName}: without ${small} sites that have fewer than ${smallerThan} devices, and without ${notCovered} sites that the model does not cover.`,
          ),
        ],
        columns: COLUMNS,
        chart: {
          kind: 'bars',
          unit: 'Gini index of hours per 100 devices (lower is more even)',
          labels: rows.map(({ model, basis }) => `${model}: ${BASIS_NAMES[basis].toLowerCase()}`),
          series: [{ name: 'Gini', values: rows.map(({ gini }) => rounded(gini, 3)) }],
        },
      },
      rows: inOneBatch(
        rows.map(({ modelName, basis, sites, median, p10, p90, ratio, gini }) => [
          modelName,
          BASIS_NAMES[basis],
          sites,
          ...[median, p10, p90].map((amount) => rounded(amount, 2)),
          rounded(ratio, 3),
          rounded(gini, 3),
        ]),
      ),
    };
  }
}
