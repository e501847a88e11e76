import { Injectable } from '@nestjs/common';
import { IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../../access/scope.js';
import { IfGiven, SiteCode, Trimmed } from '../../common/http/request-fields.js';
import { InvalidInput } from '../../common/refusal.js';
import { StreamPool } from '../../database/pools/stream-pool.js';
import type { Report, ReportContext, ReportKind } from '../../reports/report.js';
import { ReportDay, resolveDay } from '../../reports/report-days.js';
import { RECOMMENDATIONS, type Recommendation } from '../assessment/rules/rules.js';

class OverruledParameters {
  /** The first day of the decisions. By default, one year before the last day. */
  @ReportDay()
  from?: string;

  /** The last day of the decisions. By default, today. */
  @ReportDay()
  to: string = 'today';

  /** Code of the site where the device is now. */
  @IfGiven()
  @SiteCode()
  site?: string;

  /** Name of the rule that was overruled. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  rule?: string;

  /** What the rules recommended. */
  @IfGiven()
  @IsIn(RECOMMENDATIONS)
  recommendation?: Recommendation;

  /** What the person chose instead. */
  @IfGiven()
  @IsIn(RECOMMENDATIONS)
  result?: Recommendation;
}

/** SQL of overruled assessments `a` with their latest decision `o`. `$1` is the district. */
const OVERRULED = `
  FROM assessment_overrules o
  JOIN assessments a ON a.district_id = $1 AND a.id = o.assessment_id
  JOIN devices d ON d.district_id = $1 AND d.id = a.device_id
  JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
  LEFT JOIN accounts c ON c.district_id = $1 AND c.id = o.decided_by
 WHERE o.district_id = $1 AND ($2::uuid[] IS NULL OR d.site_id = ANY ($2))
   AND o.decided_at >= $3::date::timestamp AT TIME ZONE $5
   AND o.decided_at < ($4::date + 1)::timestamp AT TIME ZONE $5
   AND ($6::text IS NULL OR s.code = $6) AND ($7::text IS NULL OR a.rule_id = $7)
   AND ($8::text IS NULL OR a.recommendation = $8) AND ($9::text IS NULL OR a.result = $9)
   AND a.withdrawn_at IS NULL AND a.result <> a.recommendation
   AND NOT EXISTS (SELECT FROM assessment_overrules later
                    WHERE later.district_id = $1 AND later.assessment_id = a.id AND later.round > o.round)`;

/** Recommendations that people overruled, with their reasons. They show which rules do not fit the district. */
@Injectable()
export class OverruledReport implements ReportKind<OverruledParameters> {
  readonly kind = 'overruled-recommendations';
  readonly title = 'Overruled recommendations';
  readonly about =
    'Assessments whose recommendation a person overruled: device, site, rule, recommendation, chosen result, reason, person and time.';
  readonly need = 'devices:read';
  readonly parameters = OverruledParameters;

  constructor(
    private readonly source: DataSource,
    private readonly streams: StreamPool,
  ) {}

  check(_: Scope, parameters: OverruledParameters, context: ReportContext): void {
    const { from, to } = daysOf(parameters, context);
    if (from <= to) return;
    const detail = 'Choose a last day that is not before the first day.';
    throw new InvalidInput(detail, [{ field: 'to', code: 'BEFORE_FROM', detail }]);
  }

  async run(scope: Scope, parameters: OverruledParameters, context: ReportContext): Promise<Report> {
    const { from, to } = daysOf(parameters, context);
    const { site = null, rule = null, recommendation = null, result = null } = parameters;
    const filter = [
      scope.districtId,
      siteFilter(scope),
      from,
      to,
      scope.timeZone,
      site,
      rule,
      recommendation,
      result,
    ];
    const byRule = await this.source.query<{ rule: string; count: number }[]>(
      `SELECT a.rule_id AS rule, count(*)::int AS count ${OVERRULED} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 24`,
      filter,
    );
    const rows = await this.streams.rows(
      scope,
      `SELECT (o.decided_at AT TIME ZONE $5)::date, coalesce(d.asset_tag, d.serial_number), d.serial_number, s.code,
              s.name, a.rule_id, a.rule->>'reason', a.recommendation, a.result, o.reason,
              coalesce(nullif(c.name, ''), c.email), o.decided_at, a.id
         ${OVERRULED}
        ORDER BY o.decided_at, o.assessment_id`,
      filter,
    );
    return {
      head: {
        kind: this.kind,
        title: `${this.title}, ${from} to ${to}`,
        asOf: to,
        knownAt: context.now,
        parameters: { ...parameters, from, to },
        notes: [
          'Each assessment is listed once, with the latest decision about it, on the day of this decision.',
          'If a person later chose what the rules had recommended, the assessment is not listed. Undone scans are not listed either.',
          'The site is the site where the device is now.',
        ],
        columns: [
          { header: 'Day', type: 'date' },
          { header: 'Device', type: 'text' },
          { header: 'Serial number', type: 'text' },
          { header: 'Site', type: 'text' },
          { header: 'Site name', type: 'text' },
          { header: 'Rule', type: 'text' },
          { header: 'Reason of the rule', type: 'text' },
          { header: 'Recommended', type: 'text' },
          { header: 'Chosen', type: 'text' },
          { header: 'Reason', type: 'text' },
          { header: 'By', type: 'text' },
          { header: 'Decided at, UTC', type: 'instant' },
          { header: 'Assessment id', type: 'text', isKey: true },
        ],
        chart: {
          kind: 'bars',
          unit: 'overruled assessments, by rule',
          labels: byRule.map((one) => one.rule),
          series: [{ name: 'Overruled', values: byRule.map(({ count }) => count) }],
        },
      },
      rows,
    };
  }
}

/** The days of a report, as calendar dates. */
function daysOf({ from, to }: OverruledParameters, context: ReportContext): { from: string; to: string } {
  const last = resolveDay(to, context);
  return {
    from:
      from === undefined ? resolveDay('today-1y', { ...context, today: last }) : resolveDay(from, context),
    to: last,
  };
}
