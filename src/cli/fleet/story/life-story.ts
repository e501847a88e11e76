import { checkpointDay, dayOf, isoDay } from '../days.js';
import type { Dice } from '../dice.js';
import type { Cohort } from '../fleet-plan.js';
import type { DeviceKind, FleetSite, Loss } from '../fleet-types.js';
import { LifeLog } from './life-log.js';
import { lastHandOutDay, type Order } from '../orders.js';
import type { SiteShares } from '../sites/site-shares.js';

/** What a life depends on besides chance. */
export interface LifeRequest {
  cohort: Cohort;
  order: Order;
  /** The September by which it has left for good, if the story knows one. */
  leavingYear: number | undefined;
  fromDay: number;
  toDay: number;
}

/**
 * The chance of each thing to happen in a school year; a repair rate of 6 % for Chromebooks is a quiet district's.
 * Each of them begins and ends between two Septembers, so that none of them changes what a September counts.
 */
const YEARLY: Readonly<Record<DeviceKind, { repair: number; lostAndFound: number }>> = {
  desktop: { repair: 0.02, lostAndFound: 0.001 },
  laptop: { repair: 0.04, lostAndFound: 0.004 },
  ipad: { repair: 0.03, lostAndFound: 0.005 },
  chromebook: { repair: 0.06, lostAndFound: 0.008 },
  other: { repair: 0.01, lostAndFound: 0.01 },
};
const SUMMER_COLLECTION = 0.03;
const TRANSFER = 0.015;
const RETIRED_THEN_REUSED = 0.003;

const SPARE_AT_FIRST = 0.035;
const SPARE_HANDED_OUT_IN_A_YEAR = 0.75;
/** Before this age a device leaves by mishap; after it, by refresh. */
const REFRESH_AGE = 4;

/** Tells lives that are legal by DESIGN section 4, each from its delivery or the opening load to the last day. */
export class LifeTeller {
  constructor(
    private readonly sites: SiteShares,
    private readonly dice: Dice,
  ) {}

  tell(request: LifeRequest): LifeLog {
    const { cohort, leavingYear } = request;
    const log = this.begin(request);
    const firstYear = cohort.isOpening ? cohort.firstCheckpoint : cohort.firstCheckpoint + 1;
    for (let year = firstYear; !log.isOver && dayOf(year - 1, 10, 1) <= request.toDay; year += 1) {
      if (year === leavingYear) {
        this.leave(log, cohort, year);
        break;
      }
      // The few weeks between an opening load and its first September are left quiet.
      if (year > cohort.firstCheckpoint) this.schoolYear(log, cohort.kind, year);
    }
    return log;
  }

  private begin({ cohort, order, fromDay, toDay }: LifeRequest): LifeLog {
    const { kind, boughtFor } = cohort;
    const { dice, sites } = this;
    const isSpare = dice.chance(SPARE_AT_FIRST);
    if (cohort.isOpening) {
      const home = sites.draw(kind, boughtFor, fromDay, dice);
      const site = isSpare ? (sites.warehouse ?? home) : home;
      const status = isSpare ? 'in_stock' : 'deployed';
      return new LifeLog({ day: fromDay, site: site.code, status, cause: 'opened' }, toDay);
    }
    const handOutDay = Math.min(order.deliveredDay + dice.between(3, 18), lastHandOutDay(cohort));
    const waitsAtSchool = sites.warehouse === undefined;
    const home = sites.draw(kind, boughtFor, waitsAtSchool ? order.deliveredDay : handOutDay, dice);
    const shelf: FleetSite = sites.warehouse ?? home;
    const log = new LifeLog(
      { day: order.deliveredDay, site: shelf.code, status: 'in_stock', cause: 'purchased' },
      toDay,
    );
    if (!isSpare) log.step('deploy', handOutDay, home.code);
    return log;
  }

