import { Injectable } from '@nestjs/common';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import { reaches, type Scope, siteFilter } from '../../access/scope.js';
import { newId } from '../../common/ids.js';
import type { Page } from '../../common/paging.js';
import { InvalidInput, NotFound } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import type { DeviceRecord } from '../../devices/device-record.js';
import { DeviceChanges } from '../../devices/device-changes.js';
import { lastHandedOut } from '../../devices/recording/device-clearances.js';
import { nameOfDevice } from '../../devices/recording/device-rules.js';
import { DEVICE_NOT_FOUND, everyDeviceRefused, type RefusedDevice } from '../refused-devices.js';
import type { ManagingService } from './device-release.entity.js';
import type { NewReleasesBody, ReleasesQuery } from './releases.dto.js';

export interface ReleaseView {
  id: string;
  deviceId: string;
  /** Asset tag of the device, or its serial number if it has no tag. */
  deviceCode: string | null;
  serialNumber: string | null;
  /** Code of the site where the device is now. */
  site: string;
  siteName: string;
  service: ManagingService;
  releasedAt: Date;
  note: string | null;
  /** Name or email of the account that recorded it. */
  recordedByName: string | null;
}

/** What was recorded, and the devices that were left out. */
export interface NewReleases {
  items: ReleaseView[];
  refused: RefusedDevice[];
}

/** The kind of evidence that a release is. */
const EVIDENCE = 'release';

const SELECT = `
  SELECT r.id, d.id AS "deviceId", coalesce(d.asset_tag, d.serial_number) AS "deviceCode",
         d.serial_number AS "serialNumber", s.code AS site, s.name AS "siteName", r.service,
         r.released_at AS "releasedAt", r.note, coalesce(nullif(a.name, ''), a.email) AS "recordedByName"
    FROM device_releases r
    JOIN devices d ON d.district_id = $1 AND d.id = r.device_id
    JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
    LEFT JOIN accounts a ON a.district_id = $1 AND a.id = r.recorded_by
   WHERE r.district_id = $1 AND r.withdrawn_at IS NULL`;

const RELEASES = list<ReleaseView, ReleasesQuery>({
  name: 'releases',
  select: SELECT,
  reach: 'd.site_id',
  filters: { device: (id, param) => `r.device_id = ${param(id)}` },
  sorts: { releasedAt: ['r.released_at', 'r.id'] },
});

/** Records devices that somebody released from management. */
@Injectable()
export class Releases {
  constructor(
    private readonly transactions: Transactions,
    private readonly devices: DeviceChanges,
    private readonly lists: Lists,
  ) {}

  list(scope: Scope, query: ReleasesQuery): Promise<Page<ReleaseView>> {
    return this.lists.answer(RELEASES, scope, query);
  }

  /**
   * Records that devices were released, and opens their gate. Each device is recorded or refused by itself.
   * @throws InvalidInput for a time in the future; Conflict if every device is refused
   */
  create(scope: Scope, { deviceIds, service, note = null, ...said }: NewReleasesBody): Promise<NewReleases> {
    const { districtId, accountId } = scope;
    return this.transactions.run(async (tx) => {
      const releasedAt = said.releasedAt ?? tx.at;
      if (releasedAt > tx.at) throw inTheFuture();
      const locked = await this.devices.lock(tx, districtId, deviceIds);
      const handedOut = await lastHandedOutOf(tx, districtId, deviceIds);
      const refused: RefusedDevice[] = [];
      const good: { id: string; deviceId: string }[] = [];
      for (const deviceId of deviceIds) {
        const device = locked.get(deviceId);
        const refusal =
          device && reaches(scope, device.siteId)
            ? refusalOf(device, releasedAt, handedOut.get(deviceId) ?? null)
            : DEVICE_NOT_FOUND;
        if (refusal) refused.push({ deviceId, ...refusal });
        else good.push({ id: newId(), deviceId });
      }
      if (good.length === 0)
        throw everyDeviceRefused({ field: 'deviceIds', deviceIds }, refused, {
          code: 'NOTHING_RELEASED',
          message: 'None of these devices can have this record.',
        });
      const ids = good.map(({ id }) => id);
      await tx.query(
        `INSERT INTO device_releases (district_id, id, device_id, service, note, released_at, recorded_at, recorded_by)
         SELECT $1::uuid, n.id, n.device_id, $4::text, $5::text, $6::timestamptz, $7::timestamptz, $8::uuid
           FROM unnest($2::uuid[], $3::uuid[]) AS n (id, device_id)`,
        [districtId, ids, good.map(({ deviceId }) => deviceId), service, note, releasedAt, tx.at, accountId],
      );
      await this.devices.clear(
        tx,
        scope,
        good.map(({ id, deviceId }) => ({ deviceId, subjectId: id })),
        { gate: 'released', evidence: EVIDENCE, from: releasedAt },
      );
      const items = await tx.query<ReleaseView[]>(`${SELECT} AND r.id = ANY ($2::uuid[]) ORDER BY r.id`, [
        districtId,
        ids,
      ]);
      return { items, refused };
    });
  }

