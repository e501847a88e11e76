import ExcelJS from 'exceljs';
import type { TestApp, TestUser } from './app.js';
import { load, rowsOf, step, type UploadFields } from './imports.js';

export type Cell = string | number | boolean | Date | { formula: string; result: string | number };

/** A workbook of one sheet whose cells hold what they are given, in the formats of their columns. */
export async function workbook(
  header: string[],
  rows: Cell[][],
  formats: Record<number, string> = {},
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Devices');
  sheet.addRow(header);
  for (const cells of rows) {
    const row = sheet.addRow(cells);
    for (const [index, format] of Object.entries(formats)) row.getCell(Number(index) + 1).numFmt = format;
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Rehearses and commits a file, and shows what both said of each row: the same. */
export async function readings(
  app: TestApp,
  user: TestUser,
  file: string | Buffer,
  fields: UploadFields = {},
): Promise<(string | null)[][]> {
  const { id } = await load(app, user, file, { mode: 'rehearse', ...fields });
  const rehearsed = await answers(user, id);
  await step(app, user, id, 'commit');
  expect(await answers(user, id)).toEqual(rehearsed);
  return rehearsed;
}

/** Notes of how a cell was read; what is made of the device is noted too, and tested elsewhere. */
const isOfReading = ({ code }: { code: string }): boolean => /^(READ_AS|HTML)_/.test(code);

async function answers(user: TestUser, id: string): Promise<(string | null)[][]> {
  const rows = await rowsOf(user, id);
  return rows.map(({ outcome, problems, notes }) => [
    outcome,
    ...[...(problems ?? []), ...(notes ?? []).filter(isOfReading)].map(
      ({ column, code }) => `${column}: ${code}`,
    ),
  ]);
}
