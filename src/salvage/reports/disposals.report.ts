import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../../access/scope.js';
import { inOneBatch } from '../../common/documents/table-writer.js';
import { CalendarDate, IfGiven } from '../../common/http/request-fields.js';
import { InvalidInput } from '../../common/refusal.js';
import type { Report, ReportContext, ReportKind } from '../../reports/report.js';

class DisposalsParameters {
  /** The first day. By default, one year before the last day. */
  @IfGiven()
  @CalendarDate()
  from?: string;

  /** The last day. By default, today. */
  @IfGiven()
  @CalendarDate()
  to?: string;
}

/** Which devices left the district, by month, route and funding source. */
@Injectable()
export class DisposalsReport implements ReportKind<DisposalsParameters> {
  readonly kind = 'disposals';
  readonly title = 'Devices that left';
  readonly about = 'Disposed devices by month, route and funding source, with their purchase price.';
  readonly need = 'devices:read';
  readonly parameters = DisposalsParameters;

  constructor(private readonly source: DataSource) {}

  check(_: Scope, parameters: DisposalsParameters, { today }: ReportContext): void {
    const { from, to } = daysOf(parameters, today);
    if (from <= to) return;
    const detail = 'Choose a last day that is not before the first day.';
    throw new InvalidInput(detail, [{ field: 'to', code: 'BEFORE_FROM', detail }]);
  }

  async run(scope: Scope, parameters: DisposalsParameters, context: ReportContext): Promise<Report> {
    const { today, now } = context;
    const { from, to } = daysOf(parameters, today);
    const rows = await this.source.query<
      { month: string; route: string; fund: string | null; devices: number; cost: string; unknown: number }[]
    >(
      `SELECT to_char(d.status_since AT TIME ZONE $5, 'YYYY-MM') AS month, replace(d.disposal_route, '_', ' ') AS route,
              f.name AS fund, count(*)::int AS devices, coalesce(sum(d.cost_cents), 0)::text AS cost,
              count(*) FILTER (WHERE d.cost_cents IS NULL)::int AS unknown
         FROM devices d
         LEFT JOIN funding_sources f ON f.district_id = $1 AND f.id = d.funding_source_id
        WHERE d.district_id = $1 AND d.status = 'disposed' AND ($2::uuid[] IS NULL OR d.site_id = ANY ($2))
          AND d.status_since >= $3::date::timestamp AT TIME ZONE $5
          AND d.status_since < ($4::date + 1)::timestamp AT TIME ZONE $5
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3 NULLS LAST`,
      [scope.districtId, siteFilter(scope), from, to, scope.timeZone],
    );
    const routes = [...new Set(rows.map(({ route }) => route))].toSorted();
    const months = [...new Set(rows.map(({ month }) => month))];
    const sum = (route: string, month: string): number =>
      rows
        .filter((row) => row.route === route && row.month === month)
        .reduce((total, { devices }) => total + devices, 0);
    return {
      head: {
        kind: this.kind,
        title: `${this.title}, ${from} to ${to}`,
        asOf: to,
        knownAt: now,
        parameters: { from, to },
        notes: [
          'Each device counts on the day on which it left, at the site where it was on that day. The cost is the purchase price, not the value on that day.',
        ],
        columns: [
          { header: 'Month', type: 'text', isKey: true },
          { header: 'Route', type: 'text', isKey: true },
          { header: 'Funding source', type: 'text', isKey: true },
          { header: 'Devices', type: 'integer' },
          { header: 'Cost', type: 'cents' },
          { header: 'Cost unknown', type: 'integer' },
        ],
        chart:
          months.length === 0
            ? null
            : {
                kind: 'bars',
                unit: 'devices',
                labels: months,
                series: routes.map((name) => ({ name, values: months.map((month) => sum(name, month)) })),
              },
      },
      rows: inOneBatch(
        rows.map(({ month, route, fund, devices, cost, unknown }) => [
          month,
          route,
          fund ?? '',
          devices,
          Number(cost),
          unknown,
        ]),
      ),
    };
  }
}

function daysOf({ from, to }: DisposalsParameters, today: string): { from: string; to: string } {
  const last = to ?? today;
  const yearBefore = `${Number(last.slice(0, 4)) - 1}${last.slice(4)}`.replace('-02-29', '-02-28');
  return { from: from ?? yearBefore, to: last };
}
