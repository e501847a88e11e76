import { DataSource } from 'typeorm';
import { TechnicianAbsences } from '../../../allocation/technicians/absences.service.js';
import { SupportCovers } from '../../../allocation/technicians/covers.service.js';
import type { DemoStage } from '../demo-stage.js';
import { weekdayOf, workdaysFrom } from '../demo-year.js';
import { IN_RESERVE, type PlannedTechnician } from './week-plan.js';

/** Which technician is away: somebody in the middle of the list, whose week is full. */
const SICK = 3;

/** Somebody is ill on the next two working days. One of the reserve goes to their first site; the second day is open. */
export async function loadAbsence(
  stage: DemoStage,
  planned: readonly PlannedTechnician[],
  technicians: ReadonlyMap<string, string>,
): Promise<void> {
  const { session, scope, today, year } = stage;
  const [first = today, second = today] = workdaysFrom(today, 2, year);
  const away = technicians.get(planned[SICK]?.email ?? '') ?? '';
  const reserve = technicians.get(planned.at(-IN_RESERVE + 1)?.email ?? '') ?? '';
  const source = session.app.get(DataSource);
  const absent = await source.query<unknown[]>(
    `SELECT 1 FROM technician_absences WHERE district_id = $1 AND technician_id = $2`,
    [scope.districtId, away],
  );
  if (absent.length === 0)
    await session.app
      .get(TechnicianAbsences)
      .create(scope, { technicianId: away, fromOn: first, toOn: second, reason: 'sick' });
  const [missed] = await source.query<{ id: string; isCovered: boolean }[]>(
    `SELECT a.id, EXISTS (SELECT 1 FROM support_covers c
                           WHERE c.district_id = $1 AND c.assignment_id = a.id AND c.on_date = $4) AS "isCovered"
       FROM support_assignments a
      WHERE a.district_id = $1 AND a.technician_id = $2 AND a.weekday = $3 AND a.cancelled_at IS NULL`,
    [scope.districtId, away, weekdayOf(first), first],
  );
  if (missed && !missed.isCovered)
    await session.app.get(SupportCovers).create(scope, {
      on: first,
      technicianId: reserve,
      kind: 'absence',
      assignmentId: missed.id,
      note: 'Carts first, then the front office.',
    });
}
