import { Injectable } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { DataSource } from 'typeorm';
import { IfGiven, QueryInteger } from '../../common/http/request-fields.js';
import { inOneBatch } from '../../common/documents/table-writer.js';
import { type Scope, siteFilter } from '../../access/scope.js';
import { groupBy } from '../../common/group-by.js';
import type { Report, ReportColumn, ReportContext, ReportKind } from '../report.js';
import { periodNames, periodSql } from './fiscal-periods.js';
import {
  AUTO_UPDATE,
  AUTO_UPDATE_ENDS,
  FLEET_GROUP_HEADER,
  FLEET_GROUP_SQL,
  FLEET_GROUPS,
  FLEET_IN_USE,
  FLEET_TABLES,
  type FleetGroup,
  NOW_NOTE,
} from './fleet.sql.js';

class AutoUpdateParameters {
  @IfGiven()
  @IsIn(FLEET_GROUPS)
  groupBy: FleetGroup = 'site';

  /** School years shown one by one, this one included. */
  @IfGiven()
  @QueryInteger(1, 15)
  years: number = 8;
}

interface EndRow {
  name: string;
  /** Place in the names of the periods. */
  period: number;
  count: number;
}

/** Which Chromebooks get no more updates, and which will not, year by year. */
@Injectable()
export class AutoUpdateReport implements ReportKind<AutoUpdateParameters> {
  readonly kind = 'auto-update';
  readonly title = 'End of automatic updates';
  readonly about =
    'Chromebooks in use whose automatic updates have ended, or will end in each coming school year.';
  readonly need = 'counts:read';
  readonly parameters = AutoUpdateParameters;

  constructor(private readonly source: DataSource) {}

  async run(scope: Scope, asked: AutoUpdateParameters, context: ReportContext): Promise<Report> {
    const { today, now, fiscalYearStarts } = context;
    const found = await this.source.query<EndRow[]>(
      `SELECT name, ${periodSql('ends_on')} AS period, count(*)::int AS count
         FROM (SELECT ${FLEET_GROUP_SQL[asked.groupBy]} AS name, ${AUTO_UPDATE_ENDS} AS ends_on
                 ${FLEET_TABLES} ${AUTO_UPDATE} ${FLEET_IN_USE} AND m.platform = 'chromeos') ended
        GROUP BY 1, 2 ORDER BY 1`,
      [scope.districtId, siteFilter(scope), today, fiscalYearStarts, asked.years],
    );
    const [list] = await this.source.query<{ source: string; on: string }[]>(
      `SELECT source, max(published_on)::text AS on FROM auto_update_ends GROUP BY source ORDER BY 2 DESC LIMIT 1`,
    );
    const columns = periodNames(context, asked.years, 'Already ended');
    const lines = [...groupBy(found, ({ name }) => name)].map(([name, rows]) => ({
      name,
      counts: columns.map((_, period) => rows.find((row) => row.period === period)?.count ?? 0),
    }));
    const totals = columns.map((_, i) => lines.reduce((sum, { counts }) => sum + (counts[i] ?? 0), 0));
    return {
      head: {
        kind: this.kind,
        title: `${this.title}, ${today}`,
        asOf: today,
        knownAt: now,
        parameters: { ...asked },
        notes: [
          `${NOW_NOTE} Chromebooks and other ChromeOS devices only.`,
          `The dates by model come from ${list ? `${list.source}, ${list.on}` : 'no published list'}. A date that the district entered for a model is used instead.`,
          'Each school year counts from its first day on. Devices that already ended this year are under “Already ended”.',
        ],
        columns: [
          { header: FLEET_GROUP_HEADER[asked.groupBy], type: 'text', isKey: true },
          ...columns.map((header): ReportColumn => ({ header, type: 'integer' })),
          { header: 'Total', type: 'integer' },
        ],
        chart: {
          kind: 'bars',
          unit: 'Chromebooks',
          labels: columns,
          series: [{ name: 'Devices', values: totals }],
        },
      },
      rows: inOneBatch(
        lines.map(({ name, counts }) => [name, ...counts, counts.reduce((sum, count) => sum + count, 0)]),
      ),
    };
  }
}
