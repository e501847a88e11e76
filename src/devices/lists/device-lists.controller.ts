import { Controller, Get, Param, ParseEnumPipe, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { EXPORT_FORMATS, type ExportFormat } from '../../common/documents/table-export.js';
import type { Page } from '../../common/paging.js';
import { type DeviceTotal, DeviceTotals } from './device-totals.service.js';
import type { DeviceFound, DeviceView } from '../device-views.js';
import { DeviceExportQuery, DeviceFilterQuery, DeviceListQuery, LookUpQuery } from './device-lists.dto.js';
import { DevicesQueries } from '../devices.queries.js';
import { DeviceListExport } from './device-list.export.js';
import { DevicesExport } from '../in-bulk/devices.export.js';

@ApiTags('devices')
@Controller('devices')
@Needs('devices:read')
export class DeviceListsController {
  constructor(
    private readonly queries: DevicesQueries,
    private readonly totals: DeviceTotals,
    private readonly exports: DevicesExport,
    private readonly listExports: DeviceListExport,
  ) {}

  /** Lists the devices of the sites that you can see. */
  @Get()
  list(@CurrentScope() scope: Scope, @Query() query: DeviceListQuery): Promise<Page<DeviceView>> {
    return this.queries.list(scope, query);
  }

  /**
   * Counts the devices that a filter selects. If the filter has only sites, types and statuses, the number is exact.
   * Otherwise, Rollcall stops counting at 10,000, and `isMore` says that there are more.
   */
  @Get('count')
  count(@CurrentScope() scope: Scope, @Query() filter: DeviceFilterQuery): Promise<DeviceTotal> {
    return this.totals.count(scope, filter);
  }

  /**
   * Downloads the selected devices as CSV, XLSX or PDF. The file has the columns that you choose, or the columns of the
   * import template if you choose none.
   */
  @Get('export/:format')
  export(
    @CurrentScope() scope: Scope,
    @Param('format', new ParseEnumPipe(EXPORT_FORMATS)) format: ExportFormat,
    @Query() { columns, sort, ...filter }: DeviceExportQuery,
  ): Promise<StreamableFile> {
    if (columns) return this.listExports.file(scope, filter, format, { columns, sort });
    return this.exports.file(scope, filter, format);
  }

  /** Finds all devices of the district with this code, active devices first. There can be more than one. */
  @Get('lookup')
  async lookUp(@CurrentScope() scope: Scope, @Query() query: LookUpQuery): Promise<{ items: DeviceFound[] }> {
    return { items: await this.queries.lookUp(scope, query.code) };
  }
}
