import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { spoolUpload } from '../../../imports/upload/uploads.js';
import { importWhole } from '../../import-whole.js';
import type { DemoStage } from '../demo-stage.js';
import { irvineSites } from '../irvine.js';
import { enrollmentFile, yearsSince } from './enrolled-students.js';
import { type DemoPerson, peopleFile } from './invented-people.js';

/** Loads the students of the school years after the state's file. */
export async function loadEnrollment(stage: DemoStage): Promise<void> {
  const { begins, name } = stage.year;
  if (yearsSince(begins).length === 0) return;
  const rows = `site_pupils WHERE district_id = $1 AND school_year = $2`;
  if ((await count(stage, rows, [begins])) > 0) return;
  await importText(stage, 'pupils', `enrollment-${name}.csv`, enrollmentFile(irvineSites(), begins));
}

/** Loads the people as a file, the way a district would. A demo that goes on skips this once they are all there. */
export async function loadPeople(stage: DemoStage, people: readonly DemoPerson[]): Promise<void> {
  if ((await count(stage, `people WHERE district_id = $1`)) >= people.length) return;
  await importText(stage, 'people', `people-${stage.year.name}.csv`, peopleFile(people));
}

/** Ids of people by their number in the district's files. */
export async function idsOfPeople({ session, scope }: DemoStage): Promise<Map<string, string>> {
  const rows = await session.app
    .get(DataSource)
    .query<{ id: string; externalId: string }[]>(
      `SELECT id, external_id AS "externalId" FROM people WHERE district_id = $1`,
      [scope.districtId],
    );
  return new Map(rows.map(({ externalId, id }) => [externalId, id]));
}

async function importText(
  { session, scope }: DemoStage,
  kind: string,
  fileName: string,
  text: string,
): Promise<void> {
  await importWhole(session, scope, kind, await spoolUpload(fileName, Readable.from([Buffer.from(text)])));
}

async function count(
  { session, scope }: DemoStage,
  rows: string,
  parameters: unknown[] = [],
): Promise<number> {
  const [row] = await session.app
    .get(DataSource)
    .query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${rows}`, [
      scope.districtId,
      ...parameters,
    ]);
  return row?.count ?? 0;
}
