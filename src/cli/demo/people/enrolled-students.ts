import { schoolYearName } from '../../../common/time/school-year.js';
import { Dice } from '../../fleet/dice.js';
import type { FleetSite } from '../../fleet/fleet-types.js';

/** The school year of the state's file. */
const PUBLISHED_YEAR = 2025;

/** Between two years a school loses up to so much of its students, or gains as much, in tenths of a percent. */
const MOST_CHANGE = 30;

/** Enrolled students of a site in a later year: the state's number, changed a little each year. */
export function enrolledIn(site: FleetSite, year: number): number {
  let enrolled = site.pupils;
  for (let next = PUBLISHED_YEAR + 1; next <= year; next += 1) {
    const dice = new Dice().reseed(next, Number(site.code.slice(-7)) || 0);
    enrolled = Math.round(enrolled * (1 + dice.between(-MOST_CHANGE, MOST_CHANGE) / 1000));
  }
  return enrolled;
}

/** School years after the state's file, up to one. */
export function yearsSince(year: number): number[] {
  return Array.from({ length: Math.max(0, year - PUBLISHED_YEAR) }, (_, at) => PUBLISHED_YEAR + 1 + at);
}

/** What the district counted itself after the state's file: one row a school and year. */
export function enrollmentFile(sites: readonly FleetSite[], year: number): string {
  const rows = yearsSince(year).flatMap((begins) =>
    sites
      .filter(({ pupils }) => pupils > 0)
      .map((site) => [site.code, enrolledIn(site, begins), schoolYearName(begins)].join(',')),
  );
  return `${['Site code,Enrolled students,School year', ...rows].join('\n')}\n`;
}
