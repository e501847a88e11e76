import { kilometres, type Point } from '../../../allocation/plans/distance.js';
import { Dice } from '../../fleet/dice.js';
import type { FleetSite } from '../../fleet/fleet-types.js';
import { enrolledIn } from '../people/enrolled-students.js';
import { inventName } from '../people/names.js';
import { daysFor, districtModel } from './district-model.js';

/** A day of the week at a site. */
export interface Visit {
  /** 1 Monday to 5 Friday. */
  weekday: number;
  site: string;
}

/** A technician of the demo and their week. */
export interface PlannedTechnician {
  name: string;
  email: string;
  /** Code of the school where their day begins and ends. */
  homeSite: string;
  skills: string[];
  languages: string[];
  visits: Visit[];
  /** Codes of the sites that they serve, and of their own. */
  sites: string[];
}

const WEEKDAYS = [1, 2, 3, 4, 5] as const;
const TECHNICIANS = 16;
/** So many of them go nowhere in a usual week: they take what schools buy, and stand in for others. */
export const IN_RESERVE = 2;

const SKILLS = ['Chromebooks', 'iPads', 'Windows', 'macOS', 'Printers', 'Classroom displays', 'Networks'];
const LANGUAGES = ['Spanish', 'Mandarin', 'Korean', 'Vietnamese', 'Farsi'];

/**
 * Who of the demo's technicians is where on which weekday: each serves the schools nearest to their own until the week
 * is full. There are a few technicians too few, as in a real district.
 * @param first address of the technician who signs in, and the code of their own school
 */
export function planWeek(
  sites: readonly FleetSite[],
  points: ReadonlyMap<string, Point>,
  begins: number,
  first: { email: string; homeSite: string },
): PlannedTechnician[] {
  const model = districtModel(begins);
  const schools = sites.filter(({ pupils }) => pupils > 0);
  const left = new Map(
    schools.map((site) => [site.code, daysFor(site.type, enrolledIn(site, begins), model)]),
  );
  const taken = new Map<string, Set<number>>();
  const dice = new Dice();
  return spreadOut(schools, points, first.homeSite).map((home, i) => {
    dice.reseed(i, begins, 77);
    const { givenName, familyName } = inventName(dice);
    const visits = i < TECHNICIANS - IN_RESERVE ? fillWeek(home, { points, left, taken }) : [];
    return {
      name: `${givenName} ${familyName}`,
      email: i === 0 ? first.email : `${givenName}.${familyName}@irvine.example`.toLowerCase(),
      homeSite: home.code,
      skills: [SKILLS[i % SKILLS.length], SKILLS[(i + 3) % SKILLS.length]].filter(
        (skill) => skill !== undefined,
      ),
      languages: i % 2 === 0 ? [LANGUAGES[(i / 2) % LANGUAGES.length] ?? 'Spanish'] : [],
      visits,
      sites: [...new Set([home.code, ...visits.map(({ site }) => site)])],
    };
  });
}

interface Places {
  points: ReadonlyMap<string, Point>;
  /** Days that each site still lacks. */
  left: Map<string, number>;
  /** Weekdays on which somebody is at each site. */
  taken: Map<string, Set<number>>;
}

function fillWeek(home: FleetSite, { points, left, taken }: Places): Visit[] {
  const near = [...left.keys()].toSorted(
    (a, b) => distance(points, home.code, a) - distance(points, home.code, b),
  );
  const free = new Set<number>(WEEKDAYS);
  const visits: Visit[] = [];
  for (const site of near) {
    for (let lacking = left.get(site) ?? 0; lacking >= 1 && free.size > 0; lacking -= 1) {
      const there = taken.get(site) ?? new Set<number>();
      const weekday = [...free].find((day) => !there.has(day)) ?? [...free][0] ?? 1;
      free.delete(weekday);
      taken.set(site, there.add(weekday));
      left.set(site, lacking - 1);
      visits.push({ weekday, site });
    }
    if (free.size === 0) break;
  }
  return visits.toSorted((a, b) => a.weekday - b.weekday);
}

/** One school for each technician: the first, and then always the one that is farthest from those before it. */
function spreadOut(
  schools: readonly FleetSite[],
  points: ReadonlyMap<string, Point>,
  first: string,
): FleetSite[] {
  const homes = schools.filter(({ code }) => code === first);
  while (homes.length < Math.min(TECHNICIANS, schools.length)) {
    const next = schools
      .filter((school) => !homes.includes(school))
      .map((school) => ({
        school,
        nearest: Math.min(...homes.map((home) => distance(points, home.code, school.code))),
      }))
      .toSorted((a, b) => b.nearest - a.nearest)[0];
    if (!next) break;
    homes.push(next.school);
  }
  return homes;
}

function distance(points: ReadonlyMap<string, Point>, from: string, to: string): number {
  const [a, b] = [points.get(from), points.get(to)];
  return a && b ? kilometres(a, b) : 0;
}
