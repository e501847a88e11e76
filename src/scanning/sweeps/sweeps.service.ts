import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { reaches, type Scope, siteFilter } from '../../access/scope.js';
import { Clock } from '../../common/time/clock.js';
import { explainConstraint } from '../../common/constraint-refusals.js';
import { newId } from '../../common/ids.js';
import { Conflict, InvalidInput, NotFound } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { fileOfBytes } from '../../files/file-content.js';
import { Files } from '../../files/files.service.js';
import { siteIdsByCode } from '../../sites/site-codes.js';
import { readSignatureImage } from './signature-image.js';
import { EXPECTED, FOUND_AT_CLOSING } from './sweep-findings.sql.js';
import { type NotMoved, SweepMoves } from './sweep-moves.service.js';
import { type SweepDetail, SweepsQueries } from './sweeps.queries.js';

export interface NewSweep {
  /** Code of the site. */
  site: string;
  /** Name of a room or a cart of it; the whole site where nothing is said. */
  room?: string;
  cart?: string;
  name?: string;
}

/** A sweep that was just closed, and the results for the devices that should be moved. */
export interface ClosedSweep extends SweepDetail {
  moved: number;
  left: NotMoved[];
}

/** How a sweep is closed. */
export interface SweepClosing {
  /** Whether devices that stand elsewhere than expected are moved to where they were found. */
  moves: boolean;
  note?: string;
  /** Who signs, by a typed name, and perhaps with a drawn picture as base64. */
  signature?: { name: string; image?: string };
}

explainConstraint(
  'sweeps_one_open',
  () =>
    new Conflict('A sweep of this place is already open. Join that one, or close it first.', 'SWEEP_OPEN'),
);

/** Sweeps: begun by one, shared by many, closed once. */
@Injectable()
export class Sweeps {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly moves: SweepMoves,
    private readonly queries: SweepsQueries,
    private readonly clock: Clock,
    private readonly files: Files,
  ) {}

  /** Freezes what is expected at a place now. @throws Conflict where the place is being swept already */
  async begin(scope: Scope, { site, room, cart, name }: NewSweep): Promise<SweepDetail> {
    const id = newId();
    const siteId = (await siteIdsByCode(this.source.manager, scope.districtId, [site])).get(site);
    if (siteId === undefined || !reaches(scope, siteId))
      throw new InvalidInput(`You have no site with the code ${site}. Check the code.`, [
        { field: 'site', code: 'UNKNOWN_SITE', detail: 'Enter the code of one of your sites.' },
      ]);
    if (room !== undefined && cart !== undefined)
      throw new InvalidInput('Choose a room or a cart for this sweep, not both.', [
        { field: 'cart', code: 'ONE_PLACE', detail: 'Leave out the room or the cart.' },
      ]);
    await this.transactions.run(async (tx) => {
      const roomId = room === undefined ? null : await this.placeId(tx, scope, siteId, 'room', room);
      const cartId = cart === undefined ? null : await this.placeId(tx, scope, siteId, 'cart', cart);
      await tx.query(
        `INSERT INTO sweeps (district_id, id, name, site_id, room_id, cart_id, begun_by, begun_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [scope.districtId, id, name ?? null, siteId, roomId, cartId, scope.accountId, this.clock.now()],
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
   * @throws Conflict for one that is closed; InvalidInput for a signature that no report can show
   */
  async close(scope: Scope, id: string, { moves, note, signature }: SweepClosing): Promise<ClosedSweep> {
    const image = signature?.image === undefined ? null : await readSignatureImage(signature.image);
    const done = await this.transactions.run(async (tx) => {
      await this.lockOpen(tx, scope, id);
      await tx.query(
        `INSERT INTO sweep_findings (district_id, sweep_id, key, result, code, device_id, expected_room, found_room,
                seen_at, seen_by, scan_id, recorded_site_id, recorded_room, recorded_cart)
         SELECT $1::uuid, $2::uuid, f.* FROM (${FOUND_AT_CLOSING}) f`,
        [scope.districtId, id],
      );
      const moved = moves
        ? await this.moves.moveMisplacedWithin(tx, scope, id)
        : { count: 0, left: [], changeSetId: null };
      await tx.query(
        `UPDATE sweeps SET closed_at = $3, closed_by = $4, note = $5, change_set_id = $6,
                counted_scans = (SELECT count(*) FROM scans WHERE district_id = $1 AND sweep_id = $2)
          WHERE district_id = $1 AND id = $2`,
        [scope.districtId, id, this.clock.now(), scope.accountId, note ?? null, moved.changeSetId],
      );
      if (signature) await this.sign(tx, scope, id, signature.name, image);
      return moved;
    });
    return { ...(await this.queries.find(scope, id)), moved: done.count, left: done.left };
  }

  private async sign(tx: Tx, scope: Scope, id: string, name: string, image: Buffer | null): Promise<void> {
    const { districtId, accountId } = scope;
    const imageId =
      image &&
      (await this.files.storeWithin(tx, districtId, fileOfBytes('signature.png', image), {
        mediaType: 'image/png',
        createdBy: accountId,
      }));
    await tx.query(
      `INSERT INTO sweep_signatures (district_id, sweep_id, name, image_id, signed_by, signed_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [districtId, id, name, imageId, accountId, this.clock.now()],
    );
  }

  private async lockOpen(tx: Tx, scope: Scope, id: string): Promise<void> {
    const [sweep] = await tx.query<{ closedAt: Date | null }[]>(
      `SELECT closed_at AS "closedAt" FROM sweeps
        WHERE district_id = $1 AND id = $2 AND ($3::uuid[] IS NULL OR site_id = ANY ($3)) FOR UPDATE`,
      [scope.districtId, id, siteFilter(scope)],
    );
    if (!sweep) throw new NotFound('The sweep', 'SWEEP_NOT_FOUND');
    if (sweep.closedAt) throw new Conflict('This sweep is already closed.', 'SWEEP_CLOSED');
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
      throw new InvalidInput(
        `This site has no ${kind} "${name}". Check the name, or add the ${kind} first.`,
        [
          {
            field: kind,
            code: `UNKNOWN_${kind.toUpperCase()}`,
            detail: `Enter the name of a ${kind} of this site.`,
          },
        ],
      );
    return place.id;
  }
}
