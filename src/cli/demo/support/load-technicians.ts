import { DataSource } from 'typeorm';
import { AllocationModels } from '../../../allocation/models/models.service.js';
import { schoolYearDays } from '../../../allocation/models/option-days.js';
import { AllocationSettingsService } from '../../../allocation/settings/allocation-settings.service.js';
import { SupportAssignments } from '../../../allocation/technicians/assignments.service.js';
import { Technicians } from '../../../allocation/technicians/technicians.service.js';
import { SchoolCalendars } from '../../../calendar/school-calendars.service.js';
import { NotFound } from '../../../common/refusal.js';
import { asOf, instantOf } from '../demo-clock.js';
import type { DemoStage } from '../demo-stage.js';
import { districtModel, MODEL_KEY } from './district-model.js';
import type { PlannedTechnician } from './week-plan.js';

/** Models that a technician's demo needs before anybody asks for help: the calendar, the model in force. */
export async function loadModelAndCalendar(stage: DemoStage): Promise<void> {
  const { session, scope, year } = stage;
  const calendars = session.app.get(SchoolCalendars);
  const { firstDay: startsOn, lastDay: endsOn, closures } = year;
  if ((await calendars.find(scope, year.name)).version === 0)
    await calendars.set(scope, year.name, null, { startsOn, endsOn, closures });
  const models = session.app.get(AllocationModels);
  const hasModel = await models.find(scope, MODEL_KEY).then(
    () => true,
    (error: unknown) => {
      if (error instanceof NotFound) return false;
      throw error;
    },
  );
  if (!hasModel) await models.create(scope, districtModel(year.begins));
  const settings = session.app.get(AllocationSettingsService);
  if ((await settings.find(scope.districtId)).version === 0)
    await settings.change(scope, null, {
      reserveShare: 0.1,
      model: MODEL_KEY,
      setAside: [
        { work: 'travel', hoursAWeek: 3 },
        { work: 'projects', hoursAWeek: 2 },
        { work: 'learning', hoursAWeek: 1 },
      ],
    });
}

/** Makes the technicians who are not there yet, and their weeks. @returns their ids by address */
export async function loadTechnicians(
  stage: DemoStage,
  planned: readonly PlannedTechnician[],
  accounts: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const { session, scope, year } = stage;
  const { startsOn, endsOn } = schoolYearDays(year.begins);
  const known = await technicianIds(stage);
  await asOf(session, instantOf(scope.timeZone, startsOn, '09:00'), async () => {
    for (const { name, email, homeSite, skills, languages } of planned) {
      if (known.has(email)) continue;
      const accountId = accounts.get(email) ?? null;
      const { id } = await session.app
        .get(Technicians)
        .create(scope, { name, accountId, homeSite, skills, languages, startsOn });
      known.set(email, id);
    }
    const assigned = await assignedDays(stage);
    for (const { email, visits } of planned) {
      const technicianId = known.get(email) ?? '';
      for (const { weekday, site } of visits) {
        if (assigned.has(`${technicianId} ${weekday}`)) continue;
        await session.app.get(SupportAssignments).create(scope, {
          technicianId,
          site,
          weekday,
          startsOn,
          endsOn,
          purchaseId: null,
          isFixed: true,
        });
      }
    }
  });
  return known;
}

/** `<technician id> <weekday>` of each day that somebody is at a site. */
export async function assignedDays({ session, scope }: DemoStage): Promise<Set<string>> {
  const rows = await session.app.get(DataSource).query<{ day: string }[]>(
    `SELECT technician_id || ' ' || weekday AS day FROM support_assignments
        WHERE district_id = $1 AND cancelled_at IS NULL`,
    [scope.districtId],
  );
  return new Set(rows.map(({ day }) => day));
}

async function technicianIds({ session, scope }: DemoStage): Promise<Map<string, string>> {
  const rows = await session.app.get(DataSource).query<{ id: string; email: string }[]>(
    `SELECT t.id, a.email FROM technicians t JOIN accounts a ON a.district_id = $1 AND a.id = t.account_id
      WHERE t.district_id = $1`,
    [scope.districtId],
  );
  return new Map(rows.map(({ email, id }) => [email, id]));
}
