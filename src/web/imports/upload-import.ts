import { addressOf } from '../api/address.js';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { sendFile } from '../api/send-file.js';
import { isOver } from '../common/jobs/use-job.js';
import type { ImportKind } from './import-kinds.js';

type Import = Shape<'ImportDetail'>;

/** States of an import in which a job works on it. */
const AT_WORK: readonly Import['state'][] = ['uploaded', 'rehearsing', 'queued', 'committing', 'undoing'];

export function isAtWork({ state }: Pick<Import, 'state'>): boolean {
  return AT_WORK.includes(state);
}

/** Sends a file, to be checked only or to be imported at once. */
export function uploadImport(
  kind: ImportKind,
  file: Blob,
  fileName: string,
  mode: 'rehearse' | 'commit' = 'rehearse',
  options?: { lot: number },
): Promise<Import> {
  const body = new FormData();
  // The fields come before the file, so that the server knows what it reads.
  body.append('kind', kind);
  body.append('mode', mode);
  if (options) body.append('options', JSON.stringify(options));
  body.append('file', file, fileName);
  return sendFile(addressOf('/api/v1/imports', {}), body);
}

export function loadImport(id: string): Promise<Import> {
  return answer(api.GET('/api/v1/imports/{id}', { params: { path: { id } } }));
}

/** Waits until no job works on an import any more: the next job would have to wait for it, or be refused. */
export async function whenSettled(id: string): Promise<Import> {
  for (;;) {
    const found = await loadImport(id);
    if (!isAtWork(found) && !(found.job && !isOver(found.job))) return found;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
