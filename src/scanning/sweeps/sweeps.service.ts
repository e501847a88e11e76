import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { reaches, type Scope, siteFilter } from '../../access/scope.js';
import { Clock } from '../../common/time/clock.js';
import { explainConstraint } from '../../common/constraint-refusals.js';
import { newId } from '../../common/ids.js';
import { Conflict, InvalidInput, NotFound } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import type { DeviceInput } from '../../devices/planning/device-input.js';
import type { DeviceRecord } from '../../devices/device-record.js';
import { DeviceChanges } from '../../devices/device-changes.js';
import { siteIdsByCode } from '../../sites/site-codes.js';
import { EXPECTED, FOUND_SO_FAR } from './sweep-findings.sql.js';
import { type SweepDetail, SweepsQueries } from './sweeps.queries.js';

/** Devices that closing a sweep moves, in one transaction. */
const MOST_MOVES = 1_000;

export interface NewSweep {
  /** Code of the site. */
  site: string;
  /** Name of a room or a cart of it; the whole site where nothing is said. */
  room?: string;
  cart?: string;
  name?: string;
}

/** A device that closing did not move to where it was found, and why. */
export interface NotMoved {
  deviceId: string;
  detail: string;
}

interface Misplaced {
  deviceId: string;
  scanId: string;
  site: string;
  /** Room in which it was found, else the one that was swept. */
  room: string | null;
  /** Cart that was swept. */
  cart: string | null;
  seenAt: Date;
}

explainConstraint(
  'sweeps_one_open',
  () => new Conflict('This place is being swept already: join that sweep, or close it.', 'SWEEP_OPEN'),
);

