import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import { Clock, dateIn } from '../../common/time/clock.js';
import { groupBy } from '../../common/group-by.js';
import { rounded } from '../../common/http/stated-decimals.js';
import { inUnit } from '../models/allocation-model.js';
import { AllocationSettingsService } from '../settings/allocation-settings.service.js';
import { DeliveredTime, type DeliveredWeek } from './delivered-time.queries.js';
import type { DeliveredQuery } from './delivered.dto.js';
import { type Days, schoolYearDays } from '../models/option-days.js';
import { daysAfter, mondayOf } from '../../common/time/days-and-times.js';
import { AllocationPlans } from '../plans/plans.service.js';
import { WorkKinds } from './work-kinds.service.js';
import { schoolYearOf } from '../../common/time/school-year.js';
import { wrongField } from '../../sites/sites.errors.js';

/** Hours of one week. */
export interface SiteWeek {
  /** The Monday of the week. */
  week: string;
  /** With 2 decimals. */
  hours: number;
  /** With 2 decimals. */
  approvedHours: number;
  /** How many hours were missing compared with the hours due, with 2 decimals, and never below 0. */
  short: number;
}

/** The hours that a site got, compared with the hours due. */
export interface SiteDelivered {
  /** Code of the site. */
  site: string;
  name: string;
  /** Entitled and purchased, in hours a week with 2 decimals. */
  due: number;
  /** With 2 decimals. */
  hours: number;
  /** With 2 decimals. */
  approvedHours: number;
  /** Number of weeks in which the site got less than was due. */
  weeksShort: number;
  /** Total hours missing in those weeks, with 2 decimals. */
  short: number;
  weeks: SiteWeek[];
}

/** Time for work that is not for a site. */
export interface AsideHours {
  work: string;
  name: string;
  /** With 2 decimals. */
  hours: number;
  /**
   * Hours that the settings plan for the technicians of these weeks, with 2 decimals. Null if nothing is planned.
   */
  planned: number | null;
}

/** The hours that technicians delivered in a range of weeks, compared with the hours due. */
export interface Delivered {
  model: string;
  schoolYear: string;
  /** First Monday and last Sunday. */
  from: string;
  to: string;
  weeks: number;
  /** The sites with the most missing hours come first. */
  sites: SiteDelivered[];
  /** Time for travel, projects and learning. Only for accounts that see the whole district. */
  aside: AsideHours[];
}

const DAY_MS = 86_400_000;
const WEEKS = 4;
const MOST_WEEKS = 60;
const LAST_DAY = '2200-12-31';

/** Who was short-changed, by how much, how often. */
@Injectable()
export class DeliveredService {
  constructor(
    private readonly plans: AllocationPlans,
    private readonly time: DeliveredTime,
    private readonly works: WorkKinds,
    private readonly settings: AllocationSettingsService,
    private readonly clock: Clock,
  ) {}

  async find(scope: Scope, query: DeliveredQuery): Promise<Delivered> {
    const plan = await this.plans.plan(scope, query);
    const year = schoolYearDays(schoolYearOf(query.schoolYear));
    const weeks = weeksOf(query, year, dateIn(scope.timeZone, this.clock.now()));
    const [from, last] = [weeks[0] as string, weeks.at(-1) as string];
    const to = daysAfter(last, 6);
    const rows = await this.time.weeks(scope, { from, to });
    const bySite = groupBy(rows, ({ siteId }) => siteId ?? '');
    const sites = plan.sites.flatMap((site): SiteDelivered[] => {
      const due = inUnit((site.entitled ?? 0) + site.purchased, plan.unit, 'hours');
      const own = bySite.get(site.siteId) ?? [];
      return due > 0 || own.length > 0
        ? [siteDelivered({ site: site.site, name: site.name, due }, own, weeks)]
        : [];
    });
    return {
      model: plan.model,
      schoolYear: plan.schoolYear,
      from,
      to,
      weeks: weeks.length,
      sites: sites.toSorted((a, b) => b.short - a.short || (a.name < b.name ? -1 : 1)),
      aside: scope.sites === 'all' ? await this.asideOf(scope, rows, weeks) : [],
    };
  }

  private async asideOf(
    { districtId }: Scope,
    rows: readonly DeliveredWeek[],
    weeks: readonly string[],
  ): Promise<AsideHours[]> {
    const { setAside } = await this.settings.find(districtId);
    const fullTimeWeeks = await this.time.fullTimeWeeks(districtId, weeks);
    const kinds = (await this.works.all(districtId)).filter(({ isAside }) => isAside);
    return kinds.map(({ key, name }) => {
      const planned = setAside.find(({ work }) => work === key);
      return {
        work: key,
        name,
        hours: sumOf(rows.filter(({ work, siteId }) => work === key && siteId === null)).hours,
        planned: planned ? planned.hoursAWeek * fullTimeWeeks : null,
      };
    });
  }
}

function siteDelivered(
  site: Pick<SiteDelivered, 'site' | 'name' | 'due'>,
  rows: readonly DeliveredWeek[],
  weeks: readonly string[],
): SiteDelivered {
  const byWeek = groupBy(rows, ({ week }) => week);
  const all = weeks.map((week): SiteWeek => {
    const sums = sumOf(byWeek.get(week) ?? []);
    return { week, ...sums, short: Math.max(0, site.due - sums.hours) };
  });
  // A week counts as short only if the answer shows that hours are missing: sums of thirds of an hour are not exact.
  const short = all.filter((week) => rounded(week.short, 2) > 0);
  return {
    ...site,
    ...sumOf(rows),
    weeksShort: short.length,
    short: short.reduce((sum, week) => sum + week.short, 0),
    weeks: all,
  };
}

function sumOf(rows: readonly DeliveredWeek[]): Pick<SiteWeek, 'hours' | 'approvedHours'> {
  return {
    hours: rows.reduce((sum, { hours }) => sum + hours, 0),
    approvedHours: rows.reduce((sum, { approvedHours }) => sum + approvedHours, 0),
  };
}

/**
 * Mondays of the whole weeks that two days are in. Where nothing is said, of the last four of the school year that are
 * over, or of its first: what is due is due in that year.
 */
function weeksOf({ from, to }: DeliveredQuery, year: Days, today: string): string[] {
  const lastSunday = daysAfter(mondayOf(today), -1);
  const lastDay = to ?? within(year, lastSunday);
  if (lastDay > LAST_DAY) throw wrongField('to', 'TOO_LATE', `Choose ${LAST_DAY} or an earlier day.`);
  const first = mondayOf(from ?? within(year, daysAfter(mondayOf(lastDay), -7 * (WEEKS - 1))));
  const last = mondayOf(lastDay);
  const count = (Date.parse(last) - Date.parse(first)) / (7 * DAY_MS) + 1;
  if (count < 1) throw wrongField('to', 'BEFORE_START', 'Choose the first day or a later day.');
  if (count > MOST_WEEKS) throw wrongField('to', 'TOO_LONG', `Choose at most ${MOST_WEEKS} weeks.`);
  return Array.from({ length: count }, (_, i) => daysAfter(first, 7 * i));
}

/** The day itself, else the school year's first or last. */
function within({ startsOn, endsOn }: Days, day: string): string {
  if (day < startsOn) return startsOn;
  return day > endsOn ? endsOn : day;
}
