import type { RowFields } from '../../../imports/import-kind.js';
import type { MakerCalls } from '../maker-calls.js';

export const MAKERS = ['dell', 'lenovo', 'hp', 'apple'] as const;
export type MakerName = (typeof MAKERS)[number];

/** A device as a maker is asked about it. */
export interface AskedDevice {
  deviceId: string;
  serialNumber: string;
  modelName: string;
}

/** What a maker said of one device. Only `failed` is asked again by itself. */
export type MakerAnswer =
  /** Rows as a file of coverages has them, without the device and the vendor. */
  | { outcome: 'found'; rows: RowFields[] }
  | { outcome: 'unknown'; detail: string }
  | { outcome: 'failed'; detail: string };

/** What a maker gives to those who may ask it, by the names of `Maker.credentials`. */
export type Credentials = Readonly<Record<string, string>>;

/** A way to ask one maker about coverages. */
export interface Maker {
  /** Also the usual key of the vendor. */
  readonly name: MakerName;
  /** As the catalogue has it: only devices of this manufacturer are asked about. */
  readonly manufacturer: string;
  /** What it wants, all of them. */
  readonly credentials: readonly string[];
  /** Devices that are asked about between two savings. */
  readonly mostAtOnce: number;
  /** @throws InvalidInput for credentials that cannot be right */
  check?(credentials: Credentials): void;
  /** Of a maker that writes days as instants of another zone than that of its offices. */
  readonly timeZone?: string;
  /**
   * Asks about devices. One without an answer counts as failed.
   * @throws MakerRefusal where it takes no question at all
   */
  ask(
    calls: MakerCalls,
    credentials: Credentials,
    devices: readonly AskedDevice[],
  ): Promise<Map<string, MakerAnswer>>;
}

export const UNKNOWN_SERIAL = 'The manufacturer does not know this serial number.';

/** A text of an answer; empty for anything else, since makers leave fields out. */
export function textIn(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

/** The things of a list in an answer. Some makers give one thing alone without a list. */
export function listIn(value: unknown): Record<string, unknown>[] {
  const list = Array.isArray(value) ? (value as unknown[]) : [value];
  return list.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null);
}

/** Fields of a row without those that are blank. */
export function filled(fields: Readonly<Record<string, string>>): RowFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}
