import { createHash } from 'node:crypto';
import { generateFleet } from '../../fleet/generate-fleet.js';
import { demoYear } from '../demo-year.js';
import { irvineSites, schoolPoints } from '../irvine.js';
import { planWeek } from '../support/week-plan.js';
import { checkedOut, type CheckOut } from './check-outs.js';
import { type DemoPerson, inventPeople, peopleFile } from './invented-people.js';

const TODAY = '2026-11-29';
const year = demoYear(TODAY);
const sites = irvineSites();

function people(): DemoPerson[] {
  return [...inventPeople(sites, year, TODAY)];
}

function checkOuts(): { tag: string; site: string; checkOut: CheckOut }[] {
  const fleet = generateFleet({ sites, story: 'irvine', to: '2014-10-31' });
  return [...checkedOut(fleet, people(), year, TODAY)].flatMap(({ assetTag, final, checkOut }) =>
    checkOut ? [{ tag: assetTag, site: final.site, checkOut }] : [],
  );
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

describe('the demo’s people', () => {
  it('are the same people with the same devices each time', () => {
    expect(digest(people())).toBe(digest(people()));
    expect(digest(checkOuts())).toBe(digest(checkOuts()));
    const first = { email: 'first@irvine.example', homeSite: '30736503030657' };
    const week = (): unknown => planWeek(sites, schoolPoints(), year.begins, first);
    expect(digest(week())).toBe(digest(week()));
  });

  it('have a number and an address each, and names that fit into a file', () => {
    const all = people();
    expect(all.length).toBeGreaterThan(40_000);
    expect(new Set(all.map(({ externalId }) => externalId)).size).toBe(all.length);
    expect(new Set(all.map(({ email }) => email)).size).toBe(all.length);
    const lines = peopleFile(all).trimEnd().split('\n');
    expect(lines).toHaveLength(all.length + 1);
    expect(lines.every((line) => line.split(',').length === 8)).toBe(true);
  });

  it('get a device at the site that serves them, once, before they leave, and not ahead of today', () => {
    const byNumber = new Map(people().map((person) => [person.externalId, person]));
    const found = checkOuts();
    expect(found.length).toBeGreaterThan(500);
    expect(new Set(found.map(({ checkOut }) => checkOut.person)).size).toBe(found.length);
    for (const { tag, site, checkOut } of found) {
      const person = byNumber.get(checkOut.person);
      expect([tag, person?.servedAt]).toEqual([tag, site]);
      expect(checkOut.on < TODAY && checkOut.on < (person?.leftOn ?? TODAY)).toBe(true);
      expect(checkOut.dueOn === null || checkOut.dueOn > checkOut.on).toBe(true);
    }
  });
});
