import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from '../../scripts/prepare.mjs';
import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import { sendBig } from '../support/big-upload.js';
import { devicesCsv, districtWithSites, numbered } from '../support/imports.js';
import { RollcallChild } from '../support/rollcall-child.js';

const TWO_GB = 2 * 1024 ** 3;
const ZEROS = Buffer.alloc(1024 * 1024);
const CSV = Buffer.from(devicesCsv(numbered(10_000)));

let app: TestApp;
let district: TestDistrict;
let child: RollcallChild;
/** Of the child alone: other tests upload beside this one. */
let folder: string;

beforeAll(async () => {
  await prepare(() => undefined);
  app = await testApp({});
  district = await districtWithSites(app);
  folder = await mkdtemp(join(tmpdir(), 'rollcall-sizes-'));
  child = await RollcallChild.start(app.database.appUrl, 'api', folder);
}, 300_000);

afterAll(async () => {
  await child.killHard();
  await app.close();
  await rm(folder, { recursive: true });
});

async function spooled(): Promise<number> {
  return (await readdir(folder)).filter((name) => name.startsWith('rollcall-upload-')).length;
}

describe('an upload of 2 GB', () => {
  it.each([
    ['zeros', 'said beforehand', ZEROS, true],
    ['zeros', 'without a length', ZEROS, false],
    ['CSV', 'without a length', CSV, false],
  ])('of %s, %s, is refused with 413 while the memory stays flat', async (_what, _how, piece, saysLength) => {
    const before = await child.mostMemory();
    const answer = await sendBig(child.url, district.admin.token, piece, TWO_GB, saysLength);
    expect(answer).toMatchObject({
      status: 413,
      code: 'UPLOAD_TOO_LARGE',
      detail: expect.stringContaining('512 MB'),
    });
    if (saysLength) expect(answer.sent).toBeLessThan(64 * 1024 * 1024);
    else expect(answer.sent).toBeLessThan(700 * 1024 * 1024);
    expect((await child.mostMemory()) - before).toBeLessThan(150);
    expect(await spooled()).toBe(0);
    expect(child.isAlive).toBe(true);
  });
});
