import { Injectable } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { DataSource } from 'typeorm';
import { IfGiven, QueryInteger } from '../../common/http/request-fields.js';
import { inOneBatch } from '../../common/documents/table-writer.js';
import { type Scope, siteFilter } from '../../access/scope.js';
import { capital } from '../outputs/pivot.js';
import { ReplacementSettings, type ReplacementSetting } from '../replacement/replacement-settings.service.js';
import type { Report, ReportContext, ReportKind } from '../report.js';
import { periodNames, periodSql } from './fiscal-periods.js';
import {
  AUTO_UPDATE,
  DUE_ON,
  FLEET_GROUP_HEADER,
  FLEET_GROUP_SQL,
  FLEET_GROUPS,
  FLEET_IN_USE,
  FLEET_TABLES,
  type FleetGroup,
  NOW_NOTE,
  REPLACEMENT,
} from './fleet.sql.js';

class ForecastParameters {
  @IfGiven()
  @IsIn(FLEET_GROUPS)
  groupBy: FleetGroup = 'kind';

  /** Fiscal years shown one by one, this one included. */
  @IfGiven()
  @QueryInteger(1, 15)
  years: number = 6;
}

interface DueRow {
  name: string;
  /** Place in the names of the periods. */
  period: number;
  devices: number;
  /** Integer cents of those that have a price. */
  cents: string;
  unpriced: number;
}

/** What must be replaced when, in devices and in money. */
@Injectable()
export class RefreshForecastReport implements ReportKind<ForecastParameters> {
  readonly kind = 'refresh-forecast';
  readonly title = 'Refresh forecast';
  readonly about = 'Devices to be replaced in each fiscal year, and what that costs.';
  readonly need = 'counts:read';
  readonly parameters = ForecastParameters;

  constructor(
    private readonly source: DataSource,
    private readonly settings: ReplacementSettings,
  ) {}

  async run(scope: Scope, asked: ForecastParameters, context: ReportContext): Promise<Report> {
    const { today, now, fiscalYearStarts } = context;
    const found = await this.source.query<DueRow[]>(
      `WITH fleet AS (
         SELECT ${FLEET_GROUP_SQL[asked.groupBy]} AS name, coalesce(pm.price_cents, pk.price_cents) AS price,
                ${DUE_ON} AS due_on
           ${FLEET_TABLES} ${AUTO_UPDATE} ${REPLACEMENT}
          ${FLEET_IN_USE})
       SELECT name, ${periodSql('due_on')} AS period,
              count(*)::int AS devices, coalesce(sum(price), 0)::text AS cents,
              count(*) FILTER (WHERE price IS NULL)::int AS unpriced
         FROM fleet GROUP BY 1, 2 ORDER BY 2, 1`,
      [scope.districtId, siteFilter(scope), today, fiscalYearStarts, asked.years],
    );
    const periods = periodNames(context, asked.years, 'Due already');
    const dueIn = (period: number): number =>
      found.filter((row) => row.period === period).reduce((sum, { devices }) => sum + devices, 0);
    const unknown = periods.length - 1;
    const settings = await this.settings.all(scope);
    return {
      head: {
        kind: this.kind,
        title: `${this.title} from ${today}`,
        asOf: today,
        knownAt: now,
        parameters: { ...asked },
        notes: [
          NOW_NOTE,
          'A device is due when its expected life is over, counted from its in-service date or, without one, its purchase date, or when its automatic updates end, whichever comes first. Each device is replaced once by one of the same kind at today’s price.',
          ...settings.map(assumption),
          'Where the settings have no expected life, the forecast uses the months of the model. They are Rollcall’s own estimate by kind until somebody changes them.',
          ...(found.some(({ unpriced }) => unpriced > 0)
            ? [
                'Devices without a price are counted, but cost nothing here. Enter a price for their kind or model.',
              ]
            : []),
          ...(dueIn(unknown) > 0
            ? [
                `“${periods[unknown]}” means that the device has no date, or its kind and model have no expected life.`,
              ]
            : []),
        ],
        columns: [
          { header: 'Fiscal year', type: 'text', isKey: true },
          { header: FLEET_GROUP_HEADER[asked.groupBy], type: 'text', isKey: true },
          { header: 'Devices', type: 'integer' },
          { header: 'Cost, $', type: 'cents' },
          { header: 'Without a price', type: 'integer' },
        ],
        chart: {
          kind: 'bars',
          unit: 'devices due',
          labels: periods,
          series: [{ name: 'Devices', values: periods.map((_, period) => dueIn(period)) }],
        },
      },
      rows: inOneBatch(
        found.map(({ name, period, devices, cents, unpriced }) => [
          periods[period],
          capital(name),
          devices,
          Number(cents),
          unpriced,
        ]),
      ),
    };
  }
}

function assumption({ kind, model, lifeMonths, priceCents, source, asOf }: ReplacementSetting): string {
  const life = lifeMonths === null ? 'no life' : `${lifeMonths} months`;
  const price = priceCents === null ? 'no price' : `$${(priceCents / 100).toFixed(2)}`;
  return `Assumed for ${model ?? capital(kind)}: ${life}, ${price} (${source}, ${asOf}).`;
}
