import { isoDay, parseDay } from '../../fleet/days.js';
import { Dice } from '../../fleet/dice.js';
import type { FleetSite } from '../../fleet/fleet-types.js';
import type { DemoYear } from '../demo-year.js';
import { enrolledIn } from './enrolled-students.js';
import { inventName, type PersonName } from './names.js';

/** Somebody of the demo: a student, or one of the staff. */
export interface DemoPerson extends PersonName {
  externalId: string;
  email: string;
  role: 'student' | 'staff';
  grade: string | null;
  /** Code of their site. */
  site: string;
  /** Code of the site that handed out their device; another where they have changed schools since. */
  servedAt: string;
  leftOn: string | null;
  /** Whether they take a device home. */
  takesDeviceHome: boolean;
}

const STUDENTS_A_STAFF_MEMBER = 19;
const LEAVES = { student: 0.006, staff: 0.012 };
const CHANGES_SCHOOL = 0.002;
/** The others use the computer in their room. */
const STAFF_WITH_LAPTOP = 0.6;

const GRADES: Readonly<Record<string, readonly string[]>> = {
  elementary: ['K', '1', '2', '3', '4', '5', '6'],
  k8: ['K', '1', '2', '3', '4', '5', '6', '7', '8'],
  middle: ['7', '8'],
  high: ['9', '10', '11', '12'],
};
const OTHER_GRADES = ['12'];
/** From this grade on a student takes a device home. */
const FIRST_TAKE_HOME_GRADE = 7;

/** Everybody at the demo's schools in one school year; the same year and day always make the same people. */
export function* inventPeople(
  sites: readonly FleetSite[],
  year: DemoYear,
  today: string,
): Generator<DemoPerson> {
  const dice = new Dice();
  const schools = sites.filter(({ pupils }) => pupils > 0);
  const days = { from: parseDay(year.handedOutOn) + 10, to: parseDay(today) - 3 };
  let number = 0;
  for (const school of schools) {
    const sisters = schools.filter(({ type, code }) => type === school.type && code !== school.code);
    const students = enrolledIn(school, year.begins);
    const staff = Math.ceil(students / STUDENTS_A_STAFF_MEMBER);
    for (let i = 0; i < students + staff; i += 1) {
      number += 1;
      dice.reseed(number, year.begins);
      const role = i < students ? 'student' : 'staff';
      const name = inventName(dice);
      const grades = GRADES[school.type] ?? OTHER_GRADES;
      const grade = role === 'student' ? dice.pick(grades) : null;
      const leaves = dice.chance(LEAVES[role]) && days.to > days.from;
      const moved = role === 'student' && sisters.length > 0 && dice.chance(CHANGES_SCHOOL);
      yield {
        ...name,
        externalId: `${role === 'student' ? 'S' : 'E'}${String(200_000 + number)}`,
        email: addressOf(name, role, number),
        role,
        grade,
        site: moved ? dice.pick(sisters).code : school.code,
        servedAt: school.code,
        leftOn: leaves ? isoDay(dice.between(days.from, days.to)) : null,
        takesDeviceHome:
          role === 'staff' ? dice.chance(STAFF_WITH_LAPTOP) : Number(grade) >= FIRST_TAKE_HOME_GRADE,
      };
    }
  }
}

/** The people as a student information system would hand them over, in the template for people. */
export function peopleFile(people: Iterable<DemoPerson>): string {
  const rows = [...people].map((person) =>
    [
      person.externalId,
      person.givenName,
      person.familyName,
      person.email,
      person.role,
      person.grade ?? '',
      person.site,
      person.leftOn ?? '',
    ].join(','),
  );
  return `${['Person ID,First name,Last name,Email,Role,Grade,Site code,Left on', ...rows].join('\n')}\n`;
}

/** `.example` can never receive mail (RFC 2606). */
function addressOf({ givenName, familyName }: PersonName, role: DemoPerson['role'], number: number): string {
  const domain = role === 'student' ? 'students.irvine.example' : 'irvine.example';
  return `${givenName}.${familyName}.${number}@${domain}`.toLowerCase();
}
