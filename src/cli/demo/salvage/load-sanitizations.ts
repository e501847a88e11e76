import { DataSource } from 'typeorm';
import type { NewSanitizationBody } from '../../../salvage/sanitization/sanitization.dto.js';
import { Sanitizations } from '../../../salvage/sanitization/sanitizations.service.js';
import { asOf, instantOf } from '../demo-clock.js';
import { type DemoStage, scopeOf } from '../demo-stage.js';
import { shifted } from '../demo-year.js';
import { ITS_EMAIL } from '../people/demo-accounts.js';

type Said = Omit<NewSanitizationBody, 'deviceIds' | 'doneAt'>;

const BENCH = { mediaSource: 'installed', verifiedBy: 'Leo Green, technician', place: 'Warehouse' } as const;
const POWERWASH: Said = {
  ...BENCH,
  medium: 'emmc',
  technique: 'powerwash_titan_c',
  tool: 'ChromeOS',
  toolVersion: '140',
  result: 'completed',
  verification: 'The setup screen came.',
};
const ERASE: Said = {
  ...BENCH,
  medium: 'apple',
  technique: 'erase_all_content',
  tool: 'Apple Configurator',
  toolVersion: '2.19',
  result: 'completed',
};

/** Of each kind: what was done days ago, at a time of day, with how many devices. */
const DONE: readonly (readonly [kind: string, days: number, time: string, count: number, said: Said])[] = [
  ['chromebook', 12, '09:40', 24, POWERWASH],
  ['chromebook', 5, '13:15', 18, POWERWASH],
  ['chromebook', 5, '14:05', 1, { ...POWERWASH, result: 'failed', verification: null }],
  ['ipad', 4, '10:30', 12, ERASE],
];

/** Retired devices whose data was removed, one record that is accepted, and one device on which it failed. */
export async function loadSanitizations(
  stage: DemoStage,
  accounts: ReadonlyMap<string, string>,
): Promise<void> {
  const { session, scope, today } = stage;
  const source = session.app.get(DataSource);
  const its = await scopeOf(stage, accounts.get(ITS_EMAIL) ?? '');
  const sanitizations = session.app.get(Sanitizations);
  const used = new Map<string, number>();
  for (const [kind, days, time, count, said] of DONE) {
    const offset = used.get(kind) ?? 0;
    used.set(kind, offset + count);
    const doneAt = instantOf(scope.timeZone, shifted(today, -days), time);
    const [known] = await source.query<unknown[]>(
      `SELECT 1 FROM sanitizations WHERE district_id = $1 AND done_at = $2`,
      [scope.districtId, doneAt],
    );
    if (known) continue;
    const devices = await source.query<{ id: string }[]>(
      `SELECT id FROM devices WHERE district_id = $1 AND status = 'retired' AND kind = $2 AND status_since < $5
        ORDER BY asset_tag, id LIMIT $3 OFFSET $4`,
      [scope.districtId, kind, count, offset, doneAt],
    );
    if (devices.length === 0) continue;
    const { id, result } = await asOf(session, doneAt, () =>
      sanitizations.create(its, { ...said, deviceIds: devices.map((device) => device.id), doneAt }),
    );
    if (result === 'completed' && days === 12)
      await asOf(session, instantOf(scope.timeZone, shifted(today, -days + 1), '16:00'), () =>
        sanitizations.validate(its, id, { decision: 'accept', note: 'Three of 24 looked at.' }),
      );
  }
}
