import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { Settings } from '../../config/settings.js';
import type { Tx } from '../../database/tx.js';
import type { Letter, LetterContents } from '../../outbox/letter.js';
import { Outbox } from '../../outbox/outbox.service.js';
import { addressesOf, type DeliverySettings } from './delivery-settings.js';

/** What letters are about that carry files to SFTP and HTTPS servers. Such a server can be asked, or knows the batch. */
const FILE = 'claim_batch';
/** The same for email, where a second copy cannot be told from the first before it has arrived. */
const MAILED_FILE = 'claim_batch_mail';
/** What letters are about that tell people of files that did not arrive. */
const FAILURE = 'claim_batch_failure';

/** Kinds of letters that carry the file of a batch. */
export const FILE_LETTERS = [FILE, MAILED_FILE] as const;

const PATIENCE_HOURS = 48;

interface BatchRow {
  sequence: number;
  claimCount: number;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  hasNames: boolean;
  superseded: number | null;
  district: string;
  vendor: string;
}

const BATCH = `
  SELECT b.sequence, b.claim_count AS "claimCount", b.file_name AS "fileName", b.media_type AS "mediaType",
         b.size_bytes AS "sizeBytes", encode(b.sha256, 'hex') AS sha256, b.has_names AS "hasNames",
         o.sequence AS superseded, t.name AS district, v.name AS vendor
    FROM claim_batches b
    JOIN districts t ON t.id = $1
    JOIN vendors v ON v.district_id = $1 AND v.id = b.vendor_id
    LEFT JOIN claim_batches o ON o.district_id = $1 AND o.id = b.supersedes_id
   WHERE b.district_id = $1 AND b.id = $2`;

/** The letters that carry batches to vendors, and those that tell people when one did not arrive. */
@Injectable()
export class BatchLetters implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly settings: Settings,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    const file = {
      patienceHours: PATIENCE_HOURS,
      contents: (districtId: string, batchId: string) => this.file(districtId, batchId),
      failed: (tx: Tx, letter: Letter) => this.tellWithin(tx, letter),
    };
    this.outbox.registerSubject(FILE, { ...file, guarantee: 'at_least_once' });
    this.outbox.registerSubject(MAILED_FILE, { ...file, guarantee: 'at_most_once' });
    this.outbox.registerSubject(FAILURE, {
      guarantee: 'at_least_once',
      patienceHours: PATIENCE_HOURS,
      contents: (districtId, batchId) => this.failure(districtId, batchId),
    });
  }

  /** Puts a batch on its way. @returns false where somebody downloads it, and there is nothing to send */
  async sendWithin(
    tx: Tx,
    districtId: string,
    batchId: string,
    settings: DeliverySettings,
  ): Promise<boolean> {
    const addresses = addressesOf(settings);
    if (addresses.length === 0) return false;
    const subjectKind = settings.by === 'email' ? MAILED_FILE : FILE;
    await this.outbox.addWithin(
      tx,
      districtId,
      { channel: settings.by, subjectKind, subjectId: batchId },
      addresses,
    );
    return true;
  }

  /** Tells whoever made the batch, or the district's administrators and ITS. */
  private async tellWithin(tx: Tx, { districtId, subjectId }: Letter): Promise<void> {
    const people = await tx.query<{ email: string }[]>(
      `SELECT a.email FROM accounts a JOIN claim_batches b ON b.district_id = $1 AND b.id = $2
        WHERE a.district_id = $1 AND a.disabled_at IS NULL
          AND CASE WHEN EXISTS (SELECT FROM accounts c
                     WHERE c.district_id = $1 AND c.id = b.created_by AND c.disabled_at IS NULL)
                   THEN a.id = b.created_by ELSE a.role IN ('admin', 'its') END`,
      [districtId, subjectId],
    );
    const of = { channel: 'email', subjectKind: FAILURE, subjectId };
    if (people.length > 0)
      await this.outbox.addWithin(
        tx,
        districtId,
        of,
        people.map(({ email }) => email),
      );
  }

  private async file(districtId: string, batchId: string): Promise<LetterContents> {
    const batch = await this.batch(districtId, batchId);
    const [stored] = await this.source.query<{ bytes: Buffer }[]>(
      `SELECT bytes FROM claim_batches WHERE district_id = $1 AND id = $2`,
      [districtId, batchId],
    );
    const { fileName, mediaType } = batch;
    const bytes = stored?.bytes ?? Buffer.alloc(0);
    return {
      subject: `${batch.district}: batch ${batch.sequence} of warranty claims`,
      text: textOf(batch).join('\n'),
      attachments: [{ fileName, mediaType, open: () => Readable.from([bytes]) }],
    };
  }

  private async failure(districtId: string, batchId: string): Promise<LetterContents> {
    const { sequence, vendor, fileName } = await this.batch(districtId, batchId);
    const letters = await this.source.query<{ address: string; state: string; answer: string | null }[]>(
      `SELECT DISTINCT ON (address, channel) address, state, answer FROM outbox
        WHERE district_id = $1 AND subject_kind = ANY ($2) AND subject_id = $3
        ORDER BY address, channel, round DESC`,
      [districtId, FILE_LETTERS, batchId],
    );
    const lost = letters.filter(({ state }) => state === 'failed' || state === 'unsure');
    const page = this.settings.PUBLIC_URL && `${this.settings.PUBLIC_URL}/claim-batches/${batchId}`;
    return {
      subject: `Batch ${sequence} did not reach ${vendor}`,
      text: [
        `Rollcall could not deliver the file ${fileName} to ${vendor}.`,
        '',
        ...lost.flatMap(({ address, state, answer }) => [
          `${address}: ${state === 'unsure' ? 'The file may have arrived. ' : ''}${answer ?? ''}`,
        ]),
        '',
        'Rollcall does not try again by itself. Ask the vendor, correct the settings, and then send the file again.',
        ...(page ? [page] : []),
      ].join('\n'),
      attachments: [],
    };
  }

  private async batch(districtId: string, batchId: string): Promise<BatchRow> {
    const [batch] = await this.source.query<BatchRow[]>(BATCH, [districtId, batchId]);
    if (!batch) throw new Error(`no batch ${batchId}`);
    return batch;
  }
}

function textOf({
  district,
  vendor,
  sequence,
  claimCount,
  superseded,
  hasNames,
  ...file
}: BatchRow): string[] {
  const claims = claimCount === 1 ? '1 warranty claim' : `${claimCount} warranty claims`;
  return [
    `${district} sends ${claims} to ${vendor}. This is batch ${sequence}.`,
    ...(superseded === null
      ? []
      : [`It takes the place of batch ${superseded}. Please do not work by that one any more.`]),
    ...(hasNames ? ['The file has names of people. Please use them for these claims only.'] : []),
    '',
    `File: ${file.fileName}`,
    `Bytes: ${file.sizeBytes}`,
    `SHA-256: ${file.sha256}`,
  ];
}
