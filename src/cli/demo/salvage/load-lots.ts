import { DataSource } from 'typeorm';
import type { Scope } from '../../../access/scope.js';
import type { DeviceKind } from '../../../catalogue/kinds.js';
import { BoardItems } from '../../../salvage/board/board-items.service.js';
import { LotPassage } from '../../../salvage/lots/passage/lot-passage.service.js';
import { LotSettlement } from '../../../salvage/lots/settlement/lot-settlement.service.js';
import type { LotState } from '../../../salvage/lots/lot.entities.js';
import { Lots } from '../../../salvage/lots/lots.service.js';
import { Releases } from '../../../salvage/releases/releases.service.js';
import { asOf, instantOf } from '../demo-clock.js';
import { type DemoStage, scopeOf } from '../demo-stage.js';
import { shifted } from '../demo-year.js';
import { ITS_EMAIL } from '../people/demo-accounts.js';
import { DEMO_LOTS, type DemoLot, DRIVER, ITEMS } from './demo-lots.js';
import { loadSettlement } from './load-settlement.js';

/** Where they stand until they leave. */
const WAREHOUSE = 'IUSD-WH';

/** The order in which a lot goes through its states. */
const ORDER = ['open', 'frozen', 'approved', 'picked_up', 'settled'] as const satisfies readonly LotState[];

interface Known {
  id: string;
  state: LotState;
}

/** Board items, releases from management, and lots in each state. Goes on with what is there. */
export async function loadLots(stage: DemoStage, accounts: ReadonlyMap<string, string>): Promise<void> {
  const its = await scopeOf(stage, accounts.get(ITS_EMAIL) ?? '');
  const chapter = new LotsChapter(stage, its);
  const approving = await chapter.boardItem('approved', []);
  for (const lot of DEMO_LOTS) {
    const known = await chapter.begin(lot);
    if (!known) continue;
    if (lot.becomes === 'frozen') await chapter.boardItem('planned', [known.id]);
    await chapter.goOn(lot, known, approving);
    stage.signal?.throwIfAborted();
  }
  await loadSettlement(stage, its);
}

class LotsChapter {
  private readonly source: DataSource;

  constructor(
    private readonly stage: DemoStage,
    private readonly its: Scope,
  ) {
    this.source = stage.session.app.get(DataSource);
  }

  /** @returns id of the item */
  async boardItem(decision: keyof typeof ITEMS, lots: string[]): Promise<string> {
    const { days, ...said } = ITEMS[decision];
    const meetingOn = shifted(this.stage.today, days);
    const [known] = await this.source.query<{ id: string }[]>(
      `SELECT id FROM board_items WHERE district_id = $1 AND meeting_on = $2 AND number = $3`,
      [this.its.districtId, meetingOn, said.number],
    );
    if (known) return known.id;
    const items = this.stage.session.app.get(BoardItems);
    const { id } = await this.at(Math.max(1, -days), '17:00', () =>
      items.create(this.its, { ...said, meetingOn, lots }),
    );
    return id;
  }

  /** A lot with its devices; nothing where the fleet does not have enough of them. */
  async begin(lot: DemoLot): Promise<Known | null> {
    const { name, route, recipient, place, begunDaysAgo, wasteDaysAgo, condition } = lot;
    const [known] = await this.source.query<Known[]>(
      `SELECT id, state FROM lots WHERE district_id = $1 AND name = $2`,
      [this.its.districtId, name],
    );
    if (known) return known;
    const cleared = await this.devices(lot.kind, lot.ready, true);
    const others = await this.devices('laptop', lot.lacking, false);
    if (cleared.length < lot.ready) return null;
    const lots = this.stage.session.app.get(Lots);
    const { id } = await this.at(begunDaysAgo, '09:10', () =>
      lots.create(this.its, {
        name,
        route,
        recipient,
        place,
        site: WAREHOUSE,
        isBatteries: false,
        wasteSince: shifted(this.stage.today, -wasteDaysAgo),
      }),
    );
    const add = [...cleared, ...others];
    await this.at(begunDaysAgo, '09:40', () =>
      lots.changeDevices(this.its, id, { add, remove: [], pallet: lot.pallet, condition }),
    );
    await this.release(cleared, begunDaysAgo, lot.service);
    return { id, state: 'open' };
  }