/** Sweeps: begun by one, shared by many, closed once. */
@Injectable()
export class Sweeps {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly changes: DeviceChanges,
    private readonly queries: SweepsQueries,
    private readonly clock: Clock,
  ) {}

  /** Freezes what is expected at a place now. @throws Conflict where the place is being swept already */
  async begin(scope: Scope, { site, room, cart, name }: NewSweep): Promise<SweepDetail> {
    const id = newId();
    const siteId = (await siteIdsByCode(this.source.manager, scope.districtId, [site])).get(site);
    if (siteId === undefined || !reaches(scope, siteId))
      throw new InvalidInput(`There is no site ${site} among yours.`, [
        { field: 'site', code: 'UNKNOWN_SITE', detail: 'the code of one of your sites' },
      ]);
    if (room !== undefined && cart !== undefined)
      throw new InvalidInput('A sweep is of a room or of a cart.', [
        { field: 'cart', code: 'ONE_PLACE', detail: 'leave out the room or the cart' },
      ]);
    await this.transactions.run(async (tx) => {
      const roomId = room === undefined ? null : await this.placeId(tx, scope, siteId, 'room', room);
      const cartId = cart === undefined ? null : await this.placeId(tx, scope, siteId, 'cart', cart);
      const title = name ?? (room ? `Room ${room}` : cart ? `Cart ${cart}` : `All of ${site}`);
      await tx.query(
        `INSERT INTO sweeps (district_id, id, name, site_id, room_id, cart_id, begun_by, begun_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [scope.districtId, id, title, siteId, roomId, cartId, scope.accountId, this.clock.now()],
      );
      await tx.query(
        `INSERT INTO sweep_devices (district_id, sweep_id, device_id, room_id)
         SELECT $1::uuid, $2::uuid, e.id, e.room_id FROM (${EXPECTED}) e`,
        [scope.districtId, id, siteId, roomId, cartId],
      );
    });
    return this.queries.find(scope, id);
  }

  /**
   * Closes a sweep: what it found is kept as it is now.
   * @param moves whether devices that stand elsewhere than expected are moved to where they were found
   * @throws Conflict for one that is closed
   */
  async close(
    scope: Scope,
    id: string,
    { moves, note }: { moves: boolean; note?: string },
  ): Promise<SweepDetail & { moved: number; left: NotMoved[] }> {
    const done = await this.transactions.run(async (tx) => {
      await this.lockOpen(tx, scope, id);
      await tx.query(
        `INSERT INTO sweep_findings (district_id, sweep_id, key, result, code, device_id, expected_room, found_room,
                seen_at, seen_by, scan_id)
         SELECT $1::uuid, $2::uuid, f.* FROM (${FOUND_SO_FAR}) f`,
        [scope.districtId, id],
      );
      const moved = moves
        ? await this.moveMisplaced(tx, scope, id)
        : { count: 0, left: [], changeSetId: null };
      await tx.query(
        `UPDATE sweeps SET closed_at = $3, closed_by = $4, note = $5, change_set_id = $6,
                counted_scans = (SELECT count(*) FROM scans WHERE district_id = $1 AND sweep_id = $2)
          WHERE district_id = $1 AND id = $2`,
        [scope.districtId, id, this.clock.now(), scope.accountId, note ?? null, moved.changeSetId],
      );
      return moved;
    });
    return { ...(await this.queries.find(scope, id)), moved: done.count, left: done.left };
  }

  private async moveMisplaced(
    tx: Tx,
    scope: Scope,
    id: string,
  ): Promise<{ count: number; left: NotMoved[]; changeSetId: string | null }> {
    const misplaced = await tx.query<Misplaced[]>(
      `SELECT f.device_id AS "deviceId", f.scan_id AS "scanId", t.code AS site, f.seen_at AS "seenAt",
              CASE WHEN w.cart_id IS NULL THEN coalesce(f.found_room, r.name) END AS room, c.name AS cart
         FROM sweep_findings f
         JOIN sweeps w ON w.district_id = $1 AND w.id = f.sweep_id
         JOIN sites t ON t.district_id = $1 AND t.id = w.site_id
         LEFT JOIN rooms r ON r.district_id = $1 AND r.id = w.room_id
         LEFT JOIN carts c ON c.district_id = $1 AND c.id = w.cart_id
        WHERE f.district_id = $1 AND f.sweep_id = $2 AND f.result = 'misplaced' ORDER BY f.device_id LIMIT $3`,
      [scope.districtId, id, MOST_MOVES + 1],
    );
    if (misplaced.length > MOST_MOVES)
      throw new Conflict(
        `More than ${MOST_MOVES} devices stand elsewhere; close the sweep without moving them, and move them by a bulk change.`,
        'TOO_MANY_MOVES',
      );
    const devices = await this.changes.lock(
      tx,
      scope.districtId,
      misplaced.map(({ deviceId }) => deviceId),
    );
    const before = new Map([...devices.values()].map((device) => [device.id, device.siteId]));
    // Who has touched it since has the later word.
    const touched = (one: Misplaced): boolean =>
      (devices.get(one.deviceId)?.lastEffectiveAt ?? new Date(0)) > one.seenAt;
    const moving = misplaced.filter((one) => !touched(one));
    const left = misplaced
      .filter(touched)
      .map(({ deviceId }): NotMoved => ({ deviceId, detail: 'it was changed after it was seen' }));
    const outcomes = await this.changes.applyScanned(
      tx,
      scope,
      devices,
      moving.map((one) => ({
        deviceId: one.deviceId,
        input: placeOf(one, devices.get(one.deviceId)),
        seen: null,
        fromAnywhere: true,
        overrides: true,
      })),
    );
    const moved: { scanId: string; from: string }[] = [];
    let changeSetId: string | null = null;
    for (const [i, outcome] of outcomes.entries()) {
      const { deviceId, scanId } = moving[i] as Misplaced;
      if (outcome.outcome === 'refused') left.push({ deviceId, detail: outcome.detail });
      else if (outcome.outcome !== 'changed')
        left.push({ deviceId, detail: 'it is recorded there already; nobody said in which room it is' });
      else {
        ({ changeSetId } = outcome);
        moved.push({ scanId, from: before.get(deviceId) ?? outcome.device.siteId });
      }
    }
    // The site that it left is told, as by any other scan.
    await tx.query(
      `UPDATE scans s SET from_site_id = n."from"
         FROM jsonb_to_recordset($2::jsonb) AS n ("scanId" uuid, "from" uuid)
        WHERE s.district_id = $1 AND s.id = n."scanId" AND n."from" IS DISTINCT FROM s.site_id`,
      [scope.districtId, JSON.stringify(moved)],
    );
    return { count: moved.length, left, changeSetId };
  }

  private async lockOpen(tx: Tx, scope: Scope, id: string): Promise<void> {
    const [sweep] = await tx.query<{ closedAt: Date | null }[]>(
      `SELECT closed_at AS "closedAt" FROM sweeps
        WHERE district_id = $1 AND id = $2 AND ($3::uuid[] IS NULL OR site_id = ANY ($3)) FOR UPDATE`,
      [scope.districtId, id, siteFilter(scope)],
    );
    if (!sweep) throw new NotFound('The sweep', 'SWEEP_NOT_FOUND');
    if (sweep.closedAt) throw new Conflict('The sweep is closed already.', 'SWEEP_CLOSED');
  }

  private async placeId(
    tx: Tx,
    scope: Scope,
    siteId: string,
    kind: 'room' | 'cart',
    name: string,
  ): Promise<string> {
    const [place] = await tx.query<{ id: string }[]>(
      `SELECT id FROM ${kind}s WHERE district_id = $1 AND site_id = $2 AND lower(name) = lower($3)`,
      [scope.districtId, siteId, name.trim()],
    );
    if (!place)
      throw new InvalidInput(`The site has no ${kind} "${name}".`, [
        { field: kind, code: `UNKNOWN_${kind.toUpperCase()}`, detail: `the name of a ${kind} of the site` },
      ]);
    return place.id;
  }
}

/** Where a device is put that was found; what was missing is found. */
function placeOf({ site, room, cart }: Misplaced, device: DeviceRecord | undefined): DeviceInput {
  return {
    site,
    ...(cart !== null ? { cart } : room !== null ? { room, cart: null } : {}),
    ...(device?.status === 'missing' ? { status: 'in_stock' } : {}),
  };
}
