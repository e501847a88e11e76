/**
 * `npm run pictures`: loads the demo into a folder of its own and takes the pictures of the documentation.
 * `npm run pictures -- --all FOLDER` takes every page instead, as each role, on a phone and a desktop, light and dark,
 * in English and Spanish: for looking through them. `--all FOLDER its/desktop-dark-en technician/phone` takes only these.
 */
import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { findOrUnpackPrograms, programPath } from './test-programs.mjs';

const ROOT = join(import.meta.dirname, '..');
const PORT = 3979;
const URL_OF_DEMO = `http://127.0.0.1:${PORT}`;
const LOADED_WITHIN_MS = 10 * 60_000;
const STOPS_WITHIN_MS = 15_000;
/** The demo must not touch the database, the queue or the mail server of whoever takes the pictures. */
const SETTINGS = /^(?:DATABASE_\w+|REDIS_URL|SMTP_\w+|PUBLIC_URL|ROLE|HOST)$/;
/** After the last request: charts are drawn, and lists have settled. */
const SETTLED_MS = 700;
const SETTLES_WITHIN_MS = 4_000;

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1440, height: 900 };

/** Pictures of the documentation: who looks at what, on which screen. */
const PICTURES = [
  { name: 'home', role: 'its', path: '/', viewport: DESKTOP },
  { name: 'devices', role: 'its', path: '/devices', viewport: DESKTOP },
  { name: 'school', role: 'site_staff', path: '/', viewport: DESKTOP },
  { name: 'scan', role: 'technician', path: '/scan', viewport: PHONE, before: scanSome },
  { name: 'sweep', role: 'technician', path: '/sweeps', viewport: PHONE },
  { name: 'device', role: 'technician', path: '/devices', viewport: PHONE, before: openFirst },
];

/** Every page; who may not open one sees why. `{sites}` is the id of the first in the list of sites. */
const PAGES = [
  '/',
  '/scan',
  '/scan/attention',
  '/devices',
  '/devices/{devices}',
  '/devices/new',
  '/devices/change?q=10',
  '/inbox',
  '/inbox?tab=unknown',
  '/inbox?tab=departures',
  '/sweeps',
  '/sweeps/{sweeps}',
  '/sweeps/{sweeps}/close',
  '/loans',
  '/loans/check-out',
  '/loans/check-in',
  '/places',
  '/labels',
  '/problems',
  '/problems/new',
  '/support',
  '/support/new',
  '/sites',
  '/sites/new',
  '/sites/{sites}',
  '/imports',
  '/imports/new',
  '/imports/{imports}',
  '/accounts',
  '/accounts/new',
  '/accounts/{accounts}',
  '/coverages',
  '/coverages?state=expired',
  '/coverages/look-ups',
  '/coverage-rules',
  '/coverage-rules/new',
  '/coverage-rules/{coverage-rules}',
  '/claims',
  '/claims?view=clock',
  '/claims?show=all',
  '/claims/{claims}',
  '/claims/new',
  '/claims/new?device={devices}',
  '/claims/replies',
  '/warranty',
  '/claim-batches',
  '/claim-batches/new',
  '/claim-batches/{claim-batches}',
  '/claim-layouts',
  '/claim-layouts/new',
  '/claim-layouts/{claim-layouts}',
  '/vendors',
  '/vendors/new',
  '/vendors/{vendors}',
  '/vendors/{vendors}/people',
  '/vendors/{vendors}/delivery',
  '/nowhere',
];
const ROLES = ['admin', 'its', 'technician', 'site_staff', 'vendor'];