  /** Takes a lot from where it is to where it shall be. */
  async goOn(lot: DemoLot, { id, state }: Known, boardItem: string): Promise<void> {
    const passage = this.stage.session.app.get(LotPassage);
    const is = (one: (typeof ORDER)[number]): boolean =>
      ORDER.indexOf(one) > ORDER.findIndex((now) => now === state) &&
      ORDER.indexOf(one) <= ORDER.indexOf(lot.becomes);
    if (is('frozen'))
      await this.at(lot.begunDaysAgo - 2, '10:00', () => passage.step(this.its, id, { step: 'freeze' }));
    if (is('approved'))
      await this.at(lot.begunDaysAgo - 4, '11:00', () =>
        passage.step(this.its, id, { step: 'approve', boardItem }),
      );
    // Devices change here, and that is always recorded today.
    if (is('picked_up')) await this.pickUp(lot, id);
    if (is('settled')) await this.settle(id);
  }

  private async pickUp({ leaves }: DemoLot, id: string): Promise<void> {
    const { app } = this.stage.session;
    const rows = await this.source.query<{ deviceId: string }[]>(
      `SELECT device_id AS "deviceId" FROM lot_devices WHERE district_id = $1 AND lot_id = $2 ORDER BY position`,
      [this.its.districtId, id],
    );
    const notTaken = rows.slice(0, leaves).map(({ deviceId }) => ({ deviceId, note: 'Not on the pallet.' }));
    await app.get(LotPassage).step(this.its, id, {
      step: 'pick_up',
      driver: DRIVER,
      counted: rows.length - notTaken.length,
      notTaken,
    });
    // By contract, the weight was due when the truck was weighed.
    if (leaves > 0)
      await app.get(LotSettlement).file(this.its, id, 'weights', { dueOn: shifted(this.stage.today, -1) });
  }

  private async settle(id: string): Promise<void> {
    const settlement = this.stage.session.app.get(LotSettlement);
    const filedOn = this.stage.today;
    await settlement.file(this.its, id, 'weights', { filedOn, weightKg: 11.4, reference: 'Ticket 40217' });
    await settlement.file(this.its, id, 'certificate_of_recycling', { filedOn, reference: 'COR-2211' });
    await this.stage.session.app.get(LotPassage).step(this.its, id, { step: 'settle' });
  }

  /** Retired devices that are on no lot: those whose data was removed, or those on which nothing was done. */
  private async devices(kind: DeviceKind, count: number, isSanitized: boolean): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(
      `SELECT d.id FROM devices d
         LEFT JOIN device_clearances c ON c.district_id = $1 AND c.device_id = d.id AND c.gate = 'sanitized'
           AND c.withdrawn_at IS NULL
        WHERE d.district_id = $1 AND d.status = 'retired' AND d.kind = $2 AND (c.id IS NOT NULL) = $3
          AND NOT EXISTS (SELECT FROM sanitization_devices x
                           WHERE x.district_id = $1 AND x.device_id = d.id AND c.id IS NULL)
          AND NOT EXISTS (SELECT FROM lot_devices y
                           WHERE y.district_id = $1 AND y.device_id = d.id AND y.ended_at IS NULL)
        ORDER BY c.holds_from, d.asset_tag, d.id LIMIT $4`,
      [this.its.districtId, kind, isSanitized, count],
    );
    return rows.map(({ id }) => id);
  }

  private async release(deviceIds: string[], daysAgo: number, service: DemoLot['service']): Promise<void> {
    if (deviceIds.length === 0) return;
    const releasedAt = this.instant(daysAgo, '14:20');
    await asOf(this.stage.session, releasedAt, () =>
      this.stage.session.app.get(Releases).create(this.its, { deviceIds, service, releasedAt }),
    );
  }

  private instant(daysAgo: number, time: string): Date {
    return instantOf(this.its.timeZone, shifted(this.stage.today, -daysAgo), time);
  }

  private at<T>(daysAgo: number, time: string, work: () => Promise<T>): Promise<T> {
    return asOf(this.stage.session, this.instant(daysAgo, time), work);
  }
}
