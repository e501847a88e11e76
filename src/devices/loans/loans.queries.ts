import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../../access/scope.js';
import { Clock, dateIn } from '../../common/time/clock.js';
import { decodeCursor, type Page, type PageQuery, pageOf } from '../../common/paging.js';
import { type NamedPerson, NameReadingsService } from '../../people/name-readings.service.js';

/** A device that somebody has. */
export interface LoanView {
  id: string;
  deviceId: string;
  assetTag: string | null;
  serialNumber: string | null;
  model: string;
  kind: string;
  /** Code of the device's site. */
  site: string;
  personId: string;
  /** Id in the district's own files. Null, as names and grade are, of a student at a site that is out of reach. */
  externalId: string | null;
  givenName: string | null;
  familyName: string | null;
  grade: string | null;
  /** Code of the person's site: another one, where somebody has changed schools with a device. */
  personSite: string | null;
  /** Calendar date on which they left the district. */
  leftOn: string | null;
  loanedAt: Date;
  /** Calendar date. */
  dueOn: string | null;
}

export interface LoansAsked extends PageQuery {
  /** Code of the device's site. */
  site?: string;
  /** Calendar date: due on it or before. */
  dueBy?: string;
  grade?: string;
  /** `left`: the holder has left. `moved`: the holder is at another site than the device. */
  holder?: 'left' | 'moved';
}

type LoanRow = LoanView & { role: NamedPerson['role']; email: string | null };

/** Who has what, and should have brought it back. */
@Injectable()
export class LoansQueries {
  constructor(
    private readonly source: DataSource,
    private readonly readings: NameReadingsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Open loans of devices in reach, first due first; whose names are shown is logged. A student who is at a site out of
   * reach, by now or because the office lent across sites, is not named.
   */
  async open(scope: Scope, query: LoansAsked): Promise<Page<LoanView>> {
    const after = query.cursor ? decodeCursor('loans', query.cursor, 2) : null;
    const rows = await this.source.query<LoanRow[]>(
      `SELECT l.id, d.id AS "deviceId", d.asset_tag AS "assetTag", d.serial_number AS "serialNumber",
              m.manufacturer || ' ' || m.name AS model, d.kind, s.code AS site, p.id AS "personId",
              n.external_id AS "externalId", n.given_name AS "givenName", n.family_name AS "familyName", n.grade,
              ps.code AS "personSite", p.left_on AS "leftOn", l.loaned_at AS "loanedAt", l.due_on AS "dueOn",
              p.role, n.email
         FROM custody l
         JOIN devices d ON d.district_id = $1 AND d.id = l.device_id
         JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
         JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
         JOIN people p ON p.district_id = $1 AND p.id = l.person_id
         LEFT JOIN people n ON n.district_id = $1 AND n.id = p.id
          AND ($2::uuid[] IS NULL OR n.role = 'staff' OR n.site_id = ANY ($2))
         LEFT JOIN sites ps ON ps.district_id = $1 AND ps.id = p.site_id
        WHERE l.district_id = $1 AND l.returned_at IS NULL AND d.person_id IS NOT NULL
          AND ($2::uuid[] IS NULL OR d.site_id = ANY ($2))
          AND ($3::text IS NULL OR s.code = $3) AND ($4::date IS NULL OR l.due_on <= $4)
          AND ($5::text IS NULL OR n.grade = $5)
          AND ($6::text IS NULL OR CASE WHEN $6 = 'left' THEN p.left_on <= $7::date
                                           ELSE p.site_id IS DISTINCT FROM d.site_id AND p.left_on IS NULL END)
          AND ($8::date IS NULL OR (coalesce(l.due_on, '9999-12-31'), l.id) > ($8, $9::uuid))
        ORDER BY coalesce(l.due_on, '9999-12-31'), l.id LIMIT $10`,
      [
        scope.districtId,
        siteFilter(scope),
        query.site ?? null,
        query.dueBy ?? null,
        query.grade ?? null,
        query.holder ?? null,
        dateIn(scope.timeZone, this.clock.now()),
        after?.[0] ?? null,
        after?.[1] ?? null,
        query.limit + 1,
      ],
    );
    const page = pageOf(rows, query.limit, 'loans', ({ dueOn, id }) => [dueOn ?? '9999-12-31', id]);
    await this.readings.record(
      scope,
      'loans.list',
      page.items.map(({ personId: id, role, givenName, familyName, email }) => ({
        id,
        role,
        givenName,
        familyName,
        email,
      })),
    );
    return { ...page, items: page.items.map(({ role: _, email: __, ...loan }) => loan) };
  }
}
