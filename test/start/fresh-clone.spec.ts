/**
 * What a person types after `git clone`, as they type it: a clone of the last commit (what is not committed is not
 * tried) in a home that nobody else can enter, without anything of this project's own environment. As root this is
 * tried as an ordinary user, who also installs, builds and tests, and then as root with what that made.
 */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type NpmRun,
  type Person,
  registryAnswers,
  SharedByPeople,
  usersToTry,
  whyNot,
} from '../support/person.js';

// To install and to build takes a minute each on a quiet machine, and a busy one may need ten times as long.
const PATIENCE_MS = 30 * 60_000;
const REDIS_TEST = 'says once that Redis stopped, runs jobs from the table, and recovers';
const SMALL_TEST = 'are UUIDs of version 7';
const ACCOUNT = { email: 'admin@clone.example', password: 'correct horse battery' };

/** Starts Rollcall on a free port and waits until it serves. */
async function start(person: Person): Promise<{ rollcall: NpmRun; url: string }> {
  const rollcall = person.npm(['start'], { PORT: '0' });
  const [, url] = await rollcall.says(/"url":"([^"]+)".*"msg":"ready"/);
  return { rollcall, url: url ?? '' };
}

async function post(url: string, body: object): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return answer.status;
}

async function stopWhole(rollcall: NpmRun, dataDir: string): Promise<void> {
  await rollcall.stop();
  expect(rollcall.stdout).toContain('"msg":"stopped"');
  expect(existsSync(join(dataDir, 'postgres/PG_VERSION'))).toBe(true);
  expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
}

/** Where the data of this person's clone has to be, and nothing anywhere else. */
async function dataFolder(person: Person): Promise<string> {
  const usual = join(person.clone, 'data');
  const elsewhere = await person.foldersElsewhere();
  if (person.user.uid !== 0) {
    expect(elsewhere).toEqual([]);
    expect((await readdir(usual)).toSorted()).toEqual(['postgres', 'secrets.key']);
    return usual;
  }
  expect(elsewhere).toEqual([await person.elsewhere()]);
  expect(await readdir(usual)).toEqual(['elsewhere']);
  return elsewhere[0] ?? '';
}

const reachable = registryAnswers();
const users = usersToTry().map((user) => ({
  user,
  problem: reachable ? whyNot(user) : 'the npm registry cannot be reached from here',
}));
const installer = users.find(({ problem }) => !problem)?.user;
let shared: SharedByPeople;

beforeAll(async () => {
  if (reachable) shared = await SharedByPeople.make();
}, PATIENCE_MS);

afterAll(() => shared?.remove(), PATIENCE_MS);

for (const { user, problem } of users) {
  const name = `a fresh clone of ${user.name}`;
  (problem ? describe.skip : describe)(problem ? `${name}, not tried because ${problem}` : name, () => {
    let person: Person;

    beforeAll(async () => {
      person = await shared.person(user);
    }, PATIENCE_MS);

    it(
      'starts, is set up, stops, and finds its data again',
      async () => {
        const first = await start(person);
        const made = first.rollcall.stderr.match(/Installing packages|Building/g) ?? [];
        expect(made).toEqual(person.isFirst ? ['Installing packages', 'Building'] : []);
        const [, link] = await first.rollcall.says(/(http:\S+\/setup\/\S+)\s/);
        expect((await fetch(link ?? '')).status).toBe(200);
        const dataDir = await dataFolder(person);
        const told = first.rollcall.all.split('Rollcall keeps its data in').slice(1);
        expect(told).toEqual(user.uid === 0 ? [expect.stringContaining(` ${dataDir}: `)] : []);
        const district = { name: 'Clone', slug: 'clone', timeZone: 'America/Los_Angeles' };
        const setUp = new URL(link ?? '');
        const answer = { district, account: { ...ACCOUNT, name: 'Admin' } };
        expect(await post(`${setUp.origin}/api/v1${setUp.pathname}`, answer)).toBe(201);
        await stopWhole(first.rollcall, dataDir);

        const second = await start(person);
        expect(await post(`${second.url}/api/v1/session`, ACCOUNT)).toBe(204);
        await stopWhole(second.rollcall, dataDir);
        expect(second.rollcall.stderr).not.toMatch(/Installing|Building|keeps its data|set up/i);
        expect(await dataFolder(person)).toBe(dataDir);
        expect((await person.added()).filter((line) => !line.includes('.cache'))).toEqual([
          '!! data/',
          '!! dist/',
          '!! node_modules/',
        ]);
      },
      PATIENCE_MS,
    );

    if (user !== installer) return;

    it(
      'runs tests, those on Redis among them where its package can be downloaded',
      async () => {
        const files = ['test/jobs/queue-away.spec.ts', 'src/common/ids.spec.ts'];
        const tests = person.npm(['test', '--', ...files, '--verbose', '-t', `${REDIS_TEST}|${SMALL_TEST}`]);
        const exitCode = await tests.ended();
        if (exitCode !== 0) throw new Error(`npm test ended with ${exitCode}:\n${tests.all}`);
        const hasRedis = existsSync(join(person.clone, '.cache/test-programs/redis-server/run'));
        expect(tests.all).toContain(`✓ ${SMALL_TEST}`);
        expect(tests.all).toContain(`${hasRedis ? '✓' : '○ skipped'} ${REDIS_TEST}`);
        expect(tests.all).toMatch(
          hasRedis ? /^2 passed, 0 failed, \d+ skipped$/m : /^1 passed, 0 failed, [1-9]\d* skipped$/m,
        );
        const skipped = 'skipped: the tests of the queue on Redis, because this machine has no redis-server';
        expect(tests.all.includes(skipped)).toBe(!hasRedis);
        expect((await person.added()).toSorted()).toEqual([
          '!! .cache/',
          '!! data/',
          '!! dist/',
          '!! node_modules/',
        ]);
        await dataFolder(person);
        const inHome = await readdir(person.home);
        expect(inHome.filter((entry) => !['.npmrc', '.cache', 'rollcall'].includes(entry))).toEqual([]);
      },
      PATIENCE_MS,
    );
  });
}
