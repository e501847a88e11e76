import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SPECS_OF, specsOf } from '../scripts/changed-specs.mjs';

const ROOT = join(import.meta.dirname, '..');

describe('the quick tests', () => {
  it('list specs for every folder of src', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.length).toBeGreaterThan(10);
    expect(Object.keys(SPECS_OF).toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
  });

  it('list only specs that exist', () => {
    const names = Object.values(SPECS_OF).flat();
    expect(names).toContain('api/sites');
    expect(names.filter((name) => !existsSync(join(ROOT, 'test', `${name}.spec.ts`)))).toEqual([]);
  });

  it('begin with what was changed itself', () => {
    const [changed, user] = ['test/api/tags.spec.ts', 'test/web/pages.spec.ts'];
    expect(
      specsOf(
        ['src/support-load/weights/weights.ts', 'test/web/web.ts', 'test/api/tags.spec.ts', 'README.md'],
        [changed, user],
      ),
    ).toEqual([changed, 'test/api/support-load.spec.ts']);
  });

  it('find what uses a changed file of the tests', () => {
    const [fold, routes] = ['test/db/counts-fold.spec.ts', 'test/api/routes.spec.ts'];
    expect(specsOf(['test/support/route-table.ts'], [fold, routes])).toEqual([routes]);
  });
});
