import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepare } from '../../scripts/prepare.mjs';
import { programPath } from '../../scripts/test-programs.mjs';
import { AccountsService } from '../../src/access/accounts/accounts.service.js';
import type { Role } from '../../src/access/scope.js';
import { pickFreePort } from '../../src/database/embedded/embedded-server.js';
import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import { RollcallProcess } from '../support/rollcall-process.js';

const CHROMIUM = programPath('chromium');
if (CHROMIUM) await prepare(() => undefined);

/** The tests of the pages, where there is a browser to look at them with. */
export const describePages = CHROMIUM ? describe : describe.skip;

export const PASSWORD = 'correct horse battery';
export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1440, height: 900 };

/** The built server on a database of its own, and a real browser before it. */
export class Web {
  private process: RollcallProcess | undefined;
  private accounts = 0;

  private constructor(
    readonly app: TestApp,
    readonly browser: Browser,
    private readonly port: number,
  ) {}

  static async start(chromiumArgs: string[] = []): Promise<Web> {
    const app = await testApp({});
    const args = ['--no-sandbox', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: [...args, ...chromiumArgs] });
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
    this.process = new RollcallProcess({
      DATABASE_URL: this.app.database.appUrl,
      DATABASE_OWNER_URL: this.app.database.ownerUrl,
      PORT: String(this.port),
      ROLE: 'api',
      LOG_LEVEL: 'debug',
    });
    await this.process.ready();
  }

  async kill(): Promise<void> {
    this.process?.signal('SIGKILL');
    await this.process?.ended();
  }

  /** Somebody with a password. */
  async account(
    district: TestDistrict,
    role: Role,
    reach: { sites?: string[]; regions?: string[] } = {},
  ): Promise<string> {
    this.accounts += 1;
    const email = `${role}-${this.accounts}-${district.slug}@test.example`;
    const accounts = this.app.get(AccountsService);
    await accounts.create(district.id, { email, role, password: PASSWORD, ...reach });
    return email;
  }

  /** A phone or a computer of its own: another storage, another session. */
  async context(viewport = PHONE, more: object = {}): Promise<BrowserContext> {
    const options = { viewport, baseURL: this.url, permissions: ['camera'], ...more };
    const context = await this.browser.newContext(options);
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
    await this.browser.close();
    await this.process?.stop();
    await this.app.close();
  }
}

export async function signIn(page: Page, email: string): Promise<void> {
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Account' }).waitFor();
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

/**
 * Types a code as a scanner does: fast, with Enter, wherever the focus is. The keys are made in the page, as a browser
 * on a machine that tests keep busy takes longer for each than a scanner does.
 */
export async function typeAsScanner(page: Page, code: string): Promise<void> {
  await page.evaluate((text) => {
    for (const key of [...text, 'Enter'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }, code);
}

/** Scans that are listed on the page: their codes and whether they were sent. */
export function listed(page: Page): Promise<{ code: string; state: string }[]> {
  return page.locator('.running li').evaluateAll((lines) =>
    lines.map((line) => ({
      code: line.getAttribute('data-code') ?? '',
      state: line.getAttribute('data-state') ?? '',
    })),
  );
}

export async function untilSent(page: Page): Promise<void> {
  await until(
    async () => (await page.locator('header [data-waiting]').getAttribute('data-waiting')) === '0',
    'everything is sent',
  );
}

/** Chooses one of a field's choices, as somebody who types does where it can be typed. */
export async function choose(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label, exact: true });
  await field.click();
  if (await field.isEditable()) await field.fill(text);
  await page.getByRole('option').filter({ hasText: text }).first().click();
}

/** Says a place of its own, which no device stands in yet. */
export async function fillPlace(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).fill(text);
  await page.keyboard.press('Escape');
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