const [flag, folder, ...only] = process.argv.slice(2);
if (flag !== undefined && (flag !== '--all' || !folder)) {
  console.error('Name the folder for the pictures: npm run pictures -- --all FOLDER');
  process.exit(1);
}
await findOrUnpackPrograms();
const data = await mkdtemp(join(tmpdir(), 'rollcall-pictures-'));
// Started as root, PostgreSQL runs as another user, who has to pass through.
await chmod(data, 0o711);
const demo = startDemo(data);
let browser;
try {
  browser = await chromium.launch({
    executablePath: programPath('chromium'),
    args: ['--no-sandbox'],
    // Its own handlers would end this process before the demo has stopped.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const signIns = await demo.signIns();
  if (flag === '--all') await takeAll(signIns);
  else await takePictures(signIns);
} finally {
  await browser?.close();
  await demo.stop();
  await rm(data, { recursive: true, force: true });
}

async function takePictures(signIns) {
  const into = join(ROOT, 'docs/pictures');
  await mkdir(into, { recursive: true });
  for (const { name, role, path, viewport, before } of PICTURES) {
    const page = await signedIn(signIns.get(role), { viewport, colorScheme: 'light', locale: 'en-US' });
    await open(page, path);
    await before?.(page);
    await page.screenshot({ path: join(into, `${name}.png`) });
    await page.context().close();
    process.stdout.write(`${name}\n`);
  }
}

async function takeAll(signIns) {
  for (const role of ROLES)
    for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP }))
      for (const colorScheme of ['light', 'dark'])
        for (const locale of ['en-US', 'es-US']) {
          const look = `${role}/${size}-${colorScheme}-${locale.slice(0, 2)}`;
          if (only.length > 0 && !only.some((one) => look.startsWith(one))) continue;
          const page = await signedIn(signIns.get(role), { viewport, colorScheme, locale });
          const into = join(folder, look);
          await mkdir(into, { recursive: true });
          for (const path of PAGES) {
            await open(page, path);
            const name = path.replaceAll(/\W+/g, '-').replaceAll(/^-|-$/g, '') || 'home';
            await page.screenshot({ path: join(into, `${name}.png`), fullPage: true });
          }
          await page.context().close();
          process.stdout.write(`${into}\n`);
        }
}

async function signedIn({ email, password }, options) {
  const context = await browser.newContext({ ...options, baseURL: URL_OF_DEMO, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto('/');
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.locator('header [data-waiting]').waitFor();
  return page;
}

async function open(page, path) {
  await page.goto(await withIds(page, path));
  // The list of devices for work without a network may still be coming in; no picture shows it.
  await page.waitForLoadState('networkidle', { timeout: SETTLES_WITHIN_MS }).catch(() => undefined);
  await sleep(SETTLED_MS);
}

/** The path with ids in place of lists. Where somebody may not see a list, the page has to say so. */
async function withIds(page, path) {
  const [, list] = /\{([\w-]+)\}/.exec(path) ?? [];
  if (!list) return path;
  const answer = await page.request.get(`/api/v1/${list}?limit=1`);
  const { items = [] } = answer.ok() ? await answer.json() : {};
  return path.replace(`{${list}}`, items[0]?.id ?? 'unknown');
}

/** Some scans, as a scanner types them. */
async function scanSome(page) {
  const { items } = await (await page.request.get('/api/v1/devices?status=deployed&limit=3')).json();
  for (const { assetTag } of items) {
    await page.keyboard.type(assetTag, { delay: 5 });
    await page.keyboard.press('Enter');
    await sleep(SETTLED_MS);
  }
  await sleep(SETTLED_MS);
}

async function openFirst(page) {
  await page.locator('.card-title a').first().click();
  await page.waitForLoadState('networkidle');
  await sleep(SETTLED_MS);
}

/** The demo as `npm run demo` starts it, on data and a port of its own. */
function startDemo(dataFolder) {
  const inherited = Object.entries(process.env).filter(([name]) => !SETTINGS.test(name));
  const env = { ...Object.fromEntries(inherited), PORT: String(PORT), ROLLCALL_DATA: dataFolder };
  // A process group of its own, so that everything it started can be ended with it.
  const child = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs'), '--demo'], { env, detached: true });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'));
  let output = '';
  child.stdout.on('data', (part) => (output += part));
  child.stderr.on('data', (part) => (output += part));
  return {
    /** One sign-in for each role, as the demo prints them. */
    async signIns() {
      for (const end = Date.now() + LOADED_WITHIN_MS; Date.now() < end; await sleep(500)) {
        if (child.exitCode !== null || child.signalCode !== null) break;
        if (!output.includes('"msg":"ready"')) continue;
        const rows = [...output.matchAll(/^\s*(\w+)\s+.*?\s(\S+@\S+)\s+(\S+)\s*$/gm)];
        if (rows.length > 0)
          return new Map(rows.map(([, role, email, password]) => [role, { email, password }]));
      }
      throw new Error(`the demo did not start:\n${output}`);
    },
    async stop() {
      child.kill('SIGTERM');
      const isOver = () => child.exitCode !== null || child.signalCode !== null;
      for (const end = Date.now() + STOPS_WITHIN_MS; !isOver() && Date.now() < end;) await sleep(100);
      if (!isOver() && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    },
  };
}
