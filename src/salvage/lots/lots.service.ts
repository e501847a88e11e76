import { Injectable } from '@nestjs/common';
import { reaches, type Scope } from '../../access/scope.js';
import { definedFields } from '../../common/defined-fields.js';
import { StaleVersion } from '../../common/http/etag.js';
import { newId } from '../../common/ids.js';
import { Conflict } from '../../common/refusal.js';
import { dateIn } from '../../common/time/clock.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import type { DeviceRecord } from '../../devices/device-record.js';
import { DeviceChanges } from '../../devices/device-changes.js';
import { nameOfDevice } from '../../devices/recording/device-rules.js';
import { siteIdsByCode } from '../../sites/site-codes.js';
import { wrongField } from '../../sites/sites.errors.js';
import { lockSubjects } from '../../steps/step-writes.js';
import { Steps } from '../../steps/steps.service.js';
import { Vendors } from '../../vendors/vendors.service.js';
import { DEVICE_NOT_FOUND, everyDeviceRefused, type RefusedDevice } from '../refused-devices.js';
import { devicesOf, LotContents } from './lot-contents.js';
import type { LotRoute, LotState } from './lot.entities.js';
import { type LockedLot, LOT_STEPS, type LotFacts } from './lot-steps.js';
import type { LotChangeBody, LotDevicesBody, NewLotBody, WipeContractBody } from './lots.dto.js';
import { LotNotFound } from './lots.errors.js';
import { type LotDetail, LotsQueries } from './lots.queries.js';

/** What became of devices that were to be put on a lot, or to be taken off it. */
export interface LotDevicesChanged {
  /** Version of the lot now. */
  version: number;
  /** How many devices the lot has now. */
  devices: number;
  added: number;
  removed: number;
  /** The devices that were not added. */
  refused: RefusedDevice[];
}

