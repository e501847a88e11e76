import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Request,
} from 'playwright-core';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepare } from '../../scripts/prepare.mjs';
import { programPath } from '../../scripts/test-programs.mjs';
import { AccountsService } from '../../src/access/accounts/accounts.service.js';
import type { Role } from '../../src/access/scope.js';
import { pickFreePort } from '../../src/database/embedded/embedded-server.js';
import {
  addVendor,
  TEST_SECRETS_KEY,
  testApp,
  type TestApp,
  type TestDistrict,
  type UserReach,
} from '../support/app.js';
import { RollcallProcess } from '../support/rollcall-process.js';

const CHROMIUM = programPath('chromium');
if (CHROMIUM) await prepare(() => undefined);

/**
 * The browser's own suggestions are web pages, which each new window would load: a sixth of a spec's processor time. The
 * other features ask services on the internet, or hold the first picture of a page back.
 */
const UNUSED_FEATURES = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'AimEnabled',
  'MediaRouter',
  'OptimizationHints',
  'PreconnectToSearch',
  'HttpsUpgrades',
  'PaintHolding',
];
const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--disable-features=${UNUSED_FEATURES.join(',')}`,
];

/** The tests of the pages, where there is a browser to look at them with. */
export const describePages = CHROMIUM ? describe : describe.skip;

export const PASSWORD = 'correct horse battery';
export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1440, height: 900 };

/** Where a worker keeps what its specs share: the modules of the tests are loaded anew for each spec. */
const SHARED = Symbol.for('rollcall.shared-web');
const worker = globalThis as { [SHARED]?: Promise<Web> };

/** The built server, and a real browser before it. */
export class Web {
  private process: RollcallProcess | undefined;
  private accounts = 0;
  private readonly contexts = new Set<BrowserContext>();

  private constructor(
    readonly app: TestApp,
    readonly browser: Browser,
    private readonly port: number,
    private readonly isShared = false,
  ) {}

  /** The server and the browser that all specs of a worker share. Each spec makes districts of its own. */
  static async start(): Promise<Web> {
    worker[SHARED] ??= Web.alone().catch((error: Error) => {
      // The next spec tries again.
      worker[SHARED] = undefined;
      throw error;
    });
    const { app, browser, port, process } = await worker[SHARED];
    const web = new Web({ ...app, close: async () => undefined }, browser, port, true);
    web.process = process;
    return web;
  }

  /**
   * For a spec that kills the server, reads its log, needs nobody in the database, or sets up the browser.
   * @param env settings of the process that works on jobs and letters
   */
  static async alone(chromiumArgs: string[] = [], env: Record<string, string> = {}): Promise<Web> {
    const app = await testApp(env);
    const args = [...CHROMIUM_ARGS, ...chromiumArgs];
    const browser = await chromium.launch({ executablePath: CHROMIUM, args });
    const web = new Web(app, browser, await pickFreePort());
    await web.serve();
    return web;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What the server has logged, requests included. */
  get log(): string {
    return this.process?.stdout ?? '';
  }

  /** The link that the server prints while nobody can sign in. */
  async setUpLink(): Promise<string> {
    return (await this.process?.setUpLink()) ?? '';
  }

  /** Starts the server, also after it was killed, where it was. */
  async serve(): Promise<void> {
    const env = {
      DATABASE_URL: this.app.database.appUrl,
      DATABASE_OWNER_URL: this.app.database.ownerUrl,
      PORT: String(this.port),
      SECRETS_KEY: TEST_SECRETS_KEY,
      ROLE: 'api',
      LOG_LEVEL: 'debug',
    };
    this.process = new RollcallProcess(env, { endsWithUs: true });
    await this.process.ready();
  }

  async kill(): Promise<void> {
    this.process?.signal('SIGKILL');
    await this.process?.ended();
  }

  /** Somebody with a password. */
  async account(district: TestDistrict, role: Role, reach: UserReach = {}): Promise<string> {
    this.accounts += 1;
    const email = `${role}-${this.accounts}-${district.slug}@test.example`;
    const accounts = this.app.get(AccountsService);
    const work =
      role === 'vendor' && !reach.vendorId ? { vendorId: await addVendor(this.app, district.id) } : {};
    await accounts.create(district.id, { email, role, password: PASSWORD, ...reach, ...work });
    return email;
  }

  /**
   * A phone or a computer of its own: another storage, another session. Unless `more` allows the service worker, nothing
   * is kept for work without a network: to load and compile all pages for that takes a second of a processor. Nothing
   * moves either, so that no test looks at a window that is still on its way.
   */
  async context(viewport = PHONE, more: BrowserContextOptions = {}): Promise<BrowserContext> {
    const options = {
      viewport,
      baseURL: this.url,
      permissions: ['camera'],
      serviceWorkers: 'block',
      reducedMotion: 'reduce',
      ...more,
    };
    const context = await this.browser.newContext(options as BrowserContextOptions);
    this.contexts.add(context);
    await context.addInitScript(READ_NOTE);
    return context;
  }

  /** A page of somebody who has signed in, with all that a device keeps already there. */
  async signedIn(context: BrowserContext, email: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto('/');
    await signIn(page, email);
    await untilSynced(page);
    return page;
  }

  async close(): Promise<void> {
    for (const context of this.contexts) await context.close();
    if (this.isShared) return;
    await this.browser.close();
    await this.process?.stop();
    await this.app.close();
  }
}

export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Account' }).waitFor();
}

/** Shows the page in Spanish. */
export async function inSpanish(page: Page): Promise<void> {
  await page.request.patch('/api/v1/session', { data: { language: 'es' } });
  // The page may have heard of it already, and be loading itself again.
  await page.reload().catch(() => page.waitForLoadState());
  // Or it hears of it only now, and loads itself once more.
  await page.waitForFunction(() => document.documentElement.lang === 'es');
}

const underWay = new WeakMap<Page, Set<Request>>();

/** Notes from now on which requests of a page have no answer yet, for `untilAnswered`. */
export function watchRequests(page: Page): void {
  const requests = new Set<Request>();
  underWay.set(page, requests);
  page.on('request', (request) => requests.add(request));
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
}

/**
 * Goes to another page of the app as a link within the app does, which loads only what that page needs, and waits until
 * it has its answers. To load the app again for each page takes a processor two seconds.
 */
export async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => window.history.pushState({}, '', to), path);
  await untilAnswered(page);
}

/** Waits until a page has asked for all that it needs, and has the answers. */
export async function untilAnswered(page: Page): Promise<void> {
  const requests = underWay.get(page);
  if (!requests) throw new Error('watchRequests was not called');
  let quietSince = Date.now();
  const isQuiet = async (): Promise<boolean> => {
    if (requests.size > 0) quietSince = Date.now();
    return Date.now() - quietSince > QUIET_MS;
  };
  await until(isQuiet, 'the page has its answers');
}

/** Waits until the device knows the codes of the district. */
export async function untilSynced(page: Page): Promise<void> {
  await until(() => page.evaluate(() => readNote('field.at')), 'the codes of the district are there');
}

/** Waits until something is so; fails after half a minute, and says what never was. */
export async function until(isSo: () => Promise<unknown>, what: string): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(50))
    if (await isSo().catch(() => false)) return;
  throw new Error(`never: ${what}`);
}

/** For a page that goes on without a network, and moves as it does for most people. */
export const WORKS_OFFLINE: BrowserContextOptions = {
  serviceWorkers: 'allow',
  reducedMotion: 'no-preference',
};

/** A page asks for what it needs within this time of the answer before. */
const QUIET_MS = 300;

/** Scans that are listed on the page: their codes and whether they were sent. */
export function listed(page: Page): Promise<{ code: string; state: string }[]> {
  return page.locator('.running li').evaluateAll((lines) =>
    lines.map((line) => ({
      code: line.getAttribute('data-code') ?? '',
      state: line.getAttribute('data-state') ?? '',
    })),
  );
}

/** Until every scan of the page is answered, and the badge says so. The badge alone may not have heard of the last one. */
export async function untilSent(page: Page): Promise<void> {
  await until(async () => (await waitingScans(page)) === 0, 'every scan is answered');
  await until(
    async () => (await page.locator('header [data-waiting]').getAttribute('data-waiting')) === '0',
    'everything is sent',
  );
}

/** How many lines of the journals on this device no server has answered. */
async function waitingScans(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const answerOf = async <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error(String(request.error))));
      });
    let count = 0;
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await answerOf(indexedDB.open(name));
      try {
        const scans = database.transaction('scans').objectStore('scans');
        count += await answerOf(scans.index('state').count('waiting'));
      } finally {
        database.close();
      }
    }
    return count;
  });
}

/** All that this device keeps in one store, for the first account that has used it. */
export async function kept<T = unknown>(page: Page, store: string): Promise<T[]> {
  const rows: unknown[] = await page.evaluate(async (wanted) => {
    const databases = await indexedDB.databases();
    const name = databases.find((one) => one.name?.startsWith('rollcall-'))?.name ?? '';
    const opening = indexedDB.open(name);
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.addEventListener('success', () => resolve(opening.result));
    });
    const reading = database.transaction(wanted).objectStore(wanted).getAll();
    return new Promise<unknown[]>((resolve) => {
      reading.addEventListener('success', () => {
        database.close();
        resolve(reading.result);
      });
    });
  }, store);
  return rows as T[];
}

/** Chooses one of a field's choices, as somebody who types does where it can be typed. */
export async function choose(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label, exact: true });
  await field.click();
  if (await field.isEditable()) await field.fill(text);
  await page.getByRole('option').filter({ hasText: text }).first().click();
}

/** Picks what a scan does, by the name of its button. */
export async function pickAction(page: Page, name: string): Promise<void> {
  await openSetup(page);
  await page
    .locator('label.action')
    .filter({ hasText: new RegExp(`^${name}$`) })
    .click();
}

/** Shows what is picked before scanning, where a phone has made one line of it. */
export async function openSetup(page: Page): Promise<void> {
  const line = page.locator('.setup-line');
  await page.locator('.setup').waitFor();
  if ((await line.isVisible()) && (await line.getAttribute('aria-expanded')) === 'false') await line.click();
}

/** Chooses a room or a cart by its name; adds it where there is none yet, as a person does: by choosing to. */
export async function fillPlace(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label, exact: true });
  await field.click();
  await field.fill(text);
  const known = page.getByRole('option', { name: text, exact: true });
  const added = page.getByRole('option', { name: new RegExp(`^Add (?:room|cart) ${text}$`) });
  await known.or(added).click();
}

/** In the page: a note that the app keeps. */
declare function readNote(key: string): Promise<unknown>;

/** What pages of tests have beside the app: a look into its storage. */
const READ_NOTE = `
  window.readNote = async (key) => {
    const databases = await indexedDB.databases();
    const found = databases.find(({ name }) => name?.startsWith('rollcall-'));
    if (!found) return undefined;
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open(found.name);
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const reading = database.transaction('notes').objectStore('notes').get(key);
        reading.onsuccess = () => { database.close(); resolve(reading.result?.value); };
        reading.onerror = () => { database.close(); reject(reading.error); };
      };
    });
  };`;
