import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { ArrayMaxSize, IsString, MaxLength } from 'class-validator';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { IfGiven, SiteCodes } from '../../common/http/request-fields.js';
import { ScanActions, type ScanActionView } from '../actions/scan-actions.js';
import { FieldCodes } from './field-codes.queries.js';
import { FieldDevices } from './field-devices.queries.js';

/** This many sites never have too many devices for a phone, even if they are large. */
const MOST_SITES = 5;
/** The media type of the index of codes. */
const CODES_TYPE = 'application/vnd.rollcall.codes';

export class FieldCodesQuery {
  /** The `next` of the last answer. The new answer has only what changed since then. */
  @IfGiven()
  @IsString()
  @MaxLength(100)
  since?: string;
}

export class FieldDevicesQuery extends FieldCodesQuery {
  /**
   * Codes of up to five sites. If your sites have more than 15,000 devices together, the answer has only the devices of
   * these sites. Sites that you cannot see are left out.
   */
  @SiteCodes()
  @ArrayMaxSize(MOST_SITES)
  sites?: string[];
}

@ApiTags('scanning')
@Controller('field')
@Needs('devices:edit')
export class FieldController {
  constructor(
    private readonly devices: FieldDevices,
    private readonly codes: FieldCodes,
    private readonly actions: ScanActions,
  ) {}

  /** Lists the scan actions in the order of their buttons, with their texts, their questions and what they change. */
  @Get('actions')
  listActions(@CurrentScope() scope: Scope): { items: ScanActionView[] } {
    return { items: this.actions.list(scope) };
  }

  /**
   * Downloads the devices in use at your own sites. A phone keeps them to work without a connection. If your sites have
   * more than 15,000 devices together, the answer has only the devices of the sites that you name. The format is JSON
   * lines. The first line is `{next, whole, sites, columns}`. Then there is a line for each device, with an array of its
   * values. If a device has left these sites, was disposed of, or became void since the last download, the line has only
   * its id.
   */
  @Get('devices')
  @ApiProduces('application/x-ndjson')
  async list(
    @CurrentScope() scope: Scope,
    @Query() { since, sites }: FieldDevicesQuery,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.devices.stream(scope, since, sites), {
      type: 'application/x-ndjson',
    });
  }

  /**
   * Downloads an index of the codes of all devices in use in the district. A phone uses it to say at once where a
   * scanned device belongs. The index has no codes in it, only 40 bits of the SHA-256 of each code, with the site, kind,
   * status and version of its device.
   *
   * The first line is JSON: `{next, whole, sites, kinds, statuses}`. Binary pieces follow. Each piece is about one block.
   * The first byte of a hash is the number of its block, and the other 4 bytes are its key. If there are several pieces
   * of a block, each later piece changes the block again.
   *
   * A piece begins with the number of the block (1 byte), the number of keys, and the number of entries (4 bytes each,
   * highest byte first). The keys come first. The phone removes all its entries with these keys. Then come the entries
   * that the phone adds. Both are sorted by key and stored column by column: the first byte of each, then the second
   * byte of each, and so on. An entry has 8 bytes: its key (4), the number of the site in `sites` (2), the number of the
   * kind times 16 plus the number of the status (1), and the version (1; 255 means 255 or more). All numbers count from 0.
   */
  @Get('codes')
  @ApiProduces(CODES_TYPE)
  async index(@CurrentScope() scope: Scope, @Query() { since }: FieldCodesQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.codes.stream(scope, since), { type: CODES_TYPE });
  }
}
