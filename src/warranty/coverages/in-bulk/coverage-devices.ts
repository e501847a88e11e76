import { makerKey } from '../../../catalogue/makers.js';
import { type Scope, siteFilter } from '../../../access/scope.js';
import { groupBy } from '../../../common/group-by.js';
import { isPlaceholderCode } from '../../../common/placeholders.js';
import type { Tx } from '../../../database/tx.js';
import { normaliseCode, serialsOnLabels } from '../../../devices/device-codes.js';
import { makerSaid } from '../../../devices/planning/device-matches.js';
import type { ImportField, RowFields, RowProblem } from '../../../imports/import-kind.js';
import { problem, textOf } from './coverage-rows.js';

/** The fields of a row that say which device it is about. */
export const DEVICE_FIELDS: readonly ImportField[] = [
  {
    name: 'serialNumber',
    header: 'Serial number',
    type: 'code',
    isPlaceholder: isPlaceholderCode,
    synonyms: ['serial', 'serial no', 'sn', 's/n', 'service tag'],
  },
  {
    name: 'assetTag',
    header: 'Asset tag',
    type: 'code',
    isPlaceholder: isPlaceholderCode,
    synonyms: ['tag', 'asset', 'asset number', 'asset id', 'barcode'],
  },
  {
    name: 'manufacturer',
    header: 'Manufacturer',
    type: 'text',
    maxLength: 100,
    synonyms: ['make', 'maker', 'brand'],
  },
];

/** Who has a code. */
interface Owner {
  kind: 'serial' | 'asset_tag';
  code: string;
  /** Key of the maker, with a serial number. */
  manufacturer: string;
  deviceId: string;
}

/** The device of a row, or why there is none. */
export type RowDevice = { deviceId: string } | { problem: RowProblem };

/** Finds the devices of rows by serial number and asset tag, among those at the caller's sites. */
export async function devicesOfRows(tx: Tx, scope: Scope, rows: readonly RowFields[]): Promise<RowDevice[]> {
  const asked = rows.map((fields) => ({
    serials: serialsMeant(textOf(fields, 'serialNumber')),
    tag: normaliseCode(textOf(fields, 'assetTag') ?? ''),
    maker: makerSaid({ manufacturer: textOf(fields, 'manufacturer') }),
    fields,
  }));
  const owners = await tx.query<Owner[]>(
    `SELECT c.kind, c.code, c.manufacturer, c.device_id AS "deviceId"
       FROM device_codes c JOIN devices d ON d.district_id = $1 AND d.id = c.device_id
      WHERE c.district_id = $1 AND c.code = ANY ($2) AND c.kind IN ('serial', 'asset_tag')
        AND c.released_at IS NULL AND ($3::uuid[] IS NULL OR d.site_id = ANY ($3))`,
    [
      scope.districtId,
      asked.flatMap(({ serials, tag }) => [...serials.map(({ serial }) => serial), tag]),
      siteFilter(scope),
    ],
  );
  const byCode = groupBy(owners, ({ kind, code }) => `${kind} ${code}`);
  return asked.map(({ serials, tag, maker, fields }) => {
    const [onSerial = []] = serials
      .map(({ serial, isOf }) => ofMaker((byCode.get(`serial ${serial}`) ?? []).filter(isOf), maker))
      .filter((found) => found.length > 0);
    const [tagged] = byCode.get(`asset_tag ${tag}`) ?? [];
    return deviceOf(
      fields,
      serials.length > 0 ? onSerial : undefined,
      tag === '' ? undefined : (tagged ?? null),
    );
  });
}

/** The serial number itself, and then what it would be on the label of a maker who prints more than that. */
function serialsMeant(text: string | undefined): { serial: string; isOf: (owner: Owner) => boolean }[] {
  if (text === undefined) return [];
  const code = normaliseCode(text);
  const labels = serialsOnLabels(code).map(({ serial, isOf }) => ({
    serial,
    isOf: ({ manufacturer }: Owner) => isOf(manufacturer),
  }));
  return [{ serial: code, isOf: () => true }, ...labels];
}

/** A serial number is one maker's. Where the row or the device names no maker, it alone says which device it is. */
function ofMaker(owners: readonly Owner[], maker: string): Owner[] {
  const same = owners.filter(({ manufacturer }) => maker === '' || makerKey(manufacturer) === maker);
  return same.length > 0 ? same : owners.filter(({ manufacturer }) => makerKey(manufacturer) === '');
}

/**
 * @param onSerial undefined where the row gives no serial number
 * @param tagged undefined where the row gives no tag; null where no device has it
 */
function deviceOf(
  fields: RowFields,
  onSerial: Owner[] | undefined,
  tagged: Owner | null | undefined,
): RowDevice {
  const serial = textOf(fields, 'serialNumber') ?? '';
  const tag = textOf(fields, 'assetTag') ?? '';
  if (onSerial?.length === 0) {
    const maker = textOf(fields, 'manufacturer');
    const which = maker ? `${maker} device` : 'device';
    return unknown('serialNumber', `No ${which} has the serial number ${serial}.`);
  }
  if (tagged === null) return unknown('assetTag', `No device has the asset tag ${tag}.`);
  const ids = new Set((onSerial ?? []).map(({ deviceId }) => deviceId));
  if (tagged) {
    if (onSerial && !ids.has(tagged.deviceId)) {
      const detail = `The serial number ${serial} and the asset tag ${tag} are on two different devices. Correct one of the two cells.`;
      return { problem: problem('assetTag', 'MATCHES_TWO', detail) };
    }
    return { deviceId: tagged.deviceId };
  }
  const [first = ''] = ids;
  if (ids.size === 1) return { deviceId: first };
  const list = [...ids].map((id) => `/devices/${id}`).join(', ');
  const detail = `${ids.size} devices have the serial number ${serial}: ${list}. Add a column with the manufacturer, or fill in the asset tag.`;
  return { problem: problem('serialNumber', 'SERIAL_UNCLEAR', detail) };
}

function unknown(column: string, what: string): RowDevice {
  const detail = `${what} Check the code, or import the device first.`;
  return { problem: problem(column, 'UNKNOWN_DEVICE', detail) };
}
