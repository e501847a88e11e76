import { Injectable } from '@nestjs/common';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Letterhead } from '../../../common/documents/letterhead.js';
import { instantIn } from '../../../common/documents/letterhead.js';
import type { PrintedSignature } from '../../../common/documents/pdf-signature.js';
import { type PrintedTable, writePdf } from '../../../common/documents/pdf-table.js';
import { csvStream, inOneBatch, type TableColumn } from '../../../common/documents/table-writer.js';
import type { Tx } from '../../../database/tx.js';
import { fileOfBytes } from '../../../files/file-content.js';
import { Files } from '../../../files/files.service.js';
import { federalShareInWords } from '../../board/federal-share.js';
import { kilograms } from '../waste/waste-weights.js';
import type { LotRowFacts } from './lot-rows.js';

/** The facts that the papers of a lot print. */
export interface LotOnPaper {
  number: number;
  name: string;
  route: string;
  recipientName: string | null;
  siteName: string;
  wipeContract: string | null;
}

/** What happened at a pick-up, for the receipt. */
export interface PickUpOnPaper {
  manifestSha256: string;
  driver: { name: string; company: string };
  signature: PrintedSignature;
  counted: number;
  notTaken: readonly { code: string; note: string | null }[];
  extras: readonly { code: string; note: string | null }[];
  lessorReceipt: string | null;
}

const MANIFEST: TableColumn[] = [
  { header: 'No.', type: 'integer' },
  { header: 'Asset tag', type: 'text' },
  { header: 'Serial number', type: 'text' },
  { header: 'Manufacturer', type: 'text' },
  { header: 'Model', type: 'text' },
  { header: 'Condition', type: 'text' },
  { header: 'Pallet', type: 'text' },
  { header: 'Weight (kg)', type: 'number' },
  { header: 'Data', type: 'text' },
  { header: 'Funding source', type: 'text' },
  { header: 'Federal share', type: 'text' },
];

const RECEIPT = MANIFEST.slice(0, 7);

/** Stored papers of a lot. */
export interface StoredManifest {
  csvId: string;
  pdfId: string;
}

/** Makes the papers of lots, and stores them. Their bytes never change. */
@Injectable()
export class LotPapers {
  constructor(private readonly files: Files) {}

  /** The manifest as CSV, and as a PDF that has the SHA-256 of the CSV printed on it. */
  async storeManifest(
    tx: Tx,
    scope: { districtId: string; accountId: string | null },
    letterhead: Letterhead,
    lot: LotOnPaper,
    rows: readonly LotRowFacts[],
  ): Promise<StoredManifest> {
    const cells = rows.map((row, i) => [
      i + 1,
      row.assetTag,
      row.serialNumber,
      row.manufacturer,
      row.model,
      row.condition,
      row.pallet,
      row.weightGrams === null ? null : kilograms(row.weightGrams),
      dataInWords(row, lot.wipeContract),
      row.fundingSource,
      federalShareInWords(row),
    ]);
    const csv = fileOfBytes(
      `lot-${lot.number}-manifest.csv`,
      await buffer(csvStream(MANIFEST, inOneBatch(cells))),
    );
    const pdf = await printed(
      {
        title: `Manifest of lot ${lot.number}: ${lot.name}`,
        knownAt: tx.at,
        notes: [
          ...aboutLot(lot),
          `${devices(rows.length)}. ${weightInWords(rows)}`,
          `SHA-256 of the manifest as CSV: ${csv.sha256.toString('hex')}`,
        ],
        columns: MANIFEST,
        letterhead,
      },
      cells,
    );
    const { districtId, accountId: createdBy } = scope;
    const csvId = await this.files.storeWithin(tx, districtId, csv, {
      mediaType: 'text/csv; charset=utf-8',
      createdBy,
    });
    const name = `lot-${lot.number}-manifest.pdf`;
    const pdfId = await this.storePdf(tx, scope, name, pdf);
    return { csvId, pdfId };
  }

