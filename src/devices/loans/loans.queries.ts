import { Injectable } from '@nestjs/common';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import type { Page, SortedPage } from '../../common/paging.js';
import { type NamedPerson, NameReadingsService } from '../../people/name-readings.service.js';
import { isKnown } from '../../people/people-filter.js';

/** A device that somebody has. */
export interface LoanView {
  id: string;
  deviceId: string;
  assetTag: string | null;
  serialNumber: string | null;
  model: string;
  kind: string;
  /** Code of the site of the device. */
  site: string;
  siteName: string;
  personId: string;
  /**
   * ID in the district's own files. The ID, the names and the grade are null for a student at a site that the caller
   * cannot see.
   */
  externalId: string | null;
  givenName: string | null;
  familyName: string | null;
  grade: string | null;
  /** Code of the person's site. It differs from the device's site if the person changed schools. */
  personSite: string | null;
  personSiteName: string | null;
  /** Calendar date on which they left the district. */
  leftOn: string | null;
  loanedAt: Date;
  /** Calendar date. */
  dueOn: string | null;
}

export interface LoansAsked extends SortedPage<'dueOn'> {
  /** Code of the site of the device. */
  site?: string;
  /** Calendar date: due on it or before. */
  dueBy?: string;
  grade?: string;
  /** `left` means that the person has left. `moved` means that the person is at another site than the device. */
  holder?: 'left' | 'moved';
  /** Id of the person who has the device. */
  person?: string;
}

type LoanRow = LoanView & { role: NamedPerson['role']; email: string | null };

/** Open loans of devices in reach. `$2`: a student who is at a site out of reach is not named. */
const OPEN = list<LoanRow, LoansAsked>({
  name: 'loans',
  select: `
    SELECT l.id, d.id AS "deviceId", d.asset_tag AS "assetTag", d.serial_number AS "serialNumber",
           m.manufacturer || ' ' || m.name AS model, d.kind, s.code AS site, s.name AS "siteName", p.id AS "personId",
           n.external_id AS "externalId", n.given_name AS "givenName", n.family_name AS "familyName", n.grade,
           ps.code AS "personSite", ps.name AS "personSiteName", p.left_on AS "leftOn", l.loaned_at AS "loanedAt", l.due_on AS "dueOn",
           p.role, n.email
      FROM custody l
      JOIN devices d ON d.district_id = $1 AND d.id = l.device_id
      JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
      JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
      JOIN people p ON p.district_id = $1 AND p.id = l.person_id
      LEFT JOIN people n ON n.district_id = $1 AND n.id = p.id
       AND ${isKnown('n', '$2')}
      LEFT JOIN sites ps ON ps.district_id = $1 AND ps.id = p.site_id
     WHERE l.district_id = $1 AND l.returned_at IS NULL AND d.person_id IS NOT NULL`,
  reach: 'd.site_id',
  filters: {
    site: (code, param) => `s.code = ${param(code)}`,
    dueBy: (day, param) => `l.due_on <= ${param(day)}::date`,
    grade: (grade, param) => `n.grade = ${param(grade)}`,
    person: (id, param) => `l.person_id = ${param(id)}::uuid`,
    holder: (holder, param, { today }) =>
      holder === 'left'
        ? `p.left_on <= ${param(today)}::date`
        : 'p.site_id IS DISTINCT FROM d.site_id AND p.left_on IS NULL',
  },
  sorts: { dueOn: [`coalesce(l.due_on, '9999-12-31')`, 'l.id'] },
});

/** Who has what, and should have brought it back. */
@Injectable()
export class LoansQueries {
  constructor(
    private readonly lists: Lists,
    private readonly readings: NameReadingsService,
  ) {}

  /**
   * Open loans of devices in reach, first due first; whose names are shown is logged. A student who is at a site out of
   * reach, by now or because the office lent across sites, is not named.
   */
  open(scope: Scope, query: LoansAsked): Promise<Page<LoanView>> {
    return this.lists.answer(OPEN, scope, query, async (loans) => {
      const named = loans.map(({ personId: id, role, givenName, familyName, email }) => ({
        id,
        role,
        givenName,
        familyName,
        email,
      }));
      await this.readings.record(scope, 'loans.list', named);
      return loans.map(({ role: _, email: __, ...loan }) => loan);
    });
  }
}
