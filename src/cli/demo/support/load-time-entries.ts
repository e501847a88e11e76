import { DataSource } from 'typeorm';
import { TimeEntries } from '../../../allocation/time/time-entries.service.js';
import { Dice } from '../../fleet/dice.js';
import { asOf, instantOf } from '../demo-clock.js';
import { demoId } from '../demo-ids.js';
import { type DemoStage, scopeOf } from '../demo-stage.js';
import { weekdayOf, workdaysBefore } from '../demo-year.js';
import { inLanes } from '../in-lanes.js';
import { LEAD_EMAIL, LIAISON_EMAIL } from '../people/demo-accounts.js';
import type { PlannedTechnician } from './week-plan.js';

/** Working days for which everybody has reported, and how many of them wait for approval. */
const DAYS_REPORTED = 15;
const DAYS_WAITING = 5;
/** Ids of a day's entries begin at its own number. */
const IDS_A_DAY = 100;
const LANES = 6;
const MOST_AT_ONCE = 200;

const WORKS = [
  'repair',
  'classroom',
  'inventory',
  'enrollment',
  'classroom',
  'repair',
  'salvage',
  'web',
  'urgent',
];
const NOTES: Readonly<Record<string, string>> = {
  repair: 'Cracked screens and keys.',
  inventory: 'Carts of the second floor.',
  urgent: 'Testing could not start in the library.',
  enrollment: 'Re-enrolled after a powerwash.',
};

/** One day of one technician. */
interface ReportedDay {
  technician: PlannedTechnician;
  on: string;
  place: number;
}

/** Technicians report the last three weeks; their leads have approved all but the last. */
export async function loadTimeEntries(
  stage: DemoStage,
  planned: readonly PlannedTechnician[],
  accounts: ReadonlyMap<string, string>,
): Promise<void> {
  const days = workdaysBefore(stage.today, DAYS_REPORTED, stage.year);
  const reported = planned.flatMap((technician, t) =>
    days.map((on, d): ReportedDay => ({ technician, on, place: t * DAYS_REPORTED + d })),
  );
  await inLanes(reported, LANES, async (day) => {
    stage.signal?.throwIfAborted();
    await report(stage, day, accounts.get(day.technician.email) ?? '');
  });
  const [firstWaiting = stage.today] = days.slice(-DAYS_WAITING);
  await approveBefore(stage, firstWaiting, [
    accounts.get(LEAD_EMAIL) ?? '',
    accounts.get(LIAISON_EMAIL) ?? '',
  ]);
}

async function report(
  stage: DemoStage,
  { technician, on, place }: ReportedDay,
  accountId: string,
): Promise<void> {
  const { session, scope: system } = stage;
  const visit = technician.visits.find(({ weekday }) => weekday === weekdayOf(on));
  if (!visit) return;
  const dice = new Dice().reseed(place, 311);
  const at = (time: string): Date => instantOf(system.timeZone, on, time);
  await asOf(session, at('16:45'), async () => {
    const scope = await scopeOf(stage, accountId);
    const entries = [
      { site: visit.site, from: '08:00', to: dice.pick(['11:30', '12:00', '11:45']), work: dice.pick(WORKS) },
      { site: visit.site, from: '12:45', to: dice.pick(['15:00', '15:30', '14:30']), work: dice.pick(WORKS) },
      {
        site: null,
        from: '15:35',
        to: dice.pick(['16:00', '16:15', '16:30']),
        work: dice.pick(['travel', 'projects']),
      },
    ];
    for (const [i, { site, from, to, work }] of entries.entries())
      await session.app.get(TimeEntries).record(scope, {
        id: demoId('timeEntry', place * IDS_A_DAY + i),
        site,
        startsAt: at(from),
        endsAt: at(to),
        work,
        note: NOTES[work] ?? null,
      });
  });
}

/** Leads and liaisons approve what the technicians of their region reported before a day. */
async function approveBefore(stage: DemoStage, day: string, leads: readonly string[]): Promise<void> {
  const { session, scope: system } = stage;
  const before = instantOf(system.timeZone, day, '00:00');
  for (const accountId of leads) {
    const scope = await scopeOf(stage, accountId);
    const waiting = await session.app.get(DataSource).query<{ id: string; version: number }[]>(
      `SELECT e.id, e.version FROM time_entries e
         JOIN technicians t ON t.district_id = $1 AND t.id = e.technician_id
        WHERE e.district_id = $1 AND e.state = 'reported' AND e.starts_at < $2
          AND t.home_site_id = ANY ($3) ORDER BY e.id`,
      [system.districtId, before, scope.sites === 'all' ? [] : [...scope.sites]],
    );
    for (let at = 0; at < waiting.length; at += MOST_AT_ONCE)
      await asOf(session, instantOf(system.timeZone, day, '07:30'), () =>
        session.app.get(TimeEntries).approve(scope, waiting.slice(at, at + MOST_AT_ONCE)),
      );
  }
}