  /**
   * Takes back a release that was recorded by mistake.
   * @throws NotFound; ClearanceUsed if the device is gone
   */
  async withdraw(scope: Scope, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const rows = await tx.query<object[]>(
        `SELECT FROM device_releases r JOIN devices d ON d.district_id = $1 AND d.id = r.device_id
          WHERE r.district_id = $1 AND r.id = $2 AND r.withdrawn_at IS NULL
            AND ($3::uuid[] IS NULL OR d.site_id = ANY ($3))`,
        [scope.districtId, id, siteFilter(scope)],
      );
      if (rows.length === 0) throw new NotFound('The release', 'RELEASE_NOT_FOUND');
      await this.devices.withdraw(tx, scope, EVIDENCE, [{ subjectId: id }]);
      await tx.query(
        `UPDATE device_releases SET withdrawn_at = $3, withdrawn_by = $4
          WHERE district_id = $1 AND id = $2 AND withdrawn_at IS NULL`,
        [scope.districtId, id, tx.at, scope.accountId],
      );
    });
  }

  /** After a merge, the releases of the duplicate belong to the survivor. */
  async follow(
    tx: Tx,
    scope: Scope,
    { survivorId, duplicateId }: { survivorId: string; duplicateId: string },
  ): Promise<void> {
    const rows = await tx.query<{ subjectId: string; from: Date; isOpen: boolean }[]>(
      `WITH moved AS (
         UPDATE device_releases SET device_id = $3
          WHERE district_id = $1 AND device_id = $2 AND withdrawn_at IS NULL RETURNING id, released_at)
       SELECT m.id AS "subjectId", m.released_at AS "from", d.status NOT IN ('disposed', 'void') AS "isOpen"
         FROM moved m JOIN devices d ON d.district_id = $1 AND d.id = $3`,
      [scope.districtId, duplicateId, survivorId],
    );
    const proofs = rows
      .filter(({ isOpen }) => isOpen)
      .map(({ subjectId, from }) => ({ deviceId: survivorId, subjectId, from }));
    if (proofs.length > 0)
      await this.devices.clear(tx, scope, proofs, { gate: 'released', evidence: EVIDENCE, from: tx.at });
  }
}

function refusalOf(
  device: DeviceRecord,
  releasedAt: Date,
  handedOutAt: Date | null,
): { code: string; detail: string } | null {
  const name = nameOfDevice(device);
  if (device.status === 'disposed' || device.status === 'void')
    return { code: 'DEVICE_IS_GONE', detail: `${name} has already left the district’s records.` };
  // A missing device stays locked, so that nobody who finds or steals it can use it.
  if (device.status === 'missing')
    return { code: 'DEVICE_MISSING', detail: `${name} is missing. It stays locked until it is found.` };
  // Whoever got it could enroll it again.
  if (handedOutAt && handedOutAt > releasedAt)
    return { code: 'HANDED_OUT_SINCE', detail: `${name} was handed out after that. Release it once more.` };
  return null;
}

async function lastHandedOutOf(
  tx: Tx,
  districtId: string,
  deviceIds: readonly string[],
): Promise<Map<string, Date | null>> {
  const rows = await tx.query<{ id: string; at: Date | null }[]>(
    `SELECT n.id, ${lastHandedOut('n.id')} AS at FROM unnest($2::uuid[]) AS n (id)`,
    [districtId, deviceIds],
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
}

function inTheFuture(): InvalidInput {
  const detail = 'Enter a time that is not in the future.';
  return new InvalidInput(detail, [{ field: 'releasedAt', code: 'IN_THE_FUTURE', detail }]);
}
