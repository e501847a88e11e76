import { isoDay, parseDay } from '../../fleet/days.js';
import { Dice } from '../../fleet/dice.js';
import type { FleetDevice } from '../../fleet/fleet-types.js';
import type { DemoYear } from '../demo-year.js';
import type { DemoPerson } from './invented-people.js';

/** Who has a device, since when, and until when. */
export interface CheckOut {
  /** The person's number in the district's files. */
  person: string;
  on: string;
  /** Null where it need not come back on a day. */
  dueOn: string | null;
}

/** A device of the fleet, and the person who has it. */
export type HeldDevice = FleetDevice & { checkOut?: CheckOut };

/** Checked out for a few weeks, and overdue. */
const OVERDUE = 0.015;
const DAYS_TO_HAND_OUT = 9;

/**
 * Gives devices that stand in no room or cart to people of their site: Chromebooks and iPads to students who take one
 * home, laptops to staff. The same fleet and people always make the same check-outs.
 */
export function* checkedOut(
  fleet: Iterable<FleetDevice>,
  people: readonly DemoPerson[],
  year: DemoYear,
  today: string,
): Generator<HeldDevice> {
  const waiting = waitingAt(people);
  const dice = new Dice();
  for (const device of fleet) {
    if (isCarried(device)) {
      const role = device.model.kind === 'laptop' ? 'staff' : 'student';
      const queue = waiting.get(`${role} ${device.final.site}`);
      const checkOut =
        queue && checkOutOf(device, queue, { year, today, dice: dice.reseed(device.index, year.begins) });
      if (checkOut) {
        yield Object.assign(device, { checkOut });
        continue;
      }
    }
    yield device;
  }
}

/** People who get a device, by role and the site that serves them, the next one last. */
function waitingAt(people: readonly DemoPerson[]): Map<string, DemoPerson[]> {
  const waiting = new Map<string, DemoPerson[]>();
  for (const person of people) {
    if (!person.takesDeviceHome) continue;
    const key = `${person.role} ${person.servedAt}`;
    const queue = waiting.get(key);
    if (queue) queue.push(person);
    else waiting.set(key, [person]);
  }
  for (const queue of waiting.values()) queue.reverse();
  return waiting;
}

function isCarried({ model, final, room }: FleetDevice): boolean {
  return (
    final.status === 'deployed' &&
    room === undefined &&
    (model.kind === 'chromebook' || model.kind === 'ipad' || model.kind === 'laptop')
  );
}

/** Null for a device that arrived too recently to be checked out. */
function checkOutOf(
  device: FleetDevice,
  queue: DemoPerson[],
  { year, today, dice }: { year: DemoYear; today: string; dice: Dice },
): CheckOut | undefined {
  const last = device.steps.at(-1);
  const handedOut = parseDay(year.handedOutOn) + dice.below(DAYS_TO_HAND_OUT);
  const on = last ? Math.max(handedOut, parseDay(last.on) + 1) : handedOut;
  const person = queue.at(-1);
  if (!person || on >= parseDay(today) || (person.leftOn !== null && on >= parseDay(person.leftOn)))
    return undefined;
  queue.pop();
  const overdue = parseDay(today) - dice.between(3, 40);
  const isOverdue = dice.chance(OVERDUE) && overdue > on && person.role === 'student';
  const dueOn = person.role === 'staff' ? null : isOverdue ? isoDay(overdue) : year.dueOn;
  return { person: person.externalId, on: isoDay(on), dueOn };
}
