import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import type { ImportKind } from '../imports/import-kinds.js';
import { uploadImport, whenSettled } from '../imports/upload-import.js';

type Import = Shape<'ImportDetail'>;

/** Files of the app itself. Their names tell later which imports were the sample. */
const FILES: readonly { kind: ImportKind; name: string }[] = [
  { kind: 'sites', name: 'sample-sites.csv' },
  { kind: 'devices', name: 'sample-devices.csv' },
];

/** What an account must be allowed to import to load the sample. */
export const SAMPLE_KINDS = FILES.map(({ kind }) => kind);

/** Imports the sample, its sites first, in the way of every import. @throws Error where one of them failed */
export async function loadSample(): Promise<void> {
  for (const { kind, name } of FILES) {
    const file = await fetch(`/samples/${name}`);
    if (!file.ok) throw new Error(`${name}: ${file.status}`);
    const { id } = await uploadImport(kind, await file.blob(), name, 'commit');
    assertReached(await whenSettled(id), 'committed');
  }
}

/** The imports of the sample that are still in place, the latest first. */
export async function sampleImports(): Promise<Shape<'ImportView'>[]> {
  const { items } = await answer(api.GET('/api/v1/imports', { params: { query: { limit: 100 } } }));
  return items.filter(
    ({ fileName, state }) => state === 'committed' && FILES.some(({ name }) => name === fileName),
  );
}

/** Undoes the imports of the sample, the devices before their sites. */
export async function removeSample(): Promise<void> {
  for (const { id } of await sampleImports()) {
    await answer(api.POST('/api/v1/imports/{id}/undo', { params: { path: { id } } }));
    assertReached(await whenSettled(id), 'undone');
  }
}

function assertReached({ state, fileName, steps }: Import, wanted: Import['state']): void {
  if (state !== wanted) throw new Error(`${fileName}: ${steps.at(-1)?.note ?? state}`);
}
