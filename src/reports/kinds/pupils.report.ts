import { Injectable } from '@nestjs/common';
import { readSiteCode } from '../../common/site-code.js';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { assertNotAhead } from '../../counts/asked-days.js';
import { IfGiven, SchoolYear } from '../../common/http/request-fields.js';
import { rounded } from '../../common/http/stated-decimals.js';
import { inOneBatch } from '../../common/documents/table-writer.js';
import { type Scope, siteFilter } from '../../access/scope.js';
import { definedFields } from '../../common/defined-fields.js';
import { CountsFilterQuery, filterOf } from '../../counts/counts.dto.js';
import { CountsQueries, IN_USE } from '../../counts/counts.queries.js';
import { schoolYearName, schoolYearOf } from '../../common/time/school-year.js';
import { capital } from '../outputs/pivot.js';
import type { Report, ReportColumn, ReportContext, ReportKind } from '../report.js';
import { fiscalYearOf, ReportDay, resolveDay } from '../report-days.js';

class PupilsParameters extends CountsFilterQuery {
  /** Devices at the end of this day; today where nothing is said. */
  @ReportDay()
  asOf: string = 'today';

  /** Pupils of this school year, such as 2025-26; the latest known up to the day where nothing is said. */
  @IfGiven()
  @SchoolYear()
  schoolYear?: string;
}

interface SiteRow {
  code: string;
  name: string;
  pupils: number | null;
}

/** How many pupils share a device, site by site. */
@Injectable()
export class PupilsReport implements ReportKind<PupilsParameters> {
  readonly kind = 'pupils-per-device';
  readonly title = 'Enrolled students per device';
  readonly about = 'Enrolled students at each site for each device in use there, in total and by kind.';
  readonly need = 'counts:read';
  readonly parameters = PupilsParameters;

  constructor(
    private readonly source: DataSource,
    private readonly queries: CountsQueries,
  ) {}

  check(_: Scope, { asOf }: PupilsParameters, context: ReportContext): void {
    assertNotAhead('asOf', resolveDay(asOf, context), context.today);
  }

  async run(scope: Scope, asked: PupilsParameters, context: ReportContext): Promise<Report> {
    const asOf = resolveDay(asked.asOf, context);
    const { knownAt, groups } = await this.queries.counts(scope, {
      statuses: IN_USE,
      ...definedFields(filterOf(asked)),
      asOf,
      groupBy: ['site', 'kind'],
    });
    const year = await this.schoolYear(scope, asked, asOf, context);
    const sites = await this.sites(scope, year, knownAt, asked.site);
    const kinds = [...new Set(groups.map(({ kind }) => kind ?? ''))].toSorted();
    const devices = new Map<string, number>();
    for (const { site, kind, count } of groups)
      for (const key of [`${site}`, `${site} ${kind}`]) devices.set(key, (devices.get(key) ?? 0) + count);
    const shown = sites.filter(({ code, pupils }) => pupils !== null || devices.has(code));
    const ratio = (pupils: number | null, count: number): number | null =>
      pupils === null || count === 0 ? null : rounded(pupils / count, 3);
    const total = shown.reduce((sum, { code }) => sum + (devices.get(code) ?? 0), 0);
    const pupils = shown.reduce((sum, site) => sum + (site.pupils ?? 0), 0);
    const columns: ReportColumn[] = [
      { header: 'Site', type: 'text', isKey: true },
      { header: 'Name', type: 'text' },
      { header: 'Enrolled students', type: 'integer' },
      { header: 'Devices', type: 'integer' },
      { header: 'Students per device', type: 'number' },
      ...kinds.flatMap((kind): ReportColumn[] => [
        { header: capital(kind), type: 'integer' },
        { header: `Students per ${kind}`, type: 'number' },
      ]),
    ];
    const fewest = shown
      .map((site) => ({ code: site.code, ratio: ratio(site.pupils, devices.get(site.code) ?? 0) }))
      .filter((site): site is { code: string; ratio: number } => site.ratio !== null)
      .toSorted((a, b) => b.ratio - a.ratio)
      .slice(0, 24);
    return {
      head: {
        kind: this.kind,
        title: `${this.title}, ${asOf}`,
        asOf,
        knownAt,
        parameters: { ...asked, asOf, schoolYear: schoolYearName(year) },
        notes: [
          `Enrolled students of ${schoolYearName(year)}: ${pupils}. Devices: ${total}. Students per device: ${ratio(pupils, total) ?? 'none'}.`,
          'A site without enrolled students or without devices has no ratio.',
        ],
        columns,
        chart: {
          kind: 'bars',
          unit: 'students per device, at the sites where most students share one',
          labels: fewest.map(({ code }) => code),
          series: [{ name: 'Students per device', values: fewest.map((site) => site.ratio) }],
        },
      },
      rows: inOneBatch(
        shown.map((site) => {
          const all = devices.get(site.code) ?? 0;
          return [
            site.code,
            site.name,
            site.pupils,
            all,
            ratio(site.pupils, all),
            ...kinds.flatMap((kind) => {
              const count = devices.get(`${site.code} ${kind}`) ?? 0;
              return [count, ratio(site.pupils, count)];
            }),
          ];
        }),
      ),
    };
  }

  private async schoolYear(
    scope: Scope,
    { schoolYear }: PupilsParameters,
    asOf: string,
    { fiscalYearStarts }: ReportContext,
  ): Promise<number> {
    if (schoolYear !== undefined) return schoolYearOf(schoolYear);
    const { year } = fiscalYearOf(DateTime.fromISO(asOf, { zone: 'utc' }), fiscalYearStarts);
    const [row] = await this.source.query<{ year: number | null }[]>(
      `SELECT max(school_year)::int AS year FROM site_pupils WHERE district_id = $1 AND school_year <= $2`,
      [scope.districtId, year],
    );
    return row?.year ?? year;
  }

  private sites(scope: Scope, year: number, knownAt: Date, codes?: string[]): Promise<SiteRow[]> {
    return this.source.query(
      `SELECT s.code, s.name, p.pupils
         FROM sites s
         LEFT JOIN LATERAL (
           SELECT pupils FROM site_pupils p
            WHERE p.district_id = $1 AND p.site_id = s.id AND p.school_year = $2 AND p.recorded_at <= $3
            ORDER BY revision DESC LIMIT 1) p ON true
        WHERE s.district_id = $1 AND ($4::uuid[] IS NULL OR s.id = ANY ($4)) AND ($5::text[] IS NULL OR s.code = ANY ($5))
        ORDER BY s.code`,
      [scope.districtId, year, knownAt, siteFilter(scope), codes?.map(readSiteCode) ?? null],
    );
  }
}
