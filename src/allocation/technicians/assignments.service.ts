import { Injectable } from '@nestjs/common';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import { reaches, type Scope, siteFilter } from '../../access/scope.js';
import { dateIn } from '../../common/time/clock.js';
import { explainConstraint } from '../../common/constraint-refusals.js';
import { newId } from '../../common/ids.js';
import type { Page } from '../../common/paging.js';
import { Conflict, NotFound } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { siteIdsByCode } from '../../sites/site-codes.js';
import { wrongField } from '../../sites/sites.errors.js';
import type { AssignmentsQuery, NewAssignmentBody } from './assignments.dto.js';
import { SupportAssignment } from '../entities/technician.entities.js';
import { endCoversOfEnded } from './ended-covers.js';
import { lockTechnician, type WorkingDays } from './technician-reach.js';

/** A technician's assignment to a site on a weekday, between two days. */
export interface AssignmentView {
  id: string;
  technicianId: string;
  technician: string;
  siteId: string;
  /** Code of the site. */
  site: string;
  siteName: string;
  purchaseId: string | null;
  /** From 1 for Monday to 7 for Sunday. */
  weekday: number;
  /** First and last day, included. */
  startsOn: string;
  endsOn: string;
  /** A person decided this, so proposals keep it. */
  isFixed: boolean;
}

explainConstraint(
  'support_assignments_one_place',
  () =>
    new Conflict(
      'This technician already has another assignment on that weekday during these days. End that assignment first.',
      'TECHNICIAN_ELSEWHERE',
    ),
);
explainConstraint('support_assignments_technician', () =>
  wrongField('technicianId', 'UNKNOWN_TECHNICIAN', 'Choose a technician of this district.'),
);
explainConstraint('support_assignments_purchase', () =>
  wrongField('purchaseId', 'UNKNOWN_PURCHASE', 'Choose a purchase of this district.'),
);
explainConstraint('support_assignments_dates_ordered', () =>
  wrongField('endsOn', 'BEFORE_START', 'Choose the first day or a later day.'),
);

/** Those at the sites in reach that nobody took back, past ones too. */
const ASSIGNMENTS = list<AssignmentView, AssignmentsQuery>({
  name: 'assignments',
  select: `
    SELECT a.id, a.technician_id AS "technicianId", t.name AS technician, a.site_id AS "siteId", s.code AS site,
           s.name AS "siteName", a.purchase_id AS "purchaseId", a.weekday, a.starts_on AS "startsOn",
           a.ends_on AS "endsOn", a.is_fixed AS "isFixed"
      FROM support_assignments a
      JOIN technicians t ON t.district_id = $1 AND t.id = a.technician_id
      JOIN sites s ON s.district_id = $1 AND s.id = a.site_id
     WHERE a.district_id = $1 AND a.cancelled_at IS NULL`,
  reach: 'a.site_id',
  filters: {
    technicianId: (id, param) => `a.technician_id = ${param(id)}`,
    site: (code, param) => `s.code = ${param(code)}`,
    on: (day, param) => `${param(day)}::date BETWEEN a.starts_on AND a.ends_on`,
  },
  sorts: { id: ['a.id'] },
  id: 'a.id',
});

/** Who is where on which weekday. */
@Injectable()
export class SupportAssignments {
  constructor(
    private readonly lists: Lists,
    private readonly transactions: Transactions,
  ) {}

  list(scope: Scope, query: AssignmentsQuery): Promise<Page<AssignmentView>> {
    return this.lists.answer(ASSIGNMENTS, scope, query);
  }

  /** @throws Conflict where the technician is elsewhere on that weekday */
  async create(scope: Scope, { site, ...body }: NewAssignmentBody): Promise<AssignmentView> {
    const id = newId();
    await this.transactions.run(async (tx) => {
      const siteId = (await siteIdsByCode(tx, scope.districtId, [site])).get(site);
      if (siteId === undefined || !reaches(scope, siteId))
        throw wrongField('site', 'UNKNOWN_SITE', `You have no site with the code ${site}. Check the code.`);
      assertWorksThen(await lockTechnician(tx, scope, body.technicianId), body);
      await assertFulfils(tx, scope, siteId, body.purchaseId);
      await tx.insert(SupportAssignment, {
        districtId: scope.districtId,
        id,
        siteId,
        ...body,
        createdBy: scope.accountId,
      });
    });
    const view = await this.lists.find(ASSIGNMENTS, scope, id);
    if (!view) throw notFound();
    return view;
  }

  /** Takes an assignment back; that it was there stays on record. Once more changes nothing. */
  async cancel(scope: Scope, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const [, count] = await tx.query<[unknown, number]>(
        `UPDATE support_assignments SET cancelled_at = coalesce(cancelled_at, $4)
          WHERE district_id = $1 AND id = $2 AND ($3::uuid[] IS NULL OR site_id = ANY ($3))`,
        [scope.districtId, id, siteFilter(scope), tx.at],
      );
      if (count === 0) throw notFound();
      await endCoversOfEnded(tx, scope.districtId, dateIn(scope.timeZone, tx.at));
    });
  }
}

function assertWorksThen(
  works: WorkingDays,
  { weekday, startsOn, endsOn }: Pick<NewAssignmentBody, 'weekday' | 'startsOn' | 'endsOn'>,
): void {
  if (!works.weekdays.includes(weekday))
    throw wrongField(
      'weekday',
      'NO_WORKING_DAY',
      `This technician does not work on that weekday. Choose one of these, counted from 1 for Monday: ${works.weekdays.join(', ')}.`,
    );
  if (startsOn < works.startsOn)
    throw wrongField(
      'startsOn',
      'BEFORE_THEIR_START',
      `This technician starts work on ${works.startsOn}. Choose that day or a later one.`,
    );
  if (works.endsOn !== null && endsOn > works.endsOn)
    throw wrongField(
      'endsOn',
      'AFTER_THEIR_END',
      `The last working day of this technician is ${works.endsOn}. Choose that day or an earlier one.`,
    );
}

/** What an assignment fulfils is bought by its own site, and stays so until this is written. */
async function assertFulfils(
  tx: Tx,
  { districtId }: Scope,
  siteId: string,
  purchaseId: string | null,
): Promise<void> {
  if (purchaseId === null) return;
  const rows = await tx.query<unknown[]>(
    `SELECT 1 FROM support_purchases
      WHERE district_id = $1 AND id = $2 AND site_id = $3 AND state IN ('approved', 'encumbered') FOR SHARE`,
    [districtId, purchaseId, siteId],
  );
  if (rows.length === 0)
    throw wrongField('purchaseId', 'UNKNOWN_PURCHASE', 'Choose an approved purchase of this site.');
}

function notFound(): NotFound {
  return new NotFound('The assignment', 'ASSIGNMENT_NOT_FOUND');
}