  /** At most one thing happens to a device between two Septembers; most years, nothing does. */
  private schoolYear(log: LifeLog, kind: DeviceKind, year: number): void {
    const { dice } = this;
    if (log.status === 'in_stock') {
      if (dice.chance(SPARE_HANDED_OUT_IN_A_YEAR)) {
        const day = dayOf(year - 1, 10, 5) + dice.below(170);
        log.step('deploy', day, this.sites.draw(kind, year - 1, day, dice).code);
      }
      return;
    }
    let luck = dice.roll();
    const falls = (probability: number): boolean => (luck -= probability) < 0;
    if (falls(YEARLY[kind].repair)) {
      const broken = dayOf(year - 1, 10, 5) + dice.below(215);
      log.step('repair', broken);
      log.step('repaired', broken + dice.between(4, 40));
    } else if (falls(YEARLY[kind].lostAndFound)) {
      const lost = dayOf(year - 1, 10, 5) + dice.below(180);
      const found = lost + dice.between(8, 90);
      log.lose(lost, { how: 'lost' });
      log.step('find', found);
      log.step('deploy', found + dice.between(3, 25));
    } else if (falls(SUMMER_COLLECTION)) {
      log.step('return', dayOf(year, 6, 2) + dice.below(14));
      log.step('deploy', dayOf(year, 8, 5) + dice.below(16));
    } else if (falls(TRANSFER)) {
      const day = dayOf(year, 7, 1) + dice.below(40);
      log.transfer(day, this.sites.draw(kind, year, day, dice).code);
    } else if (falls(RETIRED_THEN_REUSED)) {
      log.step('retire', dayOf(year, 6, 5) + dice.below(14), this.sites.warehouse?.code);
      log.step('reuse', dayOf(year, 7, 1) + dice.below(15));
      const day = dayOf(year, 8, 1) + dice.below(20);
      log.step('deploy', day, this.sites.draw(kind, year, day, dice).code);
    }
  }

  /** Leaves the active devices for good before the September of that year, with what follows from it. */
  private leave(log: LifeLog, cohort: Cohort, year: number): void {
    const { dice } = this;
    const isRefresh = year - cohort.boughtFor >= REFRESH_AGE;
    const luck = dice.roll();
    if (luck < (isRefresh ? 0.03 : 0.5)) this.vanish(log, year);
    else if (!isRefresh && luck < 0.6) {
      const broken = this.dayOfSchoolYear(log, year);
      log.step('repair', broken);
      log.dispose(broken + dice.between(15, 40), 'kept_by_vendor');
    } else if (!isRefresh) {
      const broken = this.dayOfSchoolYear(log, year);
      log.step('repair', broken);
      this.retire(log, broken + dice.between(7, 40));
    } else {
      const inSummer = dice.chance(0.8);
      this.retire(log, inSummer ? this.summerDay(log, year) : this.dayOfSchoolYear(log, year));
    }
  }

  private vanish(log: LifeLog, year: number): void {
    const { dice } = this;
    const day = this.dayOfSchoolYear(log, year);
    log.lose(day, this.loss(day));
    const luck = dice.roll();
    if (luck < 0.55) log.dispose(day + dice.between(200, 500), 'written_off');
    // Found too late, in a drawer, and of no more use.
    else if (luck < 0.6) this.retire(log, day + dice.between(120, 400));
  }

  private retire(log: LifeLog, day: number): void {
    log.step('retire', day, this.sites.warehouse?.code);
    const how = this.dice.chance(0.35) ? 'sold' : 'recycled';
    log.dispose(day + this.dice.between(45, 330), how);
  }

  private loss(day: number): Loss {
    if (!this.dice.chance(0.2)) return { how: 'lost' };
    const number = String(1 + this.dice.below(19_999)).padStart(5, '0');
    return { how: 'stolen', policeReport: `${isoDay(day).slice(2, 4)}-${number}` };
  }

  /** From 5 October to the end of May. An opening load has no such days left, only the weeks after it. */
  private dayOfSchoolYear(log: LifeLog, year: number): number {
    const day = dayOf(year - 1, 10, 5) + this.dice.below(235);
    return day > log.day ? day : this.summerDay(log, year) - 42;
  }

  /** From 8 June to 25 August, and after whatever came before. */
  private summerDay(log: LifeLog, year: number): number {
    const first = Math.max(dayOf(year, 6, 8), log.day + 1);
    const last = checkpointDay(year) - 7;
    return this.dice.between(Math.min(first, last), last);
  }
}
