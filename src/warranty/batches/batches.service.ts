import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Forbidden } from '../../common/refusal.js';
import type { Scope } from '../../access/scope.js';
import { newId } from '../../common/ids.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { NameReadingsService } from '../../people/name-readings.service.js';
import { Vendors } from '../../vendors/vendors.service.js';
import { ClaimProgress } from '../claims/claim-progress.js';
import { BatchLetters } from '../delivery/batch-letters.js';
import type { LaidOut, RemarkedClaim } from '../layouts/rendering/lay-out.js';
import { LAYOUT_ENDING, layoutFile, mediaTypeOf } from '../layouts/rendering/layout-file.js';
import { type VendorLayout, VendorLayouts } from '../layouts/vendor-layouts.service.js';
import { correctedContents, readyContents } from './batch-contents.js';
import type { NewBatchBody } from './batches.dto.js';
import { BatchSuperseded, BatchTooLarge, unknownBatch } from './batches.errors.js';
import { type BatchDetail, BatchesQueries } from './batches.queries.js';
import { assertNames, borrowersOf } from './names.js';

/** Claims that an answer lists. */
const MOST_LISTED = 200;

/** Of claims that somebody chose. A batch of all ready claims ends before. */
const MOST_BYTES = 32 * 1024 * 1024;

/** What came of a request for a batch. */
export interface BatchMade extends BatchDetail {
  /** Claims that stay ready, and what they lack; at most 200 of them. */
  notSent: RemarkedClaim[];
  /** Claims of the vendor that are still ready. */
  stillReady: number;
}

interface Made {
  id: string;
  lacking: RemarkedClaim[];
  /** There are more claims than one batch takes. */
  isFull: boolean;
}

/** Files of claims for vendors. */
@Injectable()
export class Batches {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: BatchesQueries,
    private readonly vendors: Vendors,
    private readonly layouts: VendorLayouts,
    private readonly progress: ClaimProgress,
    private readonly letters: BatchLetters,
    private readonly names: NameReadingsService,
  ) {}

  /**
   * Makes a batch, and has it sent.
   * @throws Conflict where no claim can be sent; Forbidden for those who do not see the whole district
   */
  async create(scope: Scope, body: NewBatchBody): Promise<BatchMade> {
    assertWholeDistrict(scope);
    const made = await this.transactions.run(async (tx) => {
      const vendorId = await this.vendors.idOf(tx, scope.districtId, body.vendor);
      return this.createWithin(tx, scope, vendorId, body);
    });
    const batch = await this.queries.find(scope, made.id);
    const stillReady = await this.queries.countReady(scope, body.vendor);
    return { ...batch, notSent: made.lacking.slice(0, MOST_LISTED), stillReady };
  }

  /**
   * All of it is one transaction: the number, the file, the steps of the claims, and the letters. Batches of one vendor
   * come one after another.
   */
  async createWithin(
    tx: Tx,
    scope: Scope,
    vendorId: string,
    { claims, supersedes }: Pick<NewBatchBody, 'claims' | 'supersedes'> = {},
  ): Promise<Made> {
    // Vendors are locked before their claims, as every step of a claim does.
    await tx.query(`SELECT FROM vendors WHERE district_id = $1 AND id = $2 FOR SHARE`, [
      scope.districtId,
      vendorId,
    ]);
    const sequence = await nextNumber(tx, scope.districtId, vendorId);
    const use = await this.layouts.ofVendor(tx, scope, vendorId);
    const hasNames = assertNames(use.layout.definition, use.allowsNames);
    const plan = { vendorId, sequence, layout: use.layout.definition, claims };
    const before = supersedes === undefined ? null : await superseded(tx, scope, vendorId, supersedes);
    const contents = before
      ? await correctedContents(tx, scope, plan, before.id)
      : await readyContents(tx, scope, plan);
    const id = newId();
    const batch = { id, vendorId, sequence, use, hasNames, before, contents };
    await insertBatch(tx, scope, batch);
    await insertClaims(tx, scope, batch);
    if (hasNames) await this.names.recordOn(tx, scope, 'claim-batches.create', borrowersOf(contents.claims));
    const ids = contents.claims.map((claim) => claim.id);
    if (!before) {
      const note = `Sent in batch ${sequence}.`;
      await this.progress.sendWithin(tx, scope, ids, { note, details: { batchId: id, batch: sequence } });
    }
    await this.letters.sendWithin(tx, scope.districtId, id, use.delivery);
    return { id, lacking: contents.lacking, isFull: contents.isFull };
  }
}

