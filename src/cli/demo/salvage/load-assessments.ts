import { DataSource } from 'typeorm';
import type { Scope } from '../../../access/scope.js';
import { AssessmentPhotos } from '../../../salvage/assessment/photos/assessment-photos.service.js';
import { Assessments } from '../../../salvage/assessment/assessments.service.js';
import type { Recommendation } from '../../../salvage/assessment/rules/rules.js';
import { asOf, instantOf } from '../demo-clock.js';
import { type DemoStage, scopeOf } from '../demo-stage.js';
import { shifted } from '../demo-year.js';
import { ITS_EMAIL } from '../people/demo-accounts.js';
import { demoPhoto } from './demo-photo.js';

const GOOD = { battery: 'good', powersOn: 'yes', screen: 'good', input: 'works', managementLock: 'off' };

interface Seen {
  kind: string;
  /** Retired, if nothing is said. */
  status?: 'in_stock' | 'retired';
  /** Which devices of the kind: the newest by purchase, or the oldest. */
  age: 'newest' | 'oldest';
  count: number;
  /** Days ago. */
  days: number;
  time: string;
  answers?: Record<string, string>;
  note?: string;
  parts?: { name: string; count: number; serialNumber?: string }[];
  hasPhoto?: true;
  /** What a person decided instead, and why. */
  instead?: [result: Recommendation, reason: string];
}

/** Every result that there is, and one battery that nobody can do anything with but recycle it. */
const SEEN: readonly Seen[] = [
  { kind: 'ipad', status: 'in_stock', age: 'newest', count: 6, days: 9, time: '09:05' },
  {
    kind: 'ipad',
    status: 'in_stock',
    age: 'newest',
    count: 3,
    days: 9,
    time: '10:40',
    answers: { screen: 'broken' },
  },
  { kind: 'chromebook', age: 'oldest', count: 8, days: 8, time: '13:20' },
  { kind: 'chromebook', age: 'oldest', count: 4, days: 8, time: '14:30', answers: { input: 'faulty' } },
  {
    kind: 'chromebook',
    age: 'newest',
    count: 2,
    days: 6,
    time: '09:30',
    answers: { managementLock: 'on' },
    parts: [
      { name: 'Screen', count: 1 },
      { name: 'Keyboard', count: 1 },
    ],
  },
  {
    kind: 'chromebook',
    age: 'newest',
    count: 1,
    days: 6,
    time: '11:10',
    answers: { battery: 'swollen' },
    note: 'The bottom is bent.',
  },
  {
    kind: 'laptop',
    age: 'newest',
    count: 4,
    days: 3,
    time: '15:00',
    instead: ['sell', 'A buyer offered $60 for each of this model.'],
  },
  {
    kind: 'laptop',
    age: 'oldest',
    count: 2,
    days: 3,
    time: '15:45',
    instead: ['donate', 'The library asked for two laptops.'],
  },
  {
    kind: 'laptop',
    age: 'newest',
    count: 2,
    days: 2,
    time: '08:10',
    instead: ['reuse', 'The testing lab needs two spare laptops until June.'],
  },
  {
    kind: 'laptop',
    age: 'newest',
    count: 1,
    days: 2,
    time: '08:30',
    answers: { input: 'faulty' },
    hasPhoto: true,
    instead: ['repair', 'There is a keyboard for it on the shelf.'],
  },
  {
    kind: 'laptop',
    age: 'oldest',
    count: 2,
    days: 2,
    time: '08:50',
    answers: { powersOn: 'no', screen: 'broken' },
    hasPhoto: true,
  },
];

/** Devices that were assessed, one time of day for each sort. */
export async function loadAssessments(
  stage: DemoStage,
  accounts: ReadonlyMap<string, string>,
): Promise<void> {
  const its = await scopeOf(stage, accounts.get(ITS_EMAIL) ?? '');
  const used: string[] = [];
  for (const seen of SEEN) used.push(...(await load(stage, its, seen, used)));
}

/** @returns ids of the devices, so that none is assessed twice */
async function load(
  { session, scope, today }: DemoStage,
  its: Scope,
  { kind, status = 'retired', age, count, days, time, answers, note, parts = [], hasPhoto, instead }: Seen,
  used: readonly string[],
): Promise<string[]> {
  const source = session.app.get(DataSource);
  const at = instantOf(scope.timeZone, shifted(today, -days), time);
  const known = await source.query<{ id: string }[]>(
    `SELECT device_id AS id FROM assessments WHERE district_id = $1 AND assessed_at = $2`,
    [scope.districtId, at],
  );
  const before = known.map(({ id }) => id);
  const devices = await source.query<{ id: string }[]>(
    `SELECT id FROM devices
      WHERE district_id = $1 AND status = $6 AND kind = $2 AND status_since < $3 AND NOT id = ANY ($4::uuid[])
      ORDER BY purchased_on ${age === 'newest' ? 'DESC NULLS LAST' : 'ASC NULLS LAST'}, id LIMIT $5`,
    [scope.districtId, kind, at, [...used, ...before], Math.max(0, count - before.length), status],
  );
  const assessments = session.app.get(Assessments);
  const photos = session.app.get(AssessmentPhotos);
  for (const { id: deviceId } of devices)
    await asOf(session, at, async () => {
      const body = { deviceId, answers: { ...GOOD, ...answers }, note, parts, apply: false };
      const { id } = await assessments.create(its, body);
      if (hasPhoto) await photos.add(its, id, demoPhoto(answers?.['screen'] === 'broken'));
      if (!instead) return;
      const [result, reason] = instead;
      await assessments.overrule(its, id, { result, reason, apply: false });
    });
  return [...before, ...devices.map(({ id }) => id)];
}
