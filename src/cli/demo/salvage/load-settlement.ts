import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import type { Scope } from '../../../access/scope.js';
import { ImportsService } from '../../../imports/imports.service.js';
import { spoolUpload } from '../../../imports/upload/uploads.js';
import { ReturnedDifferences } from '../../../salvage/lots/returned/returned.service.js';
import { runJob } from '../../run-job.js';
import type { DemoStage } from '../demo-stage.js';

const FILE_NAME = 'valley-depot-settlement.csv';
/** A code of another customer of the recycler. */
const STRANGER = '5CD0417QZX';

/**
 * What the recycler says of a lot that it has: one device as agreed, one that is not wiped and pays less, one that is not
 * ours, and one that the file does not have. ITS has settled the one that is not ours.
 */
export async function loadSettlement(stage: DemoStage, its: Scope): Promise<void> {
  const { app } = stage.session;
  const source = app.get(DataSource);
  const [lot] = await source.query<{ id: string; number: number; isTold: boolean }[]>(
    `SELECT l.id, l.number, EXISTS (SELECT FROM imports i WHERE i.district_id = $1 AND i.file_name = $2) AS "isTold"
       FROM lots l WHERE l.district_id = $1 AND l.state = 'picked_up' ORDER BY l.number LIMIT 1`,
    [its.districtId, FILE_NAME],
  );
  if (!lot) return;
  if (!lot.isTold) await importFile(stage, its, lot);
  const [stranger] = await source.query<{ id: string }[]>(
    `SELECT id FROM lot_settlement_differences
      WHERE district_id = $1 AND lot_id = $2 AND code = $3 AND settled_at IS NULL AND ended_at IS NULL`,
    [its.districtId, lot.id, STRANGER],
  );
  if (stranger)
    await app.get(ReturnedDifferences).settle(its, lot.id, stranger.id, {
      action: 'settle',
      note: 'It belongs to another customer of Valley Depot. They corrected their list.',
    });
}

async function importFile(stage: DemoStage, its: Scope, lot: { id: string; number: number }): Promise<void> {
  const { app } = stage.session;
  const taken = await app.get(DataSource).query<{ serial: string; tag: string }[]>(
    `SELECT coalesce(d.serial_number, '') AS serial, coalesce(d.asset_tag, '') AS tag
       FROM lot_devices y
       JOIN devices d ON d.district_id = $1 AND d.id = y.device_id AND d.status = 'disposed'
      WHERE y.district_id = $1 AND y.lot_id = $2 ORDER BY y.position`,
    [its.districtId, lot.id],
  );
  const [good, bad] = taken;
  const row = (device: { serial: string; tag: string } | undefined, more: string): string[] =>
    device ? [`${device.serial},${device.tag},${more}`] : [];
  const text = [
    'Serial number,Asset tag,Grade,Weight (lb),Offered price,Price,Data status,Disposition,Notes',
    ...row(good, 'C4/F3,3.1,$22.00,$22.00,Erased,Resale,'),
    ...row(bad, 'C2/F3,3.0,$22.00,$8.50,Failed,Resale,Wipe stopped at 40%'),
    `${STRANGER},,C3/F3,3.2,$20.00,$20.00,Erased,Resale,`,
  ].join('\n');
  const file = await spoolUpload(FILE_NAME, Readable.from([Buffer.from(`${text}\n`)]));
  try {
    const options = { lot: lot.number };
    const started = await app
      .get(ImportsService)
      .create(its, { kind: 'settlements', mode: 'commit', options }, file);
    if (started.job) await runJob(stage.session, its.districtId, started.job.id);
  } finally {
    await file.discard();
  }
}