/** Creates lots, and changes them until they are frozen. */
@Injectable()
export class Lots {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: LotsQueries,
    private readonly vendors: Vendors,
    private readonly steps: Steps,
    private readonly devices: DeviceChanges,
    private readonly contents: LotContents,
  ) {}

  /** @throws InvalidInput if the site or the recipient does not exist, or if a field does not fit the route */
  create(scope: Scope, body: NewLotBody): Promise<LotDetail> {
    const { districtId, accountId } = scope;
    const id = newId();
    return this.transactions.run(async (tx) => {
      const siteId = (await siteIdsByCode(tx, districtId, [body.site])).get(body.site);
      if (siteId === undefined || !reaches(scope, siteId))
        throw wrongField(
          'site',
          'UNKNOWN_SITE',
          `You have no site with the code ${body.site}. Check the code.`,
        );
      assertRouteFits(body);
      assertPast(scope, tx, body.wasteSince ?? null);
      const recipientId = await this.recipientOf(tx, districtId, body.recipient);
      assertWipeFits(body.route, recipientId, body.wipe ?? null);
      const number = await nextNumber(tx, districtId);
      await tx.query(
        `INSERT INTO lots (district_id, id, number, name, route, recipient_id, site_id, place, is_batteries, wipe_contract,
                wipe_certificate, wipe_certificate_until, waste_since, note, state, created_at, created_by, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'open', $15, $16, $15)`,
        [
          districtId,
          id,
          number,
          body.name,
          body.route,
          recipientId,
          siteId,
          body.place ?? null,
          body.isBatteries,
          body.wipe?.contract ?? null,
          body.wipe?.certificate ?? null,
          body.wipe?.validUntil ?? null,
          body.wasteSince ?? null,
          body.note ?? null,
          tx.at,
          accountId,
        ],
      );
      await this.steps.beginWithin(tx, scope, LOT_STEPS, [{ id }]);
      return this.queries.find(scope, id, tx);
    });
  }

  /**
   * Changes a lot. Once the lot is frozen, only what its papers do not say can change, until the pick-up.
   * @param version the version that the caller read; null to change any version
   */
  change(scope: Scope, id: string, version: number | null, body: LotChangeBody): Promise<LotDetail> {
    const { districtId } = scope;
    return this.transactions.run(async (tx) => {
      const lot = await lockLot(tx, scope, id, version);
      const { recipient, wipe = wipeOf(lot), ...said } = definedFields(body);
      if (lot.state !== 'open') assertOffPaper(lot, { ...said, recipient, wipe });
      const after = {
        ...lot,
        ...said,
        recipientId:
          recipient === undefined ? lot.recipientId : await this.recipientOf(tx, districtId, recipient),
      };
      assertRouteFits(after);
      assertWipeFits(after.route, after.recipientId, wipe);
      if (said.wasteSince !== undefined) assertPast(scope, tx, said.wasteSince);
      await tx.query(
        `UPDATE lots SET name = $3, route = $4, recipient_id = $5, wipe_contract = $6, wipe_certificate = $7,
                wipe_certificate_until = $8, place = $9, waste_since = $10, note = $11, version = version + 1,
                updated_at = $12
          WHERE district_id = $1 AND id = $2`,
        [
          districtId,
          id,
          after.name,
          after.route,
          after.recipientId,
          wipe?.contract ?? null,
          wipe?.certificate ?? null,
          wipe?.validUntil ?? null,
          after.place,
          after.wasteSince,
          after.note,
          tx.at,
        ],
      );
      return this.queries.find(scope, id, tx);
    });
  }

  /**
   * Adds devices to an open lot, and removes others. Each device is added or refused by itself.
   * @throws Conflict if the lot is not open, or if no device could be added or removed
   */
  changeDevices(scope: Scope, id: string, body: LotDevicesBody): Promise<LotDevicesChanged> {
    const { add, remove, pallet = null, condition = null } = body;
    return this.transactions.run(async (tx) => {
      const known = await this.devices.lock(tx, scope.districtId, [...add, ...remove]);
      const lot = await lockLot(tx, scope, id, null);
      if (lot.state !== 'open') throw lotNotOpen(lot.state);
      const seen = (device: DeviceRecord | undefined): device is DeviceRecord =>
        device !== undefined && (reaches(scope, device.siteId) || device.siteId === lot.siteId);
      const refused: RefusedDevice[] = [];
      const good: string[] = [];
      for (const deviceId of add) {
        const device = known.get(deviceId);
        const refusal = seen(device) ? refusalOf(device) : DEVICE_NOT_FOUND;
        if (refusal) refused.push({ deviceId, ...refusal });
        else good.push(deviceId);
      }
      const removed = await this.contents.remove(tx, scope, id, remove);
      const added = await this.contents.add(tx, scope, lot, good, { pallet, condition, scanIds: null });
      refused.push(...added.refused);
      if (added.count + removed === 0 && refused.length > 0)
        throw everyDeviceRefused({ field: 'add', deviceIds: add }, refused, {
          code: 'NOTHING_ADDED',
          message: 'None of these devices can be on this lot.',
        });
      // As each of the two changed something, it made another version.
      const version = lot.version + (removed > 0 ? 1 : 0) + (added.count > 0 ? 1 : 0);
      const devices = (await devicesOf(tx, scope.districtId, [id])).get(id) ?? 0;
      return { version, devices, added: added.count, removed, refused };
    });
  }

  private async recipientOf(
    tx: Tx,
    districtId: string,
    key: string | null | undefined,
  ): Promise<string | null> {
    return key == null ? null : this.vendors.activeIdOf(tx, districtId, key, 'recipient');
  }
}

/** Why a device cannot be on any lot, or null. What a device still lacks is no reason: the lot lists it. */
export function refusalOf(device: DeviceRecord): { code: string; detail: string } | null {
  const name = nameOfDevice(device);
  if (device.status === 'disposed' || device.status === 'void')
    return { code: 'DEVICE_IS_GONE', detail: `${name} has already left the district’s records.` };
  if (device.status === 'missing')
    return { code: 'DEVICE_MISSING', detail: `${name} is missing. Mark it as found first.` };
  return null;
}

