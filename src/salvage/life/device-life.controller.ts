import { Controller, Get, Param, ParseUUIDPipe, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Letterheads } from '../../access/letterheads.service.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { dollars } from '../../common/dollars.js';
import { EXPORT_TYPE, tableFile } from '../../common/documents/table-export.js';
import { inOneBatch, type TableColumn } from '../../common/documents/table-writer.js';
import { federalShareInWords } from '../board/federal-share.js';
import { DeviceLifeQueries, type LifeFacts, MOST_ROWS } from './device-life.queries.js';

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
    private readonly letterheads: Letterheads,
  ) {}

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
    const cut =
      rows.length < MOST_ROWS
        ? []
        : [
            `Only the oldest ${MOST_ROWS.toLocaleString('en-US')} lines are here. See the history of the device for the rest.`,
          ];
    const notes = [...notesOf(facts), ...papers, ...cut];
    return tableFile('life-of-device', 'pdf', { ...table, notes }, inOneBatch(rows));
  }
}

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
