import { Controller, Get, Param, ParseUUIDPipe, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Letterheads } from '../../access/letterheads.service.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { dollars } from '../../common/dollars.js';
import { EXPORT_TYPE, tableFile } from '../../common/documents/table-export.js';
import type { CountedFrom } from '../../catalogue/retention.js';
import { inOneBatch, type TableColumn } from '../../common/documents/table-writer.js';
import { federalShareInWords } from '../board/federal-share.js';
import { DeviceLifeQueries, type LifeFacts, MOST_ROWS } from './device-life.queries.js';
import { type DeviceRetention, DeviceRetentions } from './device-retentions.queries.js';

const COLUMNS: TableColumn[] = [
  { header: 'When', type: 'instant' },
  { header: 'What', type: 'text' },
  { header: 'Details', type: 'text', isLong: true },
  { header: 'By', type: 'text' },
];

@ApiTags('salvage')
@Controller('devices/:id')
@Needs('devices:read')
export class DeviceLifeController {
  constructor(
    private readonly queries: DeviceLifeQueries,
    private readonly retentions: DeviceRetentions,
    private readonly letterheads: Letterheads,
  ) {}

  /** Shows until when the records of a device must be kept, by the rules of its funding source. */
  @Get('retention')
  retention(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<DeviceRetention> {
    return this.retentions.of(scope, id);
  }

  /**
   * Everything that an auditor asks about one device, as one PDF: purchase and funding, what happened to the device, how its
   * data was removed, what the board decided, and the papers with which it left. It does not name the people who had the
   * device.
   */
  @Get('life.pdf')
  @ApiProduces(EXPORT_TYPE.pdf)
  async life(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const facts = await this.queries.facts(scope, id);
    const rows = await this.queries.rows(scope, id);
    const code = facts.assetTag ?? facts.serialNumber ?? id;
    const table = await this.letterheads.forList(scope, `The life of device ${code}`, COLUMNS);
    const papers = (await this.queries.papers(scope, id)).map(
      ({ number, manifest, receipt }) =>
        `Lot ${number}: SHA-256 of the manifest ${manifest}${receipt === null ? '' : `; SHA-256 of the signed receipt ${receipt}`}.`,
    );
    const retention = await this.retentions.of(scope, id);
    const cut =
      rows.length < MOST_ROWS
        ? []
        : [
            `Only the oldest ${MOST_ROWS.toLocaleString('en-US')} lines are here. See the history of the device for the rest.`,
          ];
    const notes = [...notesOf(facts), ...retentionNotes(retention), ...papers, ...cut];
    return tableFile('life-of-device', 'pdf', { ...table, notes }, inOneBatch(rows));
  }
}

/** How long the records of the device must be kept, by the rules of its funding source. */
function retentionNotes({ keepUntil, isOpenEnded, rules }: DeviceRetention): string[] {
  if (rules.length === 0) return [];
  const end = isOpenEnded ? 'The last day is not known yet.' : `Records must be kept until: ${keepUntil}.`;
  return [
    `Records of this device are kept for what paid for it. ${end}`,
    ...rules.map(
      ({ fundingSource, records, years, countsFrom, from, until, source }) =>
        `${fundingSource}, ${records.replaceAll('_', ' ')}: ${years} years from the ${FROM_WORDS[countsFrom]} (${from ?? 'day not known yet'}), until ${until ?? 'not known yet'}. Source: ${source}.`,
    ),
  ];
}

const FROM_WORDS: Record<CountedFrom, string> = {
  purchase: 'purchase',
  disposal: 'day on which the device leaves',
  last_service: 'last service or delivery',
  funding_year: 'later of the end of the funding year and the service deadline',
  final_report: 'final report',
};

function notesOf(facts: LifeFacts): string[] {
  const { manufacturer, model, assetTag, serialNumber, status, route, site, costCents } = facts;
  const { purchasedOn, inServiceOn, purchaseReference, fundingSource, fain, titleHolder } = facts;
  const unknown = 'unknown';
  const cost = costCents === null ? unknown : dollars(costCents);
  return [
    `${manufacturer} ${model}. Asset tag: ${assetTag ?? 'none'}. Serial number: ${serialNumber ?? 'none'}.`,
    `Status: ${status}${route === null ? '' : ` (${route})`}. Site: ${site}.`,
    `Purchased on: ${purchasedOn ?? unknown}. In service since: ${inServiceOn ?? unknown}. Cost: ${cost}. Purchase reference: ${purchaseReference ?? unknown}.`,
    `Funding source: ${fundingSource ?? unknown}. FAIN: ${fain ?? 'none'}. Title holder: ${titleHolder ?? unknown}. Federal share: ${federalShareInWords(facts)}.`,
  ];
}
