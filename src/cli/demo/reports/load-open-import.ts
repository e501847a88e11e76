import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { ImportsService } from '../../../imports/imports.service.js';
import { spoolUpload } from '../../../imports/upload/uploads.js';
import { runJob } from '../../run-job.js';
import type { DemoStage } from '../demo-stage.js';
import { fullCarts } from '../field/rooms-and-devices.js';
import type { PlannedTechnician } from '../support/week-plan.js';

const FILE_NAME = 'carts-moved-this-week.csv';

/** A file of devices that was rehearsed and waits for somebody: most rows are fine, some have a mistake in them. */
export async function loadOpenImport(stage: DemoStage, technician: PlannedTechnician): Promise<void> {
  const { session, scope } = stage;
  const known = await session.app
    .get(DataSource)
    .query<unknown[]>(`SELECT 1 FROM imports WHERE district_id = $1 AND file_name = $2`, [
      scope.districtId,
      FILE_NAME,
    ]);
  if (known.length > 0) return;
  const { site, carts } = await fullCarts(stage, technician);
  const tags = carts[0]?.tags ?? [];
  const rows = [
    ...tags.slice(0, 12).map((tag) => `${tag},,${site},Library,,`),
    `${tags[12] ?? 'IUSD-1'},,NO-SUCH-SCHOOL,Library,,`,
    `,N/A,${site},Library,,`,
    `IUSD-700001,5CD2241ABC,${site},Library,HP Chromebook 11 G9,2026-31-08`,
    `IUSD-700002,5CD2241ABD,${site},Library,HP Chromebook 11 G9 EE,`,
  ];
  const text = `${['Asset tag,Serial number,Site code,Room,Model,Purchased on', ...rows].join('\n')}\n`;
  const file = await spoolUpload(FILE_NAME, Readable.from([Buffer.from(text)]));
  try {
    const started = await session.app
      .get(ImportsService)
      .create(scope, { kind: 'devices', mode: 'rehearse' }, file);
    if (started.job) await runJob(session, scope.districtId, started.job.id);
  } finally {
    await file.discard();
  }
}
