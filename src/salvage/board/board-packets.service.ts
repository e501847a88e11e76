import { Injectable, type StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Letterheads } from '../../access/letterheads.service.js';
import type { Scope } from '../../access/scope.js';
import { tableFile } from '../../common/documents/table-export.js';
import type { TableColumn } from '../../common/documents/table-writer.js';
import { StreamPool } from '../../database/pools/stream-pool.js';
import { type BoardItemDetail, BoardItemsQueries } from './board-items.queries.js';
import { ofItem } from './devices-of-item.sql.js';
import { dollars } from '../../common/dollars.js';
import { assessedValue } from '../assessment/latest-assessment.js';
import { federalShareInWords } from './federal-share.js';
import { PacketPhotos } from './packet-photos.js';

export type PacketFormat = 'pdf' | 'xlsx';

const COLUMNS: TableColumn[] = [
  { header: 'Route', type: 'text' },
  { header: 'Lot', type: 'integer' },
  { header: 'Asset tag', type: 'text' },
  { header: 'Serial number', type: 'text' },
  { header: 'Manufacturer', type: 'text' },
  { header: 'Model', type: 'text' },
  { header: 'Site', type: 'text' },
  { header: 'Purchased on', type: 'date' },
  { header: 'Cost', type: 'cents' },
  { header: 'Condition', type: 'text' },
  { header: 'Funding source', type: 'text' },
  // The printed packet shows the photos themselves.
  { header: 'Photos', type: 'integer', isOffPaper: true },
  { header: 'Federal share', type: 'text' },
];

/** The packet that the board reads before it votes: the finding, and which devices leave by which route. */
@Injectable()
export class BoardPackets {
  constructor(
    private readonly source: DataSource,
    private readonly queries: BoardItemsQueries,
    private readonly streams: StreamPool,
    private readonly letterheads: Letterheads,
    private readonly photos: PacketPhotos,
  ) {}

  /** @throws BoardItemNotFound */
  async file(scope: Scope, id: string, format: PacketFormat): Promise<StreamableFile> {
    const item = await this.queries.find(scope, id);
    const title = `Board item ${item.number} of ${item.meetingOn}: ${item.title}`;
    const table = await this.letterheads.forList(scope, title, COLUMNS);
    const summary = await this.summary(scope, id, item.mostCents);
    const appendix = format === 'pdf' ? await this.photos.appendix(scope, id) : undefined;
    // Last, because its connection waits until the rows are read.
    const rows = await this.streams.rows(
      scope,
      ofItem(
        `replace(l.route, '_', ' '), l.number, d.asset_tag, d.serial_number, m.manufacturer, m.name, s.name,
         d.purchased_on, d.cost_cents, y.condition, f.name,
         (SELECT count(*)::int FROM assessments a
            JOIN assessment_photos p ON p.district_id = $1 AND p.assessment_id = a.id
           WHERE a.district_id = $1 AND a.device_id = d.id AND a.withdrawn_at IS NULL),
         jsonb_build_object('federalSharePercent', f.federal_share_percent, 'costCents', d.cost_cents,
                            'purchasedOn', d.purchased_on)`,
        `JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
         JOIN sites s ON s.district_id = $1 AND s.id = d.site_id`,
        'ORDER BY l.route, l.number, coalesce(d.asset_tag, d.serial_number), d.id',
      ),
      [scope.districtId, id],
    );
    const notes = [...notesOf(item), ...summary];
    const about = { title: 'About this packet', lines: notes.map(namedLine) };
    const name = `board-item-${item.meetingOn}`;
    return tableFile(name, format, { ...table, notes, about, appendix }, withShares(rows));
  }

  /** A line for the value of everything, one for each route, and one for devices whose federal share has to be checked. */
  private async summary({ districtId }: Scope, id: string, mostCents: number | null): Promise<string[]> {
    const rows = await this.source.query<
      {
        route: string;
        devices: number;
        lots: number;
        costCents: number;
        unknown: number;
        federal: number;
        valueCents: number;
        unvalued: number;
      }[]
    >(
      ofItem(
        `replace(l.route, '_', ' ') AS route, count(*)::int AS devices, count(DISTINCT l.id)::int AS lots,
         coalesce(sum(d.cost_cents), 0)::float8 AS "costCents",
         count(*) FILTER (WHERE d.cost_cents IS NULL)::int AS unknown,
         count(*) FILTER (WHERE f.federal_share_percent > 0)::int AS federal,
         coalesce(sum(${assessedValue('d.id')}), 0)::float8 AS "valueCents",
         count(*) FILTER (WHERE ${assessedValue('d.id')} IS NULL)::int AS unvalued`,
        '',
        'GROUP BY l.route ORDER BY l.route',
      ),
      [districtId, id],
    );
    const sum = (of: 'devices' | 'valueCents' | 'unvalued' | 'federal'): number =>
      rows.reduce((total, row) => total + row[of], 0);
    return [
      worthInWords(sum('valueCents'), sum('unvalued'), mostCents),
      ...rows.map(
        ({ route, devices, lots, costCents, unknown }) =>
          `Route ${route}: ${counted(devices, 'device')} in ${counted(lots, 'lot')}, bought for ${dollars(costCents)}` +
          `${unknown > 0 ? ` (price of ${unknown} unknown)` : ''}.`,
      ),
      `Bought with federal money: ${counted(sum('federal'), 'device')}. See the column “Federal share”.`,
    ];
  }
}

/** What all of it is worth by its latest assessments, next to what the finding allows. */
function worthInWords(valueCents: number, unvalued: number, mostCents: number | null): string {
  const unknown = unvalued > 0 ? ` The value of ${counted(unvalued, 'device')} is unknown.` : '';
  const limit =
    mostCents === null
      ? ''
      : valueCents > mostCents
        ? ` This is more than the ${dollars(mostCents)} of the finding. Choose another finding.`
        : ` The finding allows up to ${dollars(mostCents)}.`;
  return `Value together: ${dollars(valueCents)} by the latest assessments.${unknown}${limit}`;
}

const counted = (count: number, one: string): string =>
  `${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`;

async function* withShares(rows: AsyncIterable<unknown[][]>): AsyncGenerator<unknown[][]> {
  for await (const batch of rows)
    yield batch.map((row) => [
      ...row.slice(0, -1),
      federalShareInWords(row.at(-1) as Parameters<typeof federalShareInWords>[0]),
    ]);
}

/** Splits a line at its first colon: the name of the line, and its text. */
function namedLine(note: string): [name: string, text: string] {
  const at = note.indexOf(': ');
  return at < 0 ? ['Note', note] : [note.slice(0, at), note.slice(at + 2)];
}

function notesOf({
  statute,
  words,
  decision,
  present,
  yes,
  isUnanimous,
  notices,
}: BoardItemDetail): string[] {
  const votes =
    present === null
      ? []
      : [`Decision: ${decision.replaceAll('_', ' ')}. ${yes} of ${present} members present voted yes.`];
  return [
    `Finding to be adopted (${statute}): ${words ?? ''}`,
    ...(isUnanimous ? ['Every member present must vote yes.'] : []),
    ...votes,
    ...notices.map(({ what, from, to }) => `${what}: ${from} to ${to}.`),
    'These words are a proposal. Have them checked before the board adopts them.',
  ];
}
