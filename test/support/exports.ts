import { parse } from 'csv-parse/sync';
import type { Test } from 'supertest';
import type { TestApp, TestUser } from './app.js';
import { load, rowsOf } from './imports.js';

export const FORMATS = ['csv', 'xlsx'] as const;

/** An export as a file. @param path from the name of its list on, such as `sites/export/csv` */
export async function download(user: TestUser, path: string): Promise<Buffer> {
  return fileOf(user.get(`/${path}`));
}

/** What a request answers, as a file. */
export async function fileOf(request: Test): Promise<Buffer> {
  const { body } = await request
    .buffer(true)
    .parse((response, done) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => done(null, Buffer.concat(pieces)));
    })
    .expect(200);
  return body as Buffer;
}

/** The rows of an export in CSV, as a spreadsheet would show them. */
export async function exportedRows(user: TestUser, path: string): Promise<Record<string, string>[]> {
  return parse(await download(user, path), { columns: true, bom: true });
}

/** Exports a list and imports the file: what became of its rows, and what was said of any. */
export async function comesBack(
  app: TestApp,
  user: TestUser,
  kind: string,
  format: string,
): Promise<{ plan: unknown; remarks: unknown[] }> {
  const file = await download(user, `${kind}/export/${format}`);
  const { id, plan } = await load(app, user, file, { kind, fileName: `${kind}.${format}` });
  return {
    plan,
    remarks: (await rowsOf(user, id)).flatMap(({ problems, notes }) => [
      ...(problems ?? []),
      ...(notes ?? []),
    ]),
  };
}

/** The plan of an import that found nothing to do. */
export function allUnchanged(rows: number): object {
  return { rows, unchanged: rows, add: 0, change: 0, refused: 0, held: 0 };
}
