import { Injectable } from '@nestjs/common';
import type { Scope } from '../../../access/scope.js';
import { Conflict, InvalidInput, NotFound } from '../../../common/refusal.js';
import { dateIn } from '../../../common/time/clock.js';
import { Transactions } from '../../../database/transactions.js';
import type { Tx } from '../../../database/tx.js';
import type { Document } from '../../../files/documents.js';
import { Files, type StoredFile } from '../../../files/files.service.js';
import type { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { lockSubjects } from '../../../steps/step-writes.js';
import type { ObligationKind } from './lot-settlement.entities.js';
import { LOT_STEPS } from '../lot-steps.js';
import { compareLots } from '../returned/returned-writes.js';
import type { ObligationBody } from '../lots.dto.js';
import { LotNotFound } from '../lots.errors.js';
import { type LotDetail, LotsQueries } from '../lots.queries.js';
import { type WasteLabel, wasteLabel } from './waste-label.js';

class ObligationNotFound extends NotFound {
  constructor() {
    super('The obligation of this lot', 'OBLIGATION_NOT_FOUND');
  }
}

/** What follows a pick-up: papers, weights and money, and differences from the manifest. */
@Injectable()
export class LotSettlement {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly queries: LotsQueries,
    private readonly files: Files,
  ) {}

  /**
   * Files an obligation, moves its due date, or waives it.
   * @throws InvalidInput if two fields contradict each other; Conflict if the lot is settled
   */
  file(scope: Scope, id: string, kind: ObligationKind, body: ObligationBody): Promise<LotDetail> {
    const { filedOn = null, waivedBecause = null, dueOn = null } = body;
    const { reference = null, amountCents = null, weightKg = null } = body;
    if (filedOn === null && waivedBecause === null && dueOn === null)
      throw wrong(
        'filedOn',
        'MISSING',
        'Enter one of these: the date of the paper, the reason why the paper is not needed, or another due date.',
      );
    if (filedOn !== null && waivedBecause !== null)
      throw wrong(
        'waivedBecause',
        'EITHER_OR',
        'Enter the date of the paper, or the reason why it is not needed. Do not enter both.',
      );
    if (kind === 'weights' && filedOn !== null && weightKg === null)
      throw wrong('weightKg', 'MISSING', 'Enter the weight in kilograms.');
    if ((kind === 'price' || kind === 'payment') && filedOn !== null && amountCents === null)
      throw wrong('amountCents', 'MISSING', 'Enter the amount.');
    if (filedOn === null && waivedBecause === null)
      for (const [field, value] of Object.entries({ reference, amountCents, weightKg }))
        if (value !== null)
          throw wrong(field, 'FILED_ON_MISSING', 'Enter the day of the paper too, or leave this out.');
    return this.transactions.run(async (tx) => {
      const pickedUpOn = await lockPickedUp(tx, scope, id);
      if (filedOn !== null && filedOn < pickedUpOn && !BEFOREHAND.includes(kind))
        throw wrong(
          'filedOn',
          'BEFORE_PICK_UP',
          `The lot was picked up on ${pickedUpOn}. Enter that day or a later one.`,
        );
      if (filedOn !== null && filedOn > dateIn(scope.timeZone, tx.at))
        throw wrong('filedOn', 'IN_THE_FUTURE', 'Enter a day that is not in the future.');
      const isFiled = filedOn !== null || waivedBecause !== null;
      const [, count] = await tx.query<[unknown, number]>(
        isFiled
          ? `UPDATE lot_obligations SET filed_on = $4, waived_because = $5, due_on = coalesce($6::date, due_on),
                    reference = $7, amount_cents = $8, weight_kg = $9, filed_at = $10, filed_by = $11
              WHERE district_id = $1 AND lot_id = $2 AND kind = $3`
          : `UPDATE lot_obligations SET due_on = $4 WHERE district_id = $1 AND lot_id = $2 AND kind = $3`,
        isFiled
          ? [
              scope.districtId,
              id,
              kind,
              filedOn,
              waivedBecause,
              dueOn,
              reference,
              amountCents,
              weightKg,
              tx.at,
              scope.accountId,
            ]
          : [scope.districtId, id, kind, dueOn],
      );
      if (count === 0) throw new ObligationNotFound();
      if (kind === 'price') await compareLots(tx, scope.districtId, [id]);
      return this.queries.find(scope, id, tx);
    });
  }

  /** Stores the paper of an obligation, and replaces an earlier one. @throws ObligationNotFound */
  attach(scope: Scope, id: string, kind: ObligationKind, paper: Document): Promise<LotDetail> {
    const { districtId, accountId: createdBy } = scope;
    return this.transactions.run(async (tx) => {
      await lockPickedUp(tx, scope, id);
      const [before] = await tx.query<{ fileId: string | null }[]>(
        `SELECT file_id AS "fileId" FROM lot_obligations WHERE district_id = $1 AND lot_id = $2 AND kind = $3`,
        [districtId, id, kind],
      );
      if (!before) throw new ObligationNotFound();
      const { mediaType } = paper;
      const fileId = await this.files.storeWithin(tx, districtId, paper, { mediaType, createdBy });
      await tx.query(
        `UPDATE lot_obligations SET file_id = $4 WHERE district_id = $1 AND lot_id = $2 AND kind = $3`,
        [districtId, id, kind, fileId],
      );
      if (before.fileId !== null) await this.files.deleteWithin(tx, districtId, [before.fileId]);
      return this.queries.find(scope, id, tx);
    });
  }

  /** The paper of an obligation. @throws LotNotFound; ObligationNotFound */
  async paper(scope: Scope, id: string, kind: ObligationKind): Promise<StoredFile> {
    await this.queries.assertReached(scope, id);
    return this.open(
      scope,
      `SELECT file_id AS id FROM lot_obligations WHERE district_id = $1 AND lot_id = $2 AND kind = $3`,
      [id, kind],
    );
  }

  /** The manifest, or the receipt that the driver signed. @throws LotNotFound; NotFound if the paper does not exist yet */
  async document(
    scope: Scope,
    id: string,
    which: 'manifest_csv' | 'manifest_pdf' | 'receipt',
  ): Promise<StoredFile> {
    await this.queries.assertReached(scope, id);
    return this.open(scope, `SELECT ${which}_id AS id FROM lots WHERE district_id = $1 AND id = $2`, [id]);
  }

  /**
   * The label for a container or a pallet of universal waste.
   * @throws LotNotFound; Conflict if the lot has no day from which it is waste
   */
  async label(scope: Scope, id: string): Promise<Readable> {
    await this.queries.assertReached(scope, id);
    const [row] = await this.source.query<(Omit<WasteLabel, 'wasteSince'> & { wasteSince: string | null })[]>(
      `SELECT l.number, l.name, s.name AS site, l.place, l.is_batteries AS "isBatteries", l.waste_since AS "wasteSince",
              (l.waste_since + interval '1 year')::date AS "leaveBy", t.name AS district
         FROM lots l
         JOIN sites s ON s.district_id = $1 AND s.id = l.site_id
         JOIN districts t ON t.id = $1
        WHERE l.district_id = $1 AND l.id = $2`,
      [scope.districtId, id],
    );
    if (!row) throw new LotNotFound();
    const { wasteSince } = row;
    if (wasteSince === null)
      throw new Conflict(
        'The label needs a date. Enter the day on which somebody decided to discard what is in this lot.',
        'NO_WASTE_DATE',
      );
    return wasteLabel({ ...row, wasteSince });
  }

  /** Records the explanation of a difference. @throws NotFound */
  resolve(scope: Scope, id: string, differenceId: string, resolution: string): Promise<LotDetail> {
    return this.transactions.run(async (tx) => {
      await lockPickedUp(tx, scope, id);
      const [, count] = await tx.query<[unknown, number]>(
        `UPDATE lot_differences SET resolution = $4, resolved_at = $5, resolved_by = $6
          WHERE district_id = $1 AND lot_id = $2 AND id = $3`,
        [scope.districtId, id, differenceId, resolution, tx.at, scope.accountId],
      );
      if (count === 0) throw new NotFound('The difference of this lot', 'DIFFERENCE_NOT_FOUND');
      return this.queries.find(scope, id, tx);
    });
  }

  private async open({ districtId }: Scope, sql: string, parameters: unknown[]): Promise<StoredFile> {
    const [row] = await this.source.query<{ id: string | null }[]>(sql, [districtId, ...parameters]);
    if (!row?.id) throw new NotFound('The paper of this lot', 'LOT_PAPER_NOT_FOUND');
    return this.files.find(districtId, row.id);
  }
}

/** What a buyer may settle before the devices leave. */
const BEFOREHAND: readonly ObligationKind[] = ['price', 'payment'];

/**
 * @returns the calendar date of the pick-up
 * @throws LotNotFound; Conflict where nothing is owed yet, or nothing any more
 */
async function lockPickedUp(tx: Tx, scope: Scope, id: string): Promise<string> {
  const lot = (await lockSubjects(tx, scope, LOT_STEPS, [id])).get(id);
  if (!lot) throw new LotNotFound();
  if (lot.state === 'settled')
    throw new Conflict('This lot is settled, so its papers can no longer change.', 'LOT_SETTLED');
  if (lot.pickedUpAt === null)
    throw new Conflict(
      'This lot has not been picked up yet, so the recipient owes you nothing yet.',
      'LOT_NOT_PICKED_UP',
    );
  return dateIn(scope.timeZone, lot.pickedUpAt);
}

function wrong(field: string, code: string, detail: string): InvalidInput {
  return new InvalidInput(detail, [{ field, code, detail }]);
}
