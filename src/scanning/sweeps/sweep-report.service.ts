import { Injectable, type StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Letterheads } from '../../access/letterheads.service.js';
import type { Scope } from '../../access/scope.js';
import { instantIn } from '../../common/documents/letterhead.js';
import type { PrintedSignature } from '../../common/documents/pdf-signature.js';
import { type ExportFormat, tableFile } from '../../common/documents/table-export.js';
import type { TableColumn } from '../../common/documents/table-writer.js';
import { StreamPool } from '../../database/pools/stream-pool.js';
import { foundIn, NAMED_FINDINGS, type SweepDetail, SweepsQueries } from './sweeps.queries.js';

const COLUMNS: TableColumn[] = [
  { header: 'Result', type: 'text' },
  { header: 'Code', type: 'text' },
  { header: 'Asset tag', type: 'text' },
  { header: 'Serial number', type: 'text' },
  { header: 'Model', type: 'text' },
  { header: 'Status', type: 'text' },
  { header: 'Site on record', type: 'text' },
  { header: 'Room on record', type: 'text' },
  { header: 'Expected room', type: 'text' },
  { header: 'Found in room', type: 'text' },
  { header: 'Seen at', type: 'instant' },
  { header: 'Seen by', type: 'text' },
];

const ROWS = (found: string): string => `
  SELECT replace(f.result, '_', ' '), f.code, d.asset_tag, d.serial_number, m.manufacturer || ' ' || m.name,
         replace(d.status, '_', ' '), o.name, f.recorded_room, f.expected_room, f.found_room, f.seen_at,
         coalesce(nullif(a.name, ''), a.email)
    FROM (${found}) f ${NAMED_FINDINGS}
   ORDER BY array_position(ARRAY['missing', 'not_seen', 'misplaced', 'unknown', 'retired', 'verified'], f.result), f.code`;

/** What a sweep has found as a document: with who swept it, who closed it, and the signature. */
@Injectable()
export class SweepReports {
  constructor(
    private readonly source: DataSource,
    private readonly queries: SweepsQueries,
    private readonly streams: StreamPool,
    private readonly letterheads: Letterheads,
  ) {}

  /** @throws NotFound also where the sweep is out of the caller's reach */
  async file(scope: Scope, id: string, format: ExportFormat): Promise<StreamableFile> {
    const sweep = await this.queries.find(scope, id);
    const table = await this.letterheads.forList(scope, titleOf(sweep), COLUMNS);
    const notes = notesOf(sweep, await this.names(scope, sweep.technicians), scope.timeZone);
    const rows = await this.streams.rows(scope, ROWS(foundIn(sweep)), [scope.districtId, id]);
    const signature = format === 'pdf' ? await this.signature(scope, sweep) : undefined;
    return tableFile(`sweep-${id}`, format, { ...table, notes, ...(signature ? { signature } : {}) }, rows);
  }

  /** A sweep that was closed without a signature has a line to sign on by hand. */
  private async signature(scope: Scope, sweep: SweepDetail): Promise<PrintedSignature | undefined> {
    if (sweep.closedAt === null) return undefined;
    const image = await this.queries.signatureImage(scope, sweep.id);
    return {
      name: sweep.signedName,
      image: image && Buffer.concat(await image.open().toArray()),
      account: sweep.closedByName ?? '',
      signedAt: sweep.closedAt,
    };
  }

  private async names({ districtId }: Scope, ids: readonly string[]): Promise<string[]> {
    const rows = await this.source.query<{ name: string }[]>(
      `SELECT coalesce(nullif(name, ''), email) AS name FROM accounts
        WHERE district_id = $1 AND id = ANY ($2::uuid[]) ORDER BY 1`,
      [districtId, ids],
    );
    return rows.map(({ name }) => name);
  }
}

function titleOf({ siteName, room, cart, name }: SweepDetail): string {
  const part = room !== null ? `, room ${room}` : cart !== null ? `, cart ${cart}` : '';
  return `Sweep of ${siteName}${part}${name === null ? '' : `: ${name}`}`;
}

function notesOf(sweep: SweepDetail, technicians: readonly string[], timeZone: string): string[] {
  const { expected, found, begunByName, begunAt, closedByName, closedAt, note, late } = sweep;
  const unseen = closedAt === null ? `${found.not_seen} not seen yet` : `${found.missing} missing`;
  const scanned = technicians.length > 0 ? technicians.join(', ') : 'no one yet';
  return [
    `${expected} devices were expected: ${found.verified} verified and ${unseen}. ` +
      `${found.misplaced} misplaced, ${found.retired} retired but seen, ${found.unknown} unknown codes.`,
    `Started by ${begunByName} at ${instantIn(begunAt, timeZone)}. Scanned by ${scanned}.`,
    closedAt === null
      ? 'This sweep is not closed yet, so this report may change.'
      : `Closed by ${closedByName} at ${instantIn(closedAt, timeZone)}.`,
    ...(note ? [note] : []),
    ...(late > 0
      ? [`${late} scans arrived after the sweep was closed. This report does not include them.`]
      : []),
  ];
}
