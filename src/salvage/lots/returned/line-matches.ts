import { normaliseCode, serialsOnLabels } from '../../../devices/device-codes.js';
import type { ReturnedKind, ReturnedReason } from './returned.entities.js';

/** A difference as it is judged, before it is a row. */
export interface FoundDifference {
  kind: ReturnedKind;
  reason: ReturnedReason;
  expected: string;
  found: string;
}

/** A device on the manifest of a lot, with every code that it ever had. */
export interface ManifestDevice {
  deviceId: string;
  assetTag: string | null;
  serialNumber: string | null;
  serials: string[];
  tags: string[];
  /** What the manifest says of its condition. */
  condition: string | null;
  /** False for a device that the driver did not take. */
  isTaken: boolean;
}

/** A device of the district that is not on the lot. */
export interface OtherDevice {
  deviceId: string;
  /** Number of the lot with which it leaves or left. */
  lotNumber: number | null;
}

/** Other devices, by what a file calls them. */
export interface OtherDevices {
  bySerial: ReadonlyMap<string, OtherDevice>;
  byTag: ReadonlyMap<string, OtherDevice>;
}

/** What a line is about. */
export interface LineMatch {
  /** The device of the manifest. */
  onLot: ManifestDevice | null;
  /** Null for codes that no device of the district has. */
  deviceId: string | null;
  differences: FoundDifference[];
  notes: { column: string; code: string; detail: string }[];
}

/** A line that may be about several devices. */
export interface UnclearMatch {
  column: string;
  code: string;
  detail: string;
}

/** The devices of a manifest, by their codes. */
export class Manifest {
  private readonly bySerial = new Map<string, ManifestDevice[]>();
  private readonly byTag = new Map<string, ManifestDevice[]>();
  private readonly byDigits = new Map<string, ManifestDevice[]>();

  constructor(readonly devices: readonly ManifestDevice[]) {
    for (const device of devices) {
      for (const serial of device.serials) {
        put(this.bySerial, serial, device);
        if (/^\d+$/.test(serial)) put(this.byDigits, withoutZeros(serial), device);
      }
      for (const tag of device.tags) put(this.byTag, tag, device);
    }
  }

  withSerial(serial: string): ManifestDevice[] {
    return this.bySerial.get(serial) ?? [];
  }

  withTag(tag: string): ManifestDevice[] {
    return this.byTag.get(tag) ?? [];
  }

  /** Every device that has one of these codes, read as a row is read. */
  named(serial: string, tag: string): ManifestDevice[] {
    const bySerial = serial === '' ? [] : serialsMeant(serial).flatMap((one) => this.withSerial(one));
    return [...bySerial, ...this.withDigits(serial), ...(tag === '' ? [] : this.withTag(tag))];
  }

  /** A spreadsheet takes the zeros off the front of a number. */
  withDigits(serial: string): ManifestDevice[] {
    return /^[1-9]\d*$/.test(serial) ? (this.byDigits.get(serial) ?? []) : [];
  }
}

/** Finds the device of a line on the manifest of its lot, and says what does not fit. */
export function matchLine(
  said: { serialNumber: string | null; assetTag: string | null },
  manifest: Manifest,
  others: OtherDevices,
): LineMatch | UnclearMatch {
  const serial = normaliseCode(said.serialNumber ?? '');
  const tag = normaliseCode(said.assetTag ?? '');
  const notes: LineMatch['notes'] = [];
  const [tagged] = tag === '' ? [] : manifest.withTag(tag);
  const otherOnSerial = others.bySerial.get(serial);
  let onSerial =
    serial === ''
      ? []
      : serialsMeant(serial)
          .map((one) => manifest.withSerial(one))
          .find(isSome);
  if (!onSerial && !otherOnSerial) {
    onSerial = manifest.withDigits(serial);
    const [only] = onSerial;
    if (only && onSerial.length === 1) notes.push(zerosNote(serial, only));
  }
  const meant = tagged && onSerial?.includes(tagged) ? [tagged] : (onSerial ?? []);
  const [first] = meant;
  if (first && meant.length > 1) return unclear(serial, meant);
  if (first) return { ...onManifest(first, tagDifference(first, tag, tagged, others, notes)), notes };
  if (tagged) return { ...onManifest(tagged, serialDifference(tagged, serial, otherOnSerial, notes)), notes };
  const other = otherOnSerial ?? others.byTag.get(tag);
  return { onLot: null, deviceId: other?.deviceId ?? null, differences: [offLot(other)], notes };
}

/** The serial number itself, and then what it would be on the label of a maker who prints more than that. */
function serialsMeant(code: string): string[] {
  return [code, ...serialsOnLabels(code).map(({ serial }) => serial)];
}

export function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}

function onManifest(device: ManifestDevice, differences: FoundDifference[]): Omit<LineMatch, 'notes'> {
  const notTaken = device.isTaken ? [] : [difference('extra', 'not_taken')];
  return { onLot: device, deviceId: device.deviceId, differences: [...differences, ...notTaken] };
}

/** The serial number is that of a device on the lot; its tag may be another's. */
function tagDifference(
  device: ManifestDevice,
  tag: string,
  tagged: ManifestDevice | undefined,
  others: OtherDevices,
  notes: LineMatch['notes'],
): FoundDifference[] {
  if (tag === '' || device.tags.includes(tag)) return [];
  if (tagged || others.byTag.has(tag))
    return [difference('swapped', 'tag_of_other', device.assetTag ?? '', tag)];
  const detail = `No device has the asset tag ${tag}. Rollcall found the device by its serial number.`;
  notes.push({ column: 'assetTag', code: 'TAG_UNKNOWN', detail });
  return [];
}

/** The tag is that of a device on the lot; the serial number is not. */
function serialDifference(
  device: ManifestDevice,
  serial: string,
  owner: OtherDevice | undefined,
  notes: LineMatch['notes'],
): FoundDifference[] {
  if (serial === '') return [];
  if (owner) return [difference('swapped', 'serial_of_other', device.serialNumber ?? '', serial)];
  if (device.serialNumber !== null)
    return [difference('swapped', 'other_serial', device.serialNumber, serial)];
  const detail = `Rollcall has no serial number of this device. It found the device by its asset tag.`;
  notes.push({ column: 'serialNumber', code: 'SERIAL_NOT_ON_RECORD', detail });
  return [];
}

function offLot(other: OtherDevice | undefined): FoundDifference {
  if (!other) return difference('extra', 'unknown_code');
  if (other.lotNumber === null) return difference('extra', 'not_on_lot');
  return difference('swapped', 'other_lot', '', String(other.lotNumber));
}

function zerosNote(serial: string, { serialNumber }: ManifestDevice): LineMatch['notes'][number] {
  const detail = `The file has ${serial}, and the manifest has ${serialNumber ?? serial}. A spreadsheet takes zeros off the front of a number, so Rollcall reads it as the same serial number.`;
  return { column: 'serialNumber', code: 'ZEROS_RESTORED', detail };
}

function unclear(serial: string, devices: readonly ManifestDevice[]): UnclearMatch {
  const detail = `${devices.length} devices of this lot have the serial number ${serial}. Fill in the asset tag.`;
  return { column: 'serialNumber', code: 'SERIAL_UNCLEAR', detail };
}

function difference(kind: ReturnedKind, reason: ReturnedReason, expected = '', found = ''): FoundDifference {
  return { kind, reason, expected, found };
}

function isSome(devices: readonly unknown[]): boolean {
  return devices.length > 0;
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
