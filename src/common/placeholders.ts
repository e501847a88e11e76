/**
 * What people, other systems and computer makers write where they have nothing to say. Every list is compared by its
 * letters and digits alone, in lower case and without accents: "To be filled by O.E.M." and "TO BE FILLED BY OEM" are
 * the same.
 */

/** In every column but people's names: no text, no number and no code means anything by these words. */
const NOTHING = `
  na | n/a | nil | none | null | undefined | unknown | unk | tbd | tba | blank | empty | not available | not applicable
  not specified | not set | not provided | not known | not recorded | no data | no value | no info | no information
  to be determined | to be announced | ninguno | ninguna | desconocido | desconocida | no disponible | no aplica
  por determinar | sin datos | sin informacion
`;

/** What a computer's firmware holds where its maker filled in nothing. */
const FIRMWARE = `
  to be filled by oem | to be filled by o e m | to be filled | default string | system serial number
  system manufacturer | system product name | system sku | system version | chassis serial number | chassis asset tag
  chassis manufacturer | base board serial number | baseboard serial number | board serial number
  mainboard serial number | no asset information
`;

/** Only where a code should be: in a column of notes they are news. */
const NO_CODE = `
  oem | o.e.m. | n/d | invalid | pending | missing | lost | multiple | various | default | serial | serial number | serial no | tag
  asset tag | asset number | mac address | imei | untagged | unlabeled | unlabelled | unreadable | illegible | unassigned
  unchecked | not checked | not tagged | not labeled | not labelled | not readable | not legible | not assigned
  not entered | not found | not visible | not scanned | not listed | cannot read | can't read | could not read
  to be assigned | to be tagged | to be labeled | to be checked | to be entered | to follow
  see label | see sticker | see device | see back | see bottom | see notes | see note | see photo | see box
  true | false | no tiene | no legible | no lleva | ilegible | pendiente | por asignar | por etiquetar | sin etiquetar
  ver etiqueta | ver notas | s/n | sin numero | sin numero de serie | sin serie | sin etiqueta | sin placa | sin codigo
  sin inventario | sin asignar | etiqueta perdida | falta etiqueta
`;

/** "No sticker", "missing asset tag", "label lost": each of the first two with each of the things that are not there. */
const LACK_BEFORE = [
  'no',
  'missing',
  'lost',
  'needs',
  'need',
  'without',
  'pending',
  'unknown',
  'invalid',
  'bad',
];
const LACK_AFTER = [
  'missing',
  'lost',
  'pending',
  'unknown',
  'unreadable',
  'illegible',
  'needed',
  'not found',
  'tbd',
];
const LACKED = [
  'tag',
  'asset tag',
  'inventory tag',
  'asset',
  'asset id',
  'asset number',
  'sticker',
  'label',
  'barcode',
  'bar code',
  'code',
  'id',
  'number',
  'serial',
  'serial number',
  'serial no',
  'sn',
  's/n',
  'mac',
  'mac address',
  'imei',
];

/** What two makers' firmware holds: the only placeholders of letters and digits. */
const NUMBERED = /^(?:asset|serial)-?1234567890$/i;

/** No phrase is longer; longer texts are not looked at. */
const LONGEST_PHRASE = 40;

const MEANS_NOTHING = keysOf(NOTHING, FIRMWARE);
const IS_NO_CODE = new Set([
  ...MEANS_NOTHING,
  ...keysOf(NO_CODE),
  ...LACKED.flatMap((thing) => [
    ...LACK_BEFORE.map((lack) => keyOf(`${lack} ${thing}`)),
    ...LACK_AFTER.map((lack) => keyOf(`${thing} ${lack}`)),
  ]),
]);

/** A spreadsheet's errors, rows of dashes, dots or question marks, and a word that without its slash is North Dakota. */
const EMPTY_MARK = /^(?:#(?:n\/a|(?:null|ref|value|num|div\/0|spill|calc)!|name\?)|[-–—.?_]+|n\/d)$/i;

/** Addresses that a network card has while it has none, and the one that phones give instead of theirs. */
const NO_MAC = new Set(['000000000000', 'FFFFFFFFFFFF', '020000000000']);

/** Whether a text says that there is nothing to say, whatever its column. Not for people's names. */
export function meansNothing(text: string): boolean {
  if (text.length > LONGEST_PHRASE) return false;
  const trimmed = text.trim();
  if (trimmed === '' || EMPTY_MARK.test(trimmed)) return true;
  // Most codes have a digit, and no word for nothing does: they are not taken apart.
  return !/\d/.test(trimmed) && MEANS_NOTHING.has(keyOf(trimmed));
}

/**
 * Whether a text stands where a device's code should be and is none: words, nothing but punctuation or zeros, one
 * character over and over (1111, XXXX), or eight digits or more that count up from 0 or 1.
 */
export function isPlaceholderCode(text: string): boolean {
  if (text.length > LONGEST_PHRASE) return false;
  const code = text.trim();
  if (/[1-9]/.test(code)) return /^(.)\1{3,}$/.test(code) || countsUp(code) || NUMBERED.test(code);
  if (EMPTY_MARK.test(code)) return true;
  const key = keyOf(code);
  return /^0*$/.test(key) || /^(?:x{2,}|(.)\1{3,})$/.test(key) || IS_NO_CODE.has(key);
}

/** The same for a MAC address, however its digits are separated. */
export function isPlaceholderMac(text: string): boolean {
  return NO_MAC.has(text.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase()) || isPlaceholderCode(text);
}

/** `12345678`, `0123456789`, `123456789012345`: shorter ones are numbers that a district's tags reach. */
function countsUp(code: string): boolean {
  if (!/^[01]\d{7,}$/.test(code)) return false;
  for (let i = 1; i < code.length; i += 1)
    if ((code.charCodeAt(i) - code.charCodeAt(i - 1) + 10) % 10 !== 1) return false;
  return true;
}

function keyOf(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\p{P}\p{S}\p{M}\s]/gu, '')
    .toLowerCase();
}

function keysOf(...lists: string[]): Set<string> {
  return new Set(lists.flatMap((list) => list.split(/[|\n]/).map(keyOf)).filter((key) => key !== ''));
}
