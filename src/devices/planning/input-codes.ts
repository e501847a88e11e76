import { isPlaceholderCode, isPlaceholderMac } from '../../common/placeholders.js';
import { macOf, normaliseCode, serialOnLabel, whyNotACode } from '../device-codes.js';
import type { DeviceInput } from './device-input.js';
import type { CodeKind } from '../device-record.js';
import type { CodeChange } from '../recording/device-drafts.js';
import type { RowNote } from '../../imports/import-kind.js';
import { makerOfBrand, saidModel } from '../../catalogue/model-names.js';

/** What is wrong with an input, by the name of its field. */
export interface InputProblem {
  column: string | null;
  code: string;
  detail: string;
}

/** The codes of an input, normalised. Undefined keeps, null empties. */
export interface JudgedCodes {
  serialNumber?: string | null;
  assetTag?: string | null;
  /** Old tags, MAC and IMEI: they are added and never make a match. */
  extra: CodeChange[];
  /** Kinds of those of which the device shall have none any more. */
  emptied: CodeKind[];
  problems: InputProblem[];
  notes: RowNote[];
}

const EMPTIABLE = [
  ['mac', 'mac'],
  ['imei', 'imei'],
  ['oldTag', 'old_tag'],
] as const;

/** What people call each code. */
const CALLED = {
  serialNumber: 'serial number',
  assetTag: 'tag',
  oldTag: 'tag',
  imei: 'IMEI',
  mac: 'MAC address',
} as const;

/** Whether a text is a tag of the district, although it looks like a placeholder. */
export type IsOwnTag = (tag: string) => boolean;

/** Normalizes the codes of an input and refuses what is none. */
export function judgeCodes(input: DeviceInput, isOwnTag: IsOwnTag = () => false): JudgedCodes {
  const problems: InputProblem[] = [];
  const judge = (field: Exclude<keyof typeof CALLED, 'mac'>): string | null | undefined => {
    const text = input[field];
    if (text === undefined || text === null) return text;
    const code = normaliseCode(text);
    if (code === '') return null;
    const isTag = CALLED[field] === 'tag';
    const isPlaceholder = !(isTag && isOwnTag(code)) && isPlaceholderCode(code);
    const detail = isPlaceholder ? placeholderCode(code, field) : whyNotACode(code);
    if (detail) problems.push({ column: field, code: 'NOT_A_CODE', detail });
    return code;
  };
  const serial = judge('serialNumber');
  const extra: CodeChange[] = [];
  const oldTag = judge('oldTag');
  const imei = judge('imei');
  if (oldTag) extra.push({ kind: 'old_tag', code: oldTag });
  if (imei) extra.push({ kind: 'imei', code: imei });
  if (input.mac?.trim()) {
    const mac = macOf(input.mac);
    if (isPlaceholderMac(input.mac))
      problems.push({ column: 'mac', code: 'NOT_A_CODE', detail: placeholderCode(input.mac.trim(), 'mac') });
    else if (mac) extra.push({ kind: 'mac', code: mac });
    else
      problems.push({
        column: 'mac',
        code: 'NOT_A_MAC',
        detail: 'A MAC address has twelve hexadecimal digits, such as B4:69:21:18:C6:76.',
      });
  }
  const { manufacturer, name } = saidModel(input.manufacturer ?? null, input.model ?? '');
  const notes: RowNote[] = [];
  const serialNumber = serial && withoutPrefix(serial, manufacturer ?? makerOfBrand(name) ?? null, notes);
  const emptied = EMPTIABLE.filter(([field]) => input[field] === null).map(([, kind]) => kind);
  return { serialNumber, assetTag: judge('assetTag'), extra, emptied, problems, notes };
}

/** The serial number itself, where a maker's label has more than that on it. */
export function withoutPrefix(code: string, manufacturer: string | null, notes: RowNote[]): string {
  const serial = serialOnLabel(code, manufacturer);
  if (serial !== code)
    notes.push({
      column: 'serialNumber',
      code: 'LABEL_PREFIX_REMOVED',
      detail: `"${code}" is what ${manufacturer} prints on its label. Rollcall read the serial number ${serial} from it.`,
    });
  return serial;
}

function placeholderCode(code: string, field: keyof typeof CALLED): string {
  const detail = `"${code}" looks like a placeholder, not a real ${CALLED[field]}. Leave it blank.`;
  return CALLED[field] === 'tag' && /^\d+$/.test(code)
    ? `${detail} If your district prints such tags, add a tag series that contains them.`
    : detail;
}
