import { MOST_LABELS } from '../../src/scanning/labels/labels.dto.js';
import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import { longestHold } from '../support/event-loop.js';
import { fileOf } from '../support/exports.js';
import { devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';

/** Nobody waits longer for a turn than this many milliseconds of work. */
const LIMIT = 100;

let app: TestApp;
let district: TestDistrict;
let importId: string;

beforeAll(async () => {
  app = await testApp();
  district = await districtWithSites(app);
  importId = (await load(app, district.admin, devicesCsv(numbered(MOST_LABELS)))).id;
});

afterAll(() => app.close());

it.each(['pdf', 'zpl'])(
  'as many labels as there may be at once hold nobody up, each on a page of its own: %s',
  async (format) => {
    const labels = district.admin.post('/labels').send({ import: importId, layout: 'label-4x2', format });
    expect(await longestHold(() => fileOf(labels))).toBeLessThan(LIMIT);
  },
);
