import { Injectable } from '@nestjs/common';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import { type Scope, siteFilter } from '../../access/scope.js';
import { dateIn } from '../../common/time/clock.js';
import { explainConstraint } from '../../common/constraint-refusals.js';
import { newId } from '../../common/ids.js';
import type { Page } from '../../common/paging.js';
import { Conflict, NotFound } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import { wrongField } from '../../sites/sites.errors.js';
import type { AbsencesQuery, NewAbsenceBody } from './absences.dto.js';
import { type AbsenceReason, TechnicianAbsence } from '../entities/absence.entities.js';
import { lockTechnician } from './technician-reach.js';

/** Days on which a technician is away. */
export interface AbsenceView {
  id: string;
  technicianId: string;
  technician: string;
  /** First and last day, included. */
  fromOn: string;
  toOn: string;
  reason: AbsenceReason;
}

explainConstraint(
  'technician_absences_once',
  () => new Conflict('This technician is already recorded as away on some of these days.', 'AWAY_ALREADY'),
);
explainConstraint('technician_absences_technician', () =>
  wrongField('technicianId', 'UNKNOWN_TECHNICIAN', 'Choose a technician of this district.'),
);
explainConstraint('technician_absences_days_ordered', () =>
  wrongField('toOn', 'BEFORE_START', 'Choose the first day or a later day.'),
);

const ABSENCES = list<AbsenceView, AbsencesQuery>({
  name: 'absences',
  select: `
    SELECT a.id, a.technician_id AS "technicianId", t.name AS technician, a.from_on AS "fromOn", a.to_on AS "toOn",
           a.reason
      FROM technician_absences a
      JOIN technicians t ON t.district_id = $1 AND t.id = a.technician_id
     WHERE a.district_id = $1 AND a.cancelled_at IS NULL`,
  reach: 't.home_site_id',
  filters: { on: (day, param) => `${param(day)}::date BETWEEN a.from_on AND a.to_on` },
  sorts: { id: ['a.id'] },
  id: 'a.id',
});

/** Who is away when. Why is their matter and their lead's: it is told by home site, and not to the sites they serve. */
@Injectable()
export class TechnicianAbsences {
  constructor(
    private readonly lists: Lists,
    private readonly transactions: Transactions,
  ) {}

  list(scope: Scope, query: AbsencesQuery): Promise<Page<AbsenceView>> {
    return this.lists.answer(ABSENCES, scope, query);
  }

  async create(scope: Scope, body: NewAbsenceBody): Promise<AbsenceView> {
    const id = newId();
    await this.transactions.run(async (tx) => {
      await lockTechnician(tx, scope, body.technicianId);
      await tx.insert(TechnicianAbsence, {
        districtId: scope.districtId,
        id,
        ...body,
        createdBy: scope.accountId,
      });
      // Where they were to go instead of others, nobody comes now: the hole is open again.
      await tx.query(
        `UPDATE support_covers SET cancelled_at = $5
          WHERE district_id = $1 AND technician_id = $2 AND on_date BETWEEN $3 AND $4 AND cancelled_at IS NULL`,
        [scope.districtId, body.technicianId, body.fromOn, body.toOn, tx.at],
      );
    });
    const view = await this.lists.find(ABSENCES, scope, id);
    if (!view) throw notFound();
    return view;
  }

  /** They come after all; who goes in their place, from today on, goes no more. Once more changes nothing. */
  async cancel(scope: Scope, id: string): Promise<void> {
    const { districtId } = scope;
    await this.transactions.run(async (tx) => {
      const [rows] = await tx.query<[{ isNew: boolean }[], number]>(
        `UPDATE technician_absences x SET cancelled_at = coalesce(x.cancelled_at, $4)
           FROM technicians t, technician_absences before
          WHERE x.district_id = $1 AND x.id = $2 AND t.district_id = $1 AND t.id = x.technician_id
            AND before.district_id = $1 AND before.id = x.id
            AND ($3::uuid[] IS NULL OR t.home_site_id = ANY ($3))
          RETURNING before.cancelled_at IS NULL AS "isNew"`,
        [districtId, id, siteFilter(scope), tx.at],
      );
      const [cancelled] = rows;
      if (!cancelled) throw notFound();
      if (!cancelled.isNew) return;
      await tx.query(
        `UPDATE support_covers c SET cancelled_at = $4
           FROM technician_absences x
           JOIN support_assignments a ON a.district_id = $1 AND a.technician_id = x.technician_id
          WHERE x.district_id = $1 AND x.id = $2 AND c.district_id = $1 AND c.assignment_id = a.id
            AND c.on_date BETWEEN greatest(x.from_on, $3::date) AND x.to_on AND c.cancelled_at IS NULL`,
        [districtId, id, dateIn(scope.timeZone, tx.at), tx.at],
      );
    });
  }
}

function notFound(): NotFound {
  return new NotFound('The absence', 'ABSENCE_NOT_FOUND');
}
