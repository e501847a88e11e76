import { Injectable } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../../access/scope.js';
import { inOneBatch } from '../../common/documents/table-writer.js';
import { IfGiven } from '../../common/http/request-fields.js';
import { StreamPool } from '../../database/pools/stream-pool.js';
import {
  AUTO_UPDATE,
  DUE_ON,
  FLEET_IN_USE,
  FLEET_TABLES,
  NOW_NOTE,
  REPLACEMENT,
} from '../../reports/kinds/fleet.sql.js';
import type { Report, ReportContext, ReportHead, ReportKind } from '../../reports/report.js';
import { LAST_COVERAGE } from './last-coverage.sql.js';

const GAPS = ['none', 'ended', 'early', 'unknown', 'whole'] as const;
type Gap = (typeof GAPS)[number];

const GAP_WORDS: Record<Gap, string> = {
  none: 'None on record',
  ended: 'Ended',
  early: 'Ends too early',
  unknown: 'End of life unknown',
  whole: 'Covered to the end',
};

class CoverageGapsParameters {
  /** `sites`: how many at each. `devices`: which ones. */
  @IfGiven()
  @IsIn(['sites', 'devices'])
  by: 'sites' | 'devices' = 'sites';

  /**
   * Which devices, by `devices`. `none`: no coverage is on record. `ended`: the last one has ended. `early`: it ends
   * before the device is to be replaced. `unknown`: nobody knows when the device is to be replaced.
   */
  @IfGiven()
  @IsIn(GAPS)
  gap: Gap = 'early';
}

/** SQL of the fleet with each device's gap; `$3` is today. */
const FLEET = `
  SELECT s.code, s.name, d.id, d.asset_tag, d.serial_number, m.manufacturer || ' ' || m.name AS model, d.kind,
         l.last_on, ${DUE_ON} AS due_on,
         CASE WHEN l.last_on IS NULL THEN 'none' WHEN l.last_on < $3::date THEN 'ended'
              WHEN ${DUE_ON} IS NULL THEN 'unknown' WHEN l.last_on < ${DUE_ON} THEN 'early' ELSE 'whole' END AS gap
    ${FLEET_TABLES} ${AUTO_UPDATE} ${REPLACEMENT} ${LAST_COVERAGE} ${FLEET_IN_USE}`;

/** Devices without coverage, and those whose coverage does not last as long as they do. */
@Injectable()
export class CoverageGapsReport implements ReportKind<CoverageGapsParameters> {
  readonly kind = 'coverage-gaps';
  readonly title = 'Gaps in coverage';
  readonly about =
    'Devices without a warranty or contract, and devices whose coverage ends before their expected life or their automatic updates.';
  readonly need = 'devices:read';
  readonly parameters = CoverageGapsParameters;

  constructor(
    private readonly source: DataSource,
    private readonly streams: StreamPool,
  ) {}

  async run(scope: Scope, asked: CoverageGapsParameters, { today, now }: ReportContext): Promise<Report> {
    const parameters = [scope.districtId, siteFilter(scope), today];
    const head: Omit<ReportHead, 'columns' | 'chart'> = {
      kind: this.kind,
      title: `${this.title}, ${today}`,
      asOf: today,
      knownAt: now,
      parameters: { ...asked },
      notes: [
        NOW_NOTE,
        'The coverage that lasts longest counts. It ends too early if it ends before the device is to be replaced: when its expected life is over, or when its automatic updates end, whichever comes first.',
        'No coverage on record does not prove that there is none. It may just not have been entered.',
      ],
    };
    return asked.by === 'sites'
      ? this.bySite(head, parameters)
      : this.byDevice(scope, head, [...parameters, asked.gap]);
  }

  private async bySite(head: Omit<ReportHead, 'columns' | 'chart'>, parameters: unknown[]): Promise<Report> {
    const rows = await this.source.query<{ code: string; name: string; counts: number[]; total: number }[]>(
      `SELECT f.code, f.name, count(*)::int AS total,
              ARRAY[${GAPS.map((gap) => `count(*) FILTER (WHERE f.gap = '${gap}')`).join(', ')}]::int[] AS counts
         FROM (${FLEET}) f GROUP BY 1, 2 ORDER BY 1`,
      parameters,
    );
    return {
      head: {
        ...head,
        columns: [
          { header: 'Site', type: 'text', isKey: true },
          { header: 'Name', type: 'text' },
          { header: 'Devices', type: 'integer' },
          ...GAPS.map((gap) => ({ header: GAP_WORDS[gap], type: 'integer' as const })),
        ],
        chart: {
          kind: 'bars',
          unit: 'devices',
          labels: GAPS.map((gap) => GAP_WORDS[gap]),
          series: [
            {
              name: 'Devices',
              values: GAPS.map((_, i) => rows.reduce((sum, { counts }) => sum + (counts[i] ?? 0), 0)),
            },
          ],
        },
      },
      rows: inOneBatch(rows.map(({ code, name, total, counts }) => [code, name, total, ...counts])),
    };
  }

  private async byDevice(
    scope: Scope,
    head: Omit<ReportHead, 'columns' | 'chart'>,
    parameters: unknown[],
  ): Promise<Report> {
    return {
      head: {
        ...head,
        columns: [
          { header: 'Site', type: 'text' },
          { header: 'Site name', type: 'text' },
          { header: 'Asset tag', type: 'text', isKey: true },
          { header: 'Serial number', type: 'text', isKey: true },
          { header: 'Model', type: 'text' },
          { header: 'Kind', type: 'text' },
          { header: 'Covered until', type: 'date' },
          { header: 'To be replaced', type: 'date' },
        ],
        chart: null,
      },
      rows: await this.streams.rows(
        scope,
        `SELECT f.code, f.name, f.asset_tag, f.serial_number, f.model, f.kind, f.last_on, f.due_on
           FROM (${FLEET}) f WHERE f.gap = $4 ORDER BY f.code, f.last_on, f.id`,
        parameters,
      ),
    };
  }
}