/**
 * A lot under its lock.
 * @throws LotNotFound; StaleVersion
 */
async function lockLot(tx: Tx, scope: Scope, id: string, version: number | null): Promise<LockedLot> {
  const lot = (await lockSubjects(tx, scope, LOT_STEPS, [id])).get(id);
  if (!lot) throw new LotNotFound();
  if (version !== null && version !== lot.version) throw new StaleVersion('The lot', lot.version);
  return lot;
}

function lotNotOpen(state: LotState): Conflict {
  return new Conflict(
    `The lot is ${state.replaceAll('_', ' ')}, and only an open lot can change.`,
    'LOT_NOT_OPEN',
  );
}

function wipeOf({ wipeContract, wipeCertificate, wipeCertificateUntil }: LotFacts): WipeContractBody | null {
  if (wipeContract === null || wipeCertificate === null || wipeCertificateUntil === null) return null;
  return { contract: wipeContract, certificate: wipeCertificate, validUntil: wipeCertificateUntil };
}

/** What no paper of the lot says. The recipient may renew its certificate. */
const OFF_PAPER: readonly string[] = ['place', 'note', 'wasteSince', 'wipe'];

/** @throws Conflict if the lot has left, or if its papers say what would change */
function assertOffPaper(
  lot: LockedLot,
  change: Omit<LotChangeBody, 'wipe'> & { wipe: WipeContractBody | null },
): void {
  const isHere = lot.state === 'frozen' || lot.state === 'approved';
  const onPaper = Object.entries(change).some(
    ([field, value]) => value !== undefined && !OFF_PAPER.includes(field),
  );
  if (!isHere) throw lotNotOpen(lot.state);
  if (onPaper || (change.wipe?.contract ?? null) !== lot.wipeContract)
    throw new Conflict(
      `The lot is ${lot.state}, so its manifest is final. You can still change its place, its note, the day since when it is waste, and the certificate of the recipient.`,
      'LOT_FROZEN',
    );
}

/** @throws InvalidInput */
function assertRouteFits({ isBatteries, route }: { isBatteries: boolean; route: LotRoute }): void {
  if (isBatteries && route !== 'recycle')
    throw wrongField('route', 'BATTERIES_ARE_RECYCLED', 'Swollen batteries can only be recycled.');
}

/** The decision to discard cannot be of a day to come. @throws InvalidInput */
function assertPast({ timeZone }: Scope, tx: Tx, wasteSince: string | null): void {
  if (wasteSince !== null && wasteSince > dateIn(timeZone, tx.at))
    throw wrongField('wasteSince', 'IN_THE_FUTURE', 'Enter today or an earlier day.');
}

/** @throws InvalidInput if the lot cannot have such a contract */
function assertWipeFits(route: LotRoute, recipientId: string | null, wipe: WipeContractBody | null): void {
  if (wipe === null) return;
  if (route === 'lease_return')
    throw wrongField(
      'wipe',
      'NOT_FOR_ROUTE',
      'For a lease return, the district removes the data itself. Leave out the contract.',
    );
  if (recipientId === null)
    throw wrongField(
      'recipient',
      'MISSING',
      'Choose the recipient who removes the data under this contract.',
    );
}

async function nextNumber(tx: Tx, districtId: string): Promise<number> {
  const [row] = await tx.query<{ last: number }[]>(
    `INSERT INTO lot_counters AS x (district_id, last) VALUES ($1, 1)
     ON CONFLICT (district_id) DO UPDATE SET last = x.last + 1 RETURNING last`,
    [districtId],
  );
  if (!row) throw new Error('no number for a lot');
  return row.last;
}
