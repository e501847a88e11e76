import { Injectable, type StreamableFile } from '@nestjs/common';
import { Letterheads } from '../../access/letterheads.service.js';
import { may, type Scope, siteFilter } from '../../access/scope.js';
import { type ExportFormat, tableFile } from '../../common/documents/table-export.js';
import type { TableColumn } from '../../common/documents/table-writer.js';
import { StreamPool } from '../../database/pools/stream-pool.js';
import { type DeviceFilter, DeviceFilters } from '../lists/device-filter.js';
import { isKnown } from '../../people/people-filter.js';
import { DEVICE_VIEW_JOINS } from '../device-views.sql.js';
import { DEVICE_FIELDS } from './devices.import.fields.js';

/** SQL and cell type of each field of our template: what we export we can import. `$2` is the time zone. */
const CELLS: Readonly<Record<string, { sql: string; type: TableColumn['type'] }>> = {
  assetTag: { sql: 'd.asset_tag', type: 'text' },
  serialNumber: { sql: 'd.serial_number', type: 'text' },
  manufacturer: { sql: 'm.manufacturer', type: 'text' },
  model: { sql: 'm.name', type: 'text' },
  kind: { sql: 'd.kind', type: 'text' },
  status: { sql: 'd.status', type: 'text' },
  statusOn: { sql: '(d.status_since AT TIME ZONE $ZONE)::date::text', type: 'date' },
  site: { sql: 's.code', type: 'text' },
  room: { sql: 'r.name', type: 'text' },
  cart: { sql: 'c.name', type: 'text' },
  holder: { sql: 'p.external_id', type: 'text' },
  loanedOn: { sql: '(l.loaned_at AT TIME ZONE $ZONE)::date::text', type: 'date' },
  dueOn: { sql: 'l.due_on::text', type: 'date' },
  purchasedOn: { sql: 'd.purchased_on::text', type: 'date' },
  inServiceOn: { sql: 'd.in_service_on::text', type: 'date' },
  costCents: { sql: 'd.cost_cents', type: 'cents' },
  purchaseReference: { sql: 'd.purchase_reference', type: 'text' },
  fundingSource: { sql: 'f.name', type: 'text' },
  fain: { sql: 'f.fain', type: 'text' },
  federalSharePercent: { sql: 'f.federal_share_percent::float8::text', type: 'text' },
  mac: { sql: 'k.mac', type: 'text' },
  imei: { sql: 'k.imei', type: 'text' },
  oldTag: { sql: 'k.old_tag', type: 'text' },
  notes: { sql: 'd.notes', type: 'text' },
};

/** The register, or what a filter leaves of it, in the columns of our template. */
@Injectable()
export class DevicesExport {
  constructor(
    private readonly streams: StreamPool,
    private readonly filters: DeviceFilters,
    private readonly letterheads: Letterheads,
  ) {}

  async file(scope: Scope, filter: DeviceFilter, format: ExportFormat): Promise<StreamableFile> {
    const { where, parameters } = await this.filters.toSql(scope, filter);
    const isWhole = Object.values(filter).every((value) => value === undefined);
    const zone = `$${parameters.push(scope.timeZone)}::text`;
    const sites = `$${parameters.push(siteFilter(scope))}`;
    // Holders are left out, column and all, for whoever may not read people.
    const fields = DEVICE_FIELDS.filter(({ name }) => may(scope, 'people:read') || !PERSONAL.has(name));
    const cells = fields.map(({ name }) => CELLS[name] as (typeof CELLS)[string]);
    const columns = fields.map(({ header, name }): TableColumn => {
      const column = { header, type: CELLS[name]?.type ?? 'text' };
      return ON_PAPER.has(name) ? column : { ...column, isOffPaper: true };
    });
    const sql = `
      SELECT ${cells.map(({ sql: cell }) => cell.replace('$ZONE', zone)).join(', ')}
        FROM devices d ${DEVICE_VIEW_JOINS}
        LEFT JOIN people p ON p.district_id = $1 AND p.id = d.person_id AND ${isKnown('p', sites)}
        LEFT JOIN custody l ON l.district_id = $1 AND l.device_id = d.id AND d.person_id IS NOT NULL
                           AND l.returned_at IS NULL
        ${isWhole ? CODES_OF_ALL : CODES_OF_EACH}
       WHERE d.district_id = $1${where} ORDER BY d.id`;
    const table = await this.letterheads.forList(scope, 'Devices', columns);
    return tableFile('devices', format, table, await this.streams.rows(scope, sql, parameters));
  }
}

const CODES = `
  min(code) FILTER (WHERE kind = 'mac') AS mac, min(code) FILTER (WHERE kind = 'imei') AS imei,
  min(code) FILTER (WHERE kind = 'old_tag') AS old_tag`;

/** For some devices, each by itself; for the whole register in one walk along the index, at half the cost. */
const CODES_OF_EACH = `
  LEFT JOIN LATERAL (
    SELECT ${CODES} FROM device_codes
     WHERE district_id = $1 AND device_id = d.id AND released_at IS NULL) k ON true`;
const CODES_OF_ALL = `
  LEFT JOIN (
    SELECT device_id, ${CODES} FROM device_codes
     WHERE district_id = $1 AND released_at IS NULL AND kind IN ('mac', 'imei', 'old_tag')
     GROUP BY device_id) k ON k.device_id = d.id`;

/** What finds a device and says where it stands; a page has no room for more. */
const ON_PAPER = new Set([
  'assetTag',
  'serialNumber',
  'manufacturer',
  'model',
  'kind',
  'status',
  'site',
  'room',
  'holder',
  'purchasedOn',
  'fundingSource',
]);
const PERSONAL = new Set(['holder', 'loanedOn', 'dueOn']);