  /** The receipt that the driver signs: what was taken, the differences from the manifest, and the hash of the manifest. */
  async storeReceipt(
    tx: Tx,
    scope: { districtId: string; accountId: string | null },
    letterhead: Letterhead,
    lot: LotOnPaper,
    rows: readonly LotRowFacts[],
    pickUp: PickUpOnPaper,
  ): Promise<string> {
    const { driver, counted, notTaken, extras, lessorReceipt, manifestSha256, signature } = pickUp;
    // A line each: a thousand of them in one text would keep the server from answering others.
    const listed = (what: string, all: readonly { code: string; note: string | null }[]): string[] =>
      all.length === 0
        ? []
        : [what, ...all.map(({ code, note }) => (note ? `– ${code} (${note})` : `– ${code}`))];
    const pdf = await printed(
      {
        title: `Receipt for lot ${lot.number}: ${lot.name}`,
        knownAt: tx.at,
        notes: [
          ...aboutLot(lot),
          `Picked up by ${driver.name}, ${driver.company}, at ${instantIn(tx.at, letterhead.timeZone)}.`,
          `The driver counted ${devices(counted)}. ${devices(rows.length)} of the manifest left with this receipt.`,
          ...(notTaken.length > 0 ? [] : ['All devices of the manifest were taken.']),
          ...listed('On the manifest, but not taken:', notTaken),
          ...listed('There, but not on the manifest:', extras),
          ...(lessorReceipt === null ? [] : [`Receipt of the lessor: ${lessorReceipt}.`]),
          `SHA-256 of the manifest as CSV: ${manifestSha256}`,
        ],
        columns: RECEIPT,
        letterhead,
        signature,
      },
      rows.map((row, i) => [
        i + 1,
        row.assetTag,
        row.serialNumber,
        row.manufacturer,
        row.model,
        row.condition,
        row.pallet,
      ]),
    );
    return this.storePdf(tx, scope, `lot-${lot.number}-receipt.pdf`, pdf);
  }

  private storePdf(
    tx: Tx,
    { districtId, accountId: createdBy }: { districtId: string; accountId: string | null },
    name: string,
    bytes: Buffer,
  ): Promise<string> {
    const mediaType = 'application/pdf';
    return this.files.storeWithin(tx, districtId, fileOfBytes(name, bytes), { mediaType, createdBy });
  }
}

async function printed(table: PrintedTable, cells: unknown[][]): Promise<Buffer> {
  const out = new PassThrough();
  const [bytes] = await Promise.all([buffer(out), writePdf(table, inOneBatch(cells), out)]);
  return bytes;
}

const words = (name: string): string => name.replaceAll('_', ' ');

const devices = (count: number): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? 'device' : 'devices'}`;

/** The sum of the weights that are known, and how many are not. Nothing is estimated here, because a recycler weighs it. */
function weightInWords(rows: readonly LotRowFacts[]): string {
  const known = rows.flatMap(({ weightGrams }) => weightGrams ?? []);
  const unknown = rows.length - known.length;
  if (known.length === 0) return 'Weight: not known.';
  const sum = `${kilograms(known.reduce((a, b) => a + b, 0)).toLocaleString('en-US', { maximumFractionDigits: 3 })} kg`;
  if (unknown === 0) return `Weight: ${sum}.`;
  return `Weight of ${devices(known.length)}: ${sum}. The weight of ${devices(unknown)} is not known.`;
}

function aboutLot({ route, recipientName, siteName, wipeContract }: LotOnPaper): string[] {
  return [
    `Route: ${words(route)}. From: ${siteName}`,
    ...(recipientName === null ? [] : [`To: ${recipientName}`]),
    ...(wipeContract === null ? [] : [`The recipient removes the data. Contract: ${wipeContract}.`]),
  ];
}

function dataInWords(row: LotRowFacts, wipeContract: string | null): string {
  const { isSanitized, technique, method, sanitizedOn } = row;
  if (technique !== null && sanitizedOn !== null)
    return `${words(technique)}${method === null || method === 'none' ? '' : ` (${method})`}, ${sanitizedOn}`;
  if (isSanitized) return 'Removed';
  return wipeContract === null ? '' : 'By the recipient';
}
