import { DataSource } from 'typeorm';
import { Sweeps } from '../../../scanning/sweeps/sweeps.service.js';
import { asOf, instantOf } from '../demo-clock.js';
import { type DemoStage, scopeOf } from '../demo-stage.js';
import { workdaysBefore } from '../demo-year.js';
import type { PlannedTechnician } from '../support/week-plan.js';
import { fullCarts, type FullPlace, fullPlaces } from './rooms-and-devices.js';
import { type DemoScan, sendScans } from './scan.js';

/** A sweep of the demo: where, when, how much of it is done, and what is found. */
interface PlannedSweep {
  kind: 'room' | 'cart';
  /** Which of the site's rooms or carts with about a class of devices. */
  place: number;
  /** So many working days ago. */
  workdaysAgo: number;
  /** Share of the expected devices that is scanned. */
  seen: number;
  closes: boolean;
  /** A device of another room, and a code that nobody knows. */
  strays?: { misplaced: boolean; unknown?: string };
}

const SWEEPS: readonly PlannedSweep[] = [
  { kind: 'cart', place: 0, workdaysAgo: 24, seen: 1, closes: true },
  {
    kind: 'room',
    place: 0,
    workdaysAgo: 23,
    seen: 0.92,
    closes: true,
    strays: { misplaced: true, unknown: 'IUSD-009731' },
  },
  { kind: 'room', place: 1, workdaysAgo: 9, seen: 0.97, closes: true, strays: { misplaced: true } },
  {
    kind: 'room',
    place: 2,
    workdaysAgo: 1,
    seen: 0.6,
    closes: false,
    strays: { misplaced: true, unknown: '5CD0471XKQ' },
  },
  { kind: 'cart', place: 1, workdaysAgo: 1, seen: 0.25, closes: false },
];

const MOST_SCANS = 60;
/** Numbers of scans for sweeps begin here. */
const FIRST_SCAN = 10_000;

/** Sweeps of rooms and carts of a technician's sites: three closed in the last weeks, two under way. */
export async function loadSweeps(
  stage: DemoStage,
  technician: PlannedTechnician,
  accounts: ReadonlyMap<string, string>,
): Promise<void> {
  const scope = await scopeOf(stage, accounts.get(technician.email) ?? '');
  const rooms = await fullPlaces(stage, 'room', technician.homeSite);
  const { site: cartSite, carts } = await fullCarts(stage, technician);
  const places = {
    room: { site: technician.homeSite, all: rooms },
    cart: { site: cartSite, all: carts },
  };
  const known = await sweepsByName(stage);
  const days = workdaysBefore(
    stage.today,
    Math.max(...SWEEPS.map(({ workdaysAgo }) => workdaysAgo)),
    stage.year,
  );
  const sweeps = stage.session.app.get(Sweeps);
  for (const [at, sweep] of SWEEPS.entries()) {
    stage.signal?.throwIfAborted();
    const { site, all } = places[sweep.kind];
    const place = all[sweep.place];
    const day = days.at(-sweep.workdaysAgo);
    if (!place || !day) continue;
    const name = `${sweep.kind === 'room' ? 'Room' : ''} ${place.name}, ${stage.year.name}`.trim();
    const begunAt = instantOf(scope.timeZone, day, `${String(9 + at).padStart(2, '0')}:05`);
    const begun =
      known.get(name) ??
      (await asOf(stage.session, begunAt, () =>
        sweeps.begin(scope, { site, [sweep.kind]: place.name, name }),
      ));
    if (begun.closedAt) continue;
    await asOf(stage.session, minutesAfter(begunAt, 20), async () => {
      const scans = scansOf(sweep, begun.id, place, all);
      await sendScans(
        stage,
        scope,
        { first: FIRST_SCAN + at * MOST_SCANS, begunAt: minutesAfter(begunAt, 2) },
        scans,
      );
      if (sweep.closes) await sweeps.close(scope, begun.id, { moves: false });
    });
  }
}

function scansOf(
  { kind, seen, strays }: PlannedSweep,
  sweep: string,
  { name, tags }: FullPlace,
  places: readonly FullPlace[],
): DemoScan[] {
  const room = kind === 'room' ? { room: name } : {};
  const codes = tags.slice(0, Math.ceil(tags.length * seen));
  const [elsewhere] = places.filter((other) => other.name !== name).at(-1)?.tags ?? [];
  if (strays?.misplaced && elsewhere) codes.push(elsewhere);
  if (strays?.unknown) codes.push(strays.unknown);
  return codes.map((code) => ({ code, action: 'seen', sweep, ...room }));
}

function minutesAfter(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}

async function sweepsByName({
  session,
  scope,
}: DemoStage): Promise<Map<string, { id: string; closedAt: Date | null }>> {
  const rows = await session.app
    .get(DataSource)
    .query<{ name: string; id: string; closedAt: Date | null }[]>(
      `SELECT name, id, closed_at AS "closedAt" FROM sweeps WHERE district_id = $1`,
      [scope.districtId],
    );
  return new Map(rows.map(({ name, id, closedAt }) => [name, { id, closedAt }]));
}
