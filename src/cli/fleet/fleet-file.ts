import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { FleetDevice, FleetModel, LifeStep } from './fleet-types.js';

/** The first line of our own template for devices; the importer knows these names without a mapping. */
export const DEVICE_TEMPLATE_HEADER =
  'Asset tag,Serial number,Manufacturer,Model,Kind,Status,Status since,Site,Room,Cart,Holder,Loaned on,Due on,' +
  'Purchased on,In service on,Cost,Purchase reference,Funding source,FAIN,Federal share,MAC address,IMEI,Old tag,Notes';

export interface FleetFileOptions {
  /** The first so many rows name another of these sites than the right one. */
  wrongSites?: number;
  /** Codes of existing sites to be wrong with; needed when `wrongSites` is. */
  siteCodes?: readonly string[];
}

/** Strings of about this length keep the stream busy without a call for each row. */
const CHUNK_CHARACTERS = 1 << 16;

/** Writes one file and resolves with its number of rows; it waits while the reader is slower than we are. */
export async function writeFleetFile(
  out: Writable,
  devices: Iterable<FleetDevice>,
  options: FleetFileOptions = {},
): Promise<number> {
  const { wrongSites = 0, siteCodes = [] } = options;
  if (wrongSites > 0 && siteCodes.length < 2) throw new RangeError('Wrong sites need at least two sites.');
  const places = new Map(siteCodes.map((code, place) => [code, place]));
  let rows = 0;
  let chunk = `${DEVICE_TEMPLATE_HEADER}\n`;
  for (const device of devices) {
    const site = rows < wrongSites ? wrongSite(device, siteCodes, places) : device.final.site;
    chunk += `${deviceRow(device, site)}\n`;
    rows += 1;
    if (chunk.length >= CHUNK_CHARACTERS) {
      if (!out.write(chunk)) await once(out, 'drain');
      chunk = '';
    }
  }
  if (!out.write(chunk)) await once(out, 'drain');
  return rows;
}

/** One device as a line of the template, as it stands at the end of its story. */
export function deviceRow(device: FleetDevice, site: string = device.final.site): string {
  const { final, fundingSource, model } = device;
  return (
    `${cell(device.assetTag)},${device.serialNumber},${modelCells(model)},${final.status},${final.statusOn},` +
    `${cell(site)},${cell(device.room ?? '')},${cell(device.cart ?? '')},,,,${device.purchasedOn},` +
    `${device.inServiceOn},${dollars(device.costCents)},${device.purchaseReference},${cell(fundingSource.name)},` +
    `${fundingSource.fain ?? ''},${fundingSource.federalSharePercent ?? ''},${device.macAddress ?? ''},` +
    `${device.imei ?? ''},,${notes(device)}`
  );
}

const ofModel = new WeakMap<FleetModel, string>();

function modelCells(model: FleetModel): string {
  let cells = ofModel.get(model);
  if (cells === undefined) {
    cells = `${cell(model.manufacturer)},${cell(model.name)},${model.kind}`;
    ofModel.set(model, cells);
  }
  return cells;
}

/** What the template has no column for: how a missing device was lost, and how a disposed one went. */
function notes(device: FleetDevice): string {
  const { status } = device.final;
  if (status !== 'missing' && status !== 'disposed') return '';
  const last: LifeStep | undefined = device.steps.at(-1);
  if (last?.type === 'dispose') return `Disposed: ${last.detail.how.replaceAll('_', ' ')}`;
  if (last?.type !== 'lose') return '';
  return last.detail.how === 'lost' ? 'Lost' : `Stolen; police report ${last.detail.policeReport}`;
}

function dollars(cents: number): string {
  const rest = cents % 100;
  return `${(cents - rest) / 100}.${rest < 10 ? '0' : ''}${rest}`;
}

const NEEDS_QUOTES = /[",\r\n]/;

/** RFC 4180: only a cell with a comma, a quote or a line end is quoted. */
function cell(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function wrongSite(
  device: FleetDevice,
  codes: readonly string[],
  places: ReadonlyMap<string, number>,
): string {
  const right = places.get(device.final.site) ?? 0;
  const away = 1 + (device.index % (codes.length - 1));
  return codes[(right + away) % codes.length] ?? device.final.site;
}
