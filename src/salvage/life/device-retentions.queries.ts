import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../../access/scope.js';
import { type CountedFrom, keptFrom, keptUntil, type RetainedRecords } from '../../catalogue/retention.js';
import { NotFound } from '../../common/refusal.js';
import { fundsOf } from '../../catalogue/device-records.sql.js';

/** One rule that keeps records of a device. */
export interface DeviceRetentionRule {
  /** Name of the funding source that has the rule. It may be one that paid for the device as an earlier record says. */
  fundingSource: string;
  records: RetainedRecords;
  years: number;
  countsFrom: CountedFrom;
  /** Calendar date from which the years count. Null while it is not known. */
  from: string | null;
  /** The last day. Null while it is not known. */
  until: string | null;
  /** Whether the names of the people who had the device must be kept. */
  keepsNames: boolean;
  source: string;
}

/** How long the records of a device must be kept. */
export interface DeviceRetention {
  /** Name of the funding source that paid for the device. */
  fundingSource: string | null;
  /** The last day. Null if no rule keeps records, or if the last day is not known yet. */
  keepUntil: string | null;
  /** Whether a rule has no last day yet. Until there is one, the records are kept. */
  isOpenEnded: boolean;
  rules: DeviceRetentionRule[];
}

@Injectable()
export class DeviceRetentions {
  constructor(private readonly source: DataSource) {}

  /** @throws NotFound if the district does not have the device, or if the caller cannot see its site */
  async of(scope: Scope, id: string): Promise<DeviceRetention> {
    const rows = await this.source.query<
      { fundingSource: string | null; records: RetainedRecords | null; rule: DeviceRetentionRule }[]
    >(
      `SELECT g.name AS "fundingSource", r.records,
              jsonb_build_object(
                'fundingSource', f.name, 'records', r.records, 'years', r.years, 'countsFrom', r.counts_from,
                'from', ${keptFrom('$4')}, 'until', ${keptUntil('$4')},
                'keepsNames', r.keeps_names, 'source', r.source) AS rule
         FROM devices d
         LEFT JOIN funding_sources g ON g.district_id = $1 AND g.id = d.funding_source_id
         LEFT JOIN LATERAL (${fundsOf('d.id')}) paid ON true
         LEFT JOIN funding_sources f ON f.district_id = $1 AND f.id = paid.id
         LEFT JOIN funding_retentions r ON r.district_id = $1 AND r.funding_source_id = f.id
        WHERE d.district_id = $1 AND d.id = $2 AND ($3::uuid[] IS NULL OR d.site_id = ANY ($3))
        ORDER BY f.id IS DISTINCT FROM g.id, f.name, r.position`,
      [scope.districtId, id, siteFilter(scope), scope.timeZone],
    );
    const [first] = rows;
    if (!first) throw new NotFound('The device', 'DEVICE_NOT_FOUND');
    const rules = rows.filter(({ records }) => records !== null).map(({ rule }) => rule);
    const isOpenEnded = rules.some(({ until }) => until === null);
    const latest = rules.reduce<string | null>(
      (last, { until }) => (until !== null && (last === null || until > last) ? until : last),
      null,
    );
    return { fundingSource: first.fundingSource, keepUntil: isOpenEnded ? null : latest, isOpenEnded, rules };
  }
}
