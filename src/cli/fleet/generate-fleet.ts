import { isoDay, parseDay } from './days.js';
import { Dice, mix } from './dice.js';
import { type Cohort, leavingCheckpoint, planFleet } from './fleet-plan.js';
import type { FleetDevice, FleetOptions, FleetSite } from './fleet-types.js';
import { imei, macAddress } from './hardware-addresses.js';
import { LifeTeller } from './story/life-story.js';
import { type Order, OrderBook } from './orders.js';
import { placeDevice } from './placement.js';
import { coprimeStep, scramble, SCRAMBLE_SIZE } from './scramble.js';
import { serialNumber } from './serial-numbers.js';
import { SiteShares } from './sites/site-shares.js';

const DEFAULT_FROM = '2010-07-01';
const EARLIEST_FROM = '2010-01-01';
const DEFAULT_SEED = 1;
/** Of the devices that were there before the register, so many have no MAC address on file. */
const OPENING_WITHOUT_MAC = 0.4;

/** Everything that stays the same through one run. */
interface Run {
  seed: number;
  fromDay: number;
  toDay: number;
  tagPrefix: string;
  firstTag: number;
  sites: ReadonlyMap<string, FleetSite>;
  teller: LifeTeller;
  dice: Dice;
}

/**
 * Makes up a school district's devices, one by one, each with its life; the same options always make the same
 * fleet. Nothing is kept of a device once it was handed over.
 *
 * The Irvine story meets the numbers of `fleet-levels.ts` on each 1st of September and all through that month;
 * a later `to` only continues it. The plain story is exactly `devices` devices of the same mix, as a list kept
 * today would hold them: most are in use, some left in the years before. Refuses with a `RangeError` what neither
 * story can tell.
 */
export function* generateFleet(options: FleetOptions): Generator<FleetDevice> {
  const seed = options.seed ?? DEFAULT_SEED;
  const fromDay = parseDay(options.from ?? DEFAULT_FROM);
  const toDay = parseDay(options.to);
  const devices = devicesAsked(options);
  if (fromDay < parseDay(EARLIEST_FROM)) throw new RangeError(`A fleet begins on ${EARLIEST_FROM} or later.`);
  if (toDay < fromDay) throw new RangeError('A fleet cannot end before it begins.');

  const cohorts = planFleet({ fromDay, toDay, devices });
  const total = cohorts.reduce((sum, cohort) => sum + cohort.size, 0);
  if (total > SCRAMBLE_SIZE) throw new RangeError(`A fleet has at most ${SCRAMBLE_SIZE} devices.`);
  const dice = new Dice();
  const shares = new SiteShares(options.sites);
  const run: Run = {
    seed,
    fromDay,
    toDay,
    tagPrefix: options.tagPrefix ?? (options.story === 'irvine' ? 'IUSD' : 'TAG'),
    firstTag: total < 900_000 ? 100_001 : 1_000_001,
    sites: new Map(options.sites.map((site) => [site.code, site])),
    teller: new LifeTeller(shares, dice),
    dice,
  };
  const orders = new OrderBook(seed, fromDay, new Dice());
  let index = 0;
  for (const [number, cohort] of cohorts.entries()) {
    for (const { order, rank } of unpack(cohort, number, seed, orders)) {
      if (!cohort.isOpening && order.deliveredDay > toDay) continue;
      yield makeDevice(run, index, cohort, order, rank);
      index += 1;
    }
  }
}

function devicesAsked(options: FleetOptions): number | undefined {
  const { devices, story = 'plain' } = options;
  if (story === 'irvine') {
    if (devices !== undefined) throw new RangeError('The Irvine story has its own number of devices.');
    return undefined;
  }
  if (devices === undefined || !Number.isInteger(devices) || devices < 0) {
    throw new RangeError('A plain fleet needs a whole number of devices.');
  }
  return devices;
}

/** The places of a cohort in order, each with its order and its rank among those who leave. */
function* unpack(
  cohort: Cohort,
  number: number,
  seed: number,
  orders: OrderBook,
): Generator<{ order: Order; rank: number }> {
  const { size } = cohort;
  const step = coprimeStep(size);
  const offset = mix(seed, number) % Math.max(size, 1);
  let order: Order | undefined;
  let left = 0;
  for (let position = 0; position < size; position += 1) {
    if (order === undefined || left === 0) {
      order = orders.place(cohort, position);
      left = order.devices;
    }
    left -= 1;
    // Spreads those who leave over all orders, each rank once.
    yield { order, rank: (position * step + offset) % size };
  }
}

function makeDevice(run: Run, index: number, cohort: Cohort, order: Order, rank: number): FleetDevice {
  const { seed, fromDay, toDay } = run;
  const dice = run.dice.reseed(seed, index);
  const leavingYear = leavingCheckpoint(cohort, rank);
  const life = run.teller.tell({ cohort, order, leavingYear, fromDay, toDay });
  const site = run.sites.get(life.site);
  if (site === undefined) throw new Error(`${life.site} is not a site of this fleet.`);
  const scrambled = scramble(index, seed);
  const { model, purchasedDay } = order;
  const device: FleetDevice = {
    index,
    assetTag: `${run.tagPrefix}-${run.firstTag + index}`,
    serialNumber: serialNumber({ scrambled, model, purchasedDay, dice }),
    model,
    purchasedOn: isoDay(purchasedDay),
    inServiceOn: isoDay(order.deliveredDay),
    costCents: order.costCents,
    purchaseReference: order.reference,
    fundingSource: order.fundingSource,
    steps: life.steps,
    final: { status: life.status, site: life.site, statusOn: isoDay(life.statusDay) },
  };
  // Assigned, not spread: at a million devices the spreads took a quarter of the time.
  if (model.kind === 'other') device.imei = imei(scrambled);
  else if (!(cohort.isOpening && dice.chance(OPENING_WITHOUT_MAC))) {
    device.macAddress = macAddress(scrambled, model);
  }
  const { room, cart } = placeDevice(site, model.kind, life.status, dice);
  if (room !== undefined) device.room = room;
  if (cart !== undefined) device.cart = cart;
  return device;
}
