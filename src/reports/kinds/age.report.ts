import { Injectable } from '@nestjs/common';
import { ArrayMinSize, IsIn, IsInt, Max, Min } from 'class-validator';
import { DataSource } from 'typeorm';
import { rounded } from '../../common/http/stated-decimals.js';
import { inOneBatch } from '../../common/documents/table-writer.js';
import { type Scope, siteFilter } from '../../access/scope.js';
import { groupBy } from '../../common/group-by.js';
import { CommaNumbers, IfGiven } from '../../common/http/request-fields.js';
import type { Report, ReportColumn, ReportContext, ReportKind } from '../report.js';
import {
  AGE_FROM,
  FLEET_GROUP_HEADER,
  FLEET_GROUP_SQL,
  FLEET_GROUPS,
  FLEET_IN_USE,
  FLEET_TABLES,
  type FleetGroup,
  NOW_NOTE,
} from './fleet.sql.js';

class AgeParameters {
  @IfGiven()
  @IsIn(FLEET_GROUPS)
  groupBy: FleetGroup = 'site';

  /** Years at which a band begins, rising; the first band begins at 0. */
  @CommaNumbers(20)
  @ArrayMinSize(1)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(50, { each: true })
  bands: number[] = [1, 2, 3, 4, 5, 6, 8];
}

interface AgeRow {
  name: string;
  /** From 0; null where the age is not known. */
  band: number | null;
  count: number;
  years: number | null;
}

/** How old the devices in use are. */
@Injectable()
export class AgeReport implements ReportKind<AgeParameters> {
  readonly kind = 'age';
  readonly title = 'Devices by age';
  readonly about = 'Devices in use by years in service, with the average age.';
  readonly need = 'counts:read';
  readonly parameters = AgeParameters;

  constructor(private readonly source: DataSource) {}

  async run(scope: Scope, asked: AgeParameters, { today, now }: ReportContext): Promise<Report> {
    const bands = [...new Set(asked.bands)].toSorted((a, b) => a - b);
    const found = await this.source.query<AgeRow[]>(
      `SELECT ${FLEET_GROUP_SQL[asked.groupBy]} AS name,
              width_bucket(extract(year FROM age($3::date, ${AGE_FROM}))::integer, $4::integer[]) AS band,
              count(*)::int AS count, sum(($3::date - ${AGE_FROM}) / 365.25)::float8 AS years
         ${FLEET_TABLES} ${FLEET_IN_USE}
        GROUP BY 1, 2 ORDER BY 1, 2`,
      [scope.districtId, siteFilter(scope), today, bands],
    );
    const labels = bandLabels(bands);
    const lines = [...groupBy(found, ({ name }) => name)].map(([name, rows]) => {
      const countOf = (band: number | null): number => rows.find((row) => row.band === band)?.count ?? 0;
      const dated = rows.filter(({ band }) => band !== null).reduce((sum, { count }) => sum + count, 0);
      const years = rows.reduce((sum, row) => sum + (row.years ?? 0), 0);
      return {
        name,
        counts: labels.map((_, band) => countOf(band)),
        unknown: countOf(null),
        total: rows.reduce((sum, { count }) => sum + count, 0),
        average: dated > 0 ? rounded(years / dated, 1) : null,
      };
    });
    const columns: ReportColumn[] = [
      { header: FLEET_GROUP_HEADER[asked.groupBy], type: 'text', isKey: true },
      ...labels.map((header): ReportColumn => ({ header, type: 'integer' })),
      { header: 'No date', type: 'integer' },
      { header: 'Total', type: 'integer' },
      { header: 'Average, years', type: 'number' },
    ];
    return {
      head: {
        kind: this.kind,
        title: `${this.title}, ${today}`,
        asOf: today,
        knownAt: now,
        parameters: { ...asked, bands },
        notes: [
          NOW_NOTE,
          'Age is in whole years from the in-service date, or from the purchase date if there is none. Devices under “No date” have neither and are not in the average.',
        ],
        columns,
        chart: {
          kind: 'bars',
          unit: 'devices',
          labels: [...labels, 'No date'],
          series: [
            {
              name: 'Devices',
              values: [
                ...labels.map((_, band) => lines.reduce((sum, { counts }) => sum + (counts[band] ?? 0), 0)),
                lines.reduce((sum, { unknown }) => sum + unknown, 0),
              ],
            },
          ],
        },
      },
      rows: inOneBatch(
        lines.map(({ name, counts, unknown, total, average }) => [name, ...counts, unknown, total, average]),
      ),
    };
  }
}

function bandLabels(bands: readonly number[]): string[] {
  const [first = 0] = bands;
  const between = bands.slice(0, -1).map((from, i) => {
    const last = (bands[i + 1] ?? from) - 1;
    return last === from ? `${from} years` : `${from} to ${last} years`;
  });
  return [`Under ${first} ${first === 1 ? 'year' : 'years'}`, ...between, `${bands.at(-1)} years and more`];
}
