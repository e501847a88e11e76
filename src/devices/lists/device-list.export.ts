import { Injectable, type StreamableFile } from '@nestjs/common';
import { Letterheads } from '../../access/letterheads.service.js';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import { may, type Scope, siteFilter } from '../../access/scope.js';
import { type ExportFormat, tableFile } from '../../common/documents/table-export.js';
import type { TableColumn } from '../../common/documents/table-writer.js';
import type { BothWays } from '../../common/paging.js';
import type { RecordRows } from '../../database/pools/row-stream.js';
import { NameReadingsService, type NamedPerson } from '../../people/name-readings.service.js';
import { isKnown } from '../../people/people-filter.js';
import { DeviceCoverages } from './device-coverages.js';
import { type DeviceFilter, DeviceFilters, type PreparedFilter } from './device-filter.js';
import { DEVICE_SORTS, type DeviceSort } from './device-sorts.js';
import { DEVICE_VIEW_JOINS } from '../device-views.sql.js';

interface Cell extends TableColumn {
  sql: string;
}

/**
 * Columns that people can choose for a file: those of the list of devices. `$ZONE` is the time zone, and `$COVERED` is the
 * last day of the coverage that ends last.
 */
const COLUMNS = {
  assetTag: { header: 'Asset tag', type: 'text', sql: 'd.asset_tag' },
  serialNumber: { header: 'Serial number', type: 'text', sql: 'd.serial_number' },
  manufacturer: { header: 'Manufacturer', type: 'text', sql: 'm.manufacturer' },
  model: { header: 'Model', type: 'text', sql: 'm.name' },
  kind: {
    header: 'Type',
    type: 'text',
    sql: `CASE WHEN d.kind = 'ipad' THEN 'iPad' ELSE initcap(d.kind) END`,
  },
  status: {
    header: 'Status',
    type: 'text',
    sql: `upper(left(d.status, 1)) || replace(substr(d.status, 2), '_', ' ')`,
  },
  statusSince: {
    header: 'Status since',
    type: 'date',
    sql: '(d.status_since AT TIME ZONE $ZONE)::date::text',
  },
  site: { header: 'Site', type: 'text', sql: 's.code' },
  siteName: { header: 'Site name', type: 'text', sql: 's.name' },
  region: { header: 'Region', type: 'text', sql: 's.region' },
  room: { header: 'Room', type: 'text', sql: 'r.name' },
  cart: { header: 'Cart', type: 'text', sql: 'c.name' },
  person: {
    header: 'Checked out to',
    type: 'text',
    sql: `coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.email)`,
  },
  purchasedOn: { header: 'Purchased', type: 'date', sql: 'd.purchased_on::text' },
  inServiceOn: { header: 'In service since', type: 'date', sql: 'd.in_service_on::text' },
  costCents: { header: 'Cost', type: 'cents', sql: 'd.cost_cents' },
  purchaseReference: { header: 'PO number', type: 'text', sql: 'd.purchase_reference' },
  fundingSource: { header: 'Funding source', type: 'text', sql: 'f.name' },
  fain: { header: 'FAIN', type: 'text', sql: 'f.fain' },
  autoUpdateEndsOn: {
    header: 'Updates end',
    type: 'date',
    sql: 'coalesce(m.auto_update_ends_on, a.ends_on)::text',
  },
  coverageEndsOn: { header: 'Coverage ends', type: 'date', sql: '$COVERED::text' },
  notes: { header: 'Notes', type: 'text', sql: 'd.notes' },
} as const satisfies Record<string, Cell>;

export type DeviceColumn = keyof typeof COLUMNS;

export const DEVICE_COLUMN_NAMES = Object.keys(COLUMNS) as DeviceColumn[];

/** Leaves out the names of students at sites that the caller cannot see. */
const holders = (sites: string): string => `
  LEFT JOIN people p ON p.district_id = $1 AND p.id = d.person_id AND ${isKnown('p', sites)}`;

/** Comes after the last column of the file, so the file does not have it. It is for the log of name readings. */
const NAMED = `jsonb_build_object('id', p.id, 'role', p.role, 'givenName', p.given_name, 'familyName', p.family_name,
                                  'email', p.email)`;

interface DeviceFile {
  sort: BothWays<DeviceSort>;
  filter: PreparedFilter;
  shown: readonly DeviceColumn[];
  /** SQL of `$COVERED`. */
  covered: string;
}

const DEVICE_FILE = list<unknown[], DeviceFile>({
  name: 'devices file',
  select: (param, { shown, covered }, { scope }) => {
    const cells = shown.map((name) =>
      COLUMNS[name].sql
        .replace('$ZONE', () => `${param(scope.timeZone)}::text`)
        .replace('$COVERED', () => covered),
    );
    const [named, people] = shown.includes('person')
      ? [[NAMED], holders(param(siteFilter(scope)))]
      : [[], ''];
    return `
      SELECT ${[...cells, ...named].join(', ')}
        FROM devices d ${DEVICE_VIEW_JOINS} ${people}
       WHERE d.district_id = $1`;
  },
  reach: (param, _, { filter }) => filter.reach(param),
  filters: {
    filter: ({ conditions }, param) => conditions.map((condition) => condition(param)).join(' AND '),
    shown: 'in select',
    covered: 'in select',
  },
  sorts: DEVICE_SORTS,
});

/** Exports the list of devices as it is on the page, with the same filter, sort and columns. */
@Injectable()
export class DeviceListExport {
  constructor(
    private readonly lists: Lists,
    private readonly filters: DeviceFilters,
    private readonly coverages: DeviceCoverages,
    private readonly letterheads: Letterheads,
    private readonly readings: NameReadingsService,
  ) {}

  /** Roles that cannot see people get the file without the column "Checked out to". */
  async file(
    scope: Scope,
    asked: DeviceFilter,
    format: ExportFormat,
    { columns, sort }: { columns: readonly DeviceColumn[]; sort: BothWays<DeviceSort> },
  ): Promise<StreamableFile> {
    const shown = [...new Set(columns)].filter((name) => name !== 'person' || may(scope, 'people:read'));
    const filter = await this.filters.prepare(scope, asked);
    const table = await this.letterheads.forList(
      scope,
      'Devices',
      shown.map((name) => ({ header: COLUMNS[name].header, type: COLUMNS[name].type })),
    );
    // Log the names in each batch before the batch is sent.
    const record: RecordRows = (connection, batch) =>
      this.readings.recordOn(
        connection,
        scope,
        'devices.export',
        batch.map((row) => row[shown.length] as NamedPerson),
      );
    const query = { sort, filter, shown, covered: this.coverages.sql.endsOn };
    const rows = await this.lists.rows(
      DEVICE_FILE,
      scope,
      query,
      shown.includes('person') ? record : undefined,
    );
    return tableFile('devices', format, table, rows);
  }
}
