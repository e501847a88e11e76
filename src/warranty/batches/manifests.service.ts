import { Injectable } from '@nestjs/common';
import { PassThrough, type Readable } from 'node:stream';
import { Letterheads } from '../../access/letterheads.service.js';
import type { Scope } from '../../access/scope.js';
import { writePdf } from '../../common/documents/pdf-table.js';
import { inOneBatch, type TableColumn } from '../../common/documents/table-writer.js';
import { BatchesQueries, type BatchView, type ManifestClaim } from './batches.queries.js';

/** What a batch is made of, to check a file against. */
export interface Manifest extends BatchView {
  claims: ManifestClaim[];
}

const COLUMNS: readonly (TableColumn & { field: keyof ManifestClaim })[] = [
  { field: 'position', header: 'No.', type: 'integer' },
  { field: 'number', header: 'Claim', type: 'text' },
  { field: 'serialNumber', header: 'Serial number', type: 'text' },
  { field: 'assetTag', header: 'Asset tag', type: 'text' },
  { field: 'category', header: 'Fault', type: 'text' },
  { field: 'resubmissions', header: 'Times sent again', type: 'integer' },
];

/** Manifests of batches, for machines and for people. */
@Injectable()
export class Manifests {
  constructor(
    private readonly queries: BatchesQueries,
    private readonly letterheads: Letterheads,
  ) {}

  /** @throws BatchNotFound */
  async of(scope: Scope, id: string): Promise<Manifest> {
    const { claims: _, changed: __, ...batch } = await this.queries.find(scope, id);
    return { ...batch, claims: await this.queries.claimsOf(scope, id) };
  }

  /** The same on paper, with room for who handed the devices over. */
  async pdf(scope: Scope, { claims, ...batch }: Manifest): Promise<Readable> {
    const table = {
      title: `Manifest of batch ${batch.sequence} for ${batch.vendorName}`,
      knownAt: batch.createdAt,
      notes: notesOf(batch),
      columns: COLUMNS.map(({ header, type }) => ({ header, type })),
      letterhead: await this.letterheads.of(scope),
    };
    const rows = claims.map((claim) => {
      const shown = { ...claim, category: claim.category.replaceAll('_', ' ') };
      return COLUMNS.map(({ field }) => shown[field]);
    });
    const out = new PassThrough();
    // A failure half-way cuts the file off, so that nobody takes half of it for the whole.
    writePdf(table, inOneBatch(rows), out).catch((error: Error) => out.destroy(error));
    return out;
  }
}

function notesOf({ fileName, sizeBytes, sha256, claimCount, rowCount, ...batch }: BatchView): string[] {
  const { layout, layoutVersion, hasNames, supersedes, supersededBy } = batch;
  const count = (n: number, one: string): string =>
    `${n.toLocaleString('en-US')} ${one}${n === 1 ? '' : 's'}`;
  return [
    `File: ${fileName}, ${count(sizeBytes, 'byte')}, ${count(claimCount, 'claim')}, ${count(rowCount, 'row')}.`,
    `SHA-256: ${sha256}`,
    `Layout: ${layout}, version ${layoutVersion}.`,
    ...(hasNames ? ['The file has names of people. The district allowed this for this vendor.'] : []),
    ...(supersedes === null ? [] : ['This batch replaces an earlier one.']),
    ...(supersededBy === null ? [] : ['A later batch replaces this one. Use the later one instead.']),
  ];
}