/** A batch has the claims of every site. @throws Forbidden */
function assertWholeDistrict(scope: Scope): void {
  if (scope.sites !== 'all')
    throw new Forbidden(
      'Only people who see the whole district can send claims as a file.',
      'WHOLE_DISTRICT_NEEDED',
    );
}

/** The vendor's next number. Its row stays locked until the transaction ends, and goes back with it. */
async function nextNumber(tx: Tx, districtId: string, vendorId: string): Promise<number> {
  const [row] = await tx.query<{ last: number }[]>(
    `INSERT INTO claim_batch_counters AS x (district_id, vendor_id, last) VALUES ($1, $2, 1)
     ON CONFLICT (district_id, vendor_id) DO UPDATE SET last = x.last + 1 RETURNING last`,
    [districtId, vendorId],
  );
  if (!row) throw new Error('no number for a batch');
  return row.last;
}

interface Superseded {
  id: string;
  correction: number;
}

/** @throws InvalidInput for a batch that the vendor does not have; BatchSuperseded */
async function superseded(tx: Tx, { districtId }: Scope, vendorId: string, id: string): Promise<Superseded> {
  const [row] = await tx.query<(Superseded & { isOver: boolean })[]>(
    `SELECT b.id, b.correction,
            EXISTS (SELECT FROM claim_batches n WHERE n.district_id = $1 AND n.supersedes_id = b.id) AS "isOver"
       FROM claim_batches b WHERE b.district_id = $1 AND b.vendor_id = $2 AND b.id = $3`,
    [districtId, vendorId, id],
  );
  if (!row) throw unknownBatch();
  if (row.isOver) throw new BatchSuperseded();
  return row;
}

interface NewBatch {
  id: string;
  vendorId: string;
  sequence: number;
  use: VendorLayout;
  hasNames: boolean;
  before: Superseded | null;
  contents: LaidOut;
}

async function insertBatch(
  tx: Tx,
  { districtId, accountId }: Scope,
  { id, vendorId, sequence, use, hasNames, before, contents }: NewBatch,
): Promise<void> {
  const { definition, id: layoutId, layoutVersion } = use.layout;
  const bytes = await layoutFile(definition, contents.rows);
  if (bytes.length > MOST_BYTES) throw new BatchTooLarge();
  const number = String(sequence).padStart(6, '0');
  await tx.query(
    `INSERT INTO claim_batches (district_id, id, vendor_id, sequence, layout_id, layout_version, correction, supersedes_id,
            claim_count, row_count, has_names, changed, file_name, media_type, size_bytes, sha256, bytes, created_by,
            created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::jsonb, $13, $14, $15, $16, $17, $18, $19)`,
    [
      districtId,
      id,
      vendorId,
      sequence,
      layoutId,
      layoutVersion,
      before ? before.correction + 1 : 0,
      before?.id ?? null,
      contents.claims.length,
      contents.rows.length,
      hasNames,
      JSON.stringify(contents.changed.slice(0, MOST_LISTED)),
      `${use.districtSlug}-${use.vendorKey}-${number}.${LAYOUT_ENDING[definition.format]}`,
      mediaTypeOf(definition),
      bytes.length,
      createHash('sha256').update(bytes).digest(),
      bytes,
      accountId,
      tx.at,
    ],
  );
}

async function insertClaims(
  tx: Tx,
  { districtId }: Scope,
  { id, vendorId, before, contents }: NewBatch,
): Promise<void> {
  const rows = contents.claims.map(({ id: claimId, round, values }, i) => ({
    claim_id: claimId,
    round,
    position: i + 1,
    serial_number: values['serialNumber'],
    asset_tag: values['assetTag'],
  }));
  await tx.query(
    `INSERT INTO claim_batch_claims (district_id, claim_id, round, correction, batch_id, vendor_id, position, serial_number,
            asset_tag)
     SELECT $1::uuid, n.claim_id, n.round, $2::integer, $3::uuid, $4::uuid, n.position, n.serial_number, n.asset_tag
       FROM jsonb_populate_recordset(NULL::claim_batch_claims, $5::jsonb) AS n`,
    [districtId, before ? before.correction + 1 : 0, id, vendorId, JSON.stringify(rows)],
  );
}
