import { isPlaceholderCode, isPlaceholderMac, meansNothing } from './placeholders.js';

const listed = (texts: string): string[] => texts.trim().split(/\s*\|\s*/);

it.each(
  listed(`
    | n/a | N/A | NA | #N/A | #REF! | #DIV/0! | None | (none) | <none> | NULL | (null) | nil | - | -- | — | ... | ? | ???
    | Unknown | unknown. | TBD | T.B.D. | to be determined | blank | Not Available | not  specified | NOT-APPLICABLE
    | Ninguno | desconocido | No aplica | N/D | To be filled by O.E.M. | TO BE FILLED BY OEM | Default string
    | System Product Name`),
)('takes %j for nothing in any column', (text) => {
  expect(meansNothing(text)).toBe(true);
  expect(isPlaceholderCode(text)).toBe(true);
});

it.each(
  listed(`0 | No | Nona | tag | N | ND | OEM | #1 | pending | see label | R&D | not checked | none left
    | No students here`),
)('takes %j for a text', (text) => expect(meansNothing(text)).toBe(false));

it.each([
  [
    'said in words',
    'not checked | NO STICKER | No sticker! | no tag | No Asset Tag | No  Tag | no-serial | pending',
  ],
  [
    'said in words',
    'NO SERIAL NUMBER | Pending. | TAG PENDING | untagged | see label | See Sticker | missing',
  ],
  [
    'said in words',
    'Missing tag | tag missing | needs tag | lost sticker | serial unreadable | illegible | INVALID',
  ],
  ['said in words', 'not assigned | unassigned | FALSE | see back | to be tagged | various'],
  [
    'left by firmware',
    'System Serial Number | Chassis Serial Number | Default string | O.E.M. | Not Specified',
  ],
  ['left by firmware', 'None | No Asset Information | Asset-1234567890'],
  [
    'in Spanish',
    'sin etiqueta | Sin Número | SIN NUMERO DE SERIE | no tiene | ninguno | N/D | s/n | Pendiente',
  ],
  [
    'filled in to get past a form',
    'xxxxx | XX | X X X | ??? | --- | * | 0 | 000 | 0000000000 | 00-00 | ZZZZ',
  ],
  ['filled in to get past a form', '1111 | 9999 | 2222222 | 12345678 | 123456789 | 0123456789 | 1234567890'],
  ['filled in to get past a form', '012345678901234 | 123456789012345'],
])('knows placeholders that are %s: %s', (_, texts) => {
  const missed = listed(texts).filter(
    (text) => ![text, ` ${text.toUpperCase()} `, text.toLowerCase()].every(isPlaceholderCode),
  );
  expect(missed).toEqual([]);
});

it.each([
  [
    'serial numbers',
    '5CG9123ABC | C02XK0AAJG5J | NONE1234 | 5CD0000000 | PF00000X | NA1234 | SN1234567890 | N0TAG',
  ],
  ['words with a number', 'LAB-PENDING-1 | UNKNOWN-7 | TBD-1 | NO-TAG-17 | OEM1 | XX12 | MISSING-1 | TAG-1'],
  [
    'other words',
    'X | AA | ZZZ | TEST | NEW | NULL-ISLAND | SEE | LOSTINSPACE | NOTAGAIN | PENDANT | ID | NO',
  ],
  ['numbers', '7 | 42 | 111 | 222 | 1112 | 11112222 | 1234 | 12345 | 123456 | 1234567 | 23456789 | 12345679'],
  ['numbers', '104233 | 0012345 | IUSD-000001 | 98765432 | 0000001 | 10000000 | 356938035643809'],
  ['MAC addresses', 'B4:69:21:18:C6:76 | 00:00:00:00:00:01 | ff:ff:ff:ff:ff:fe'],
])('knows codes: %s such as %s', (_, texts) => {
  expect(listed(texts).filter((text) => isPlaceholderCode(text) || isPlaceholderMac(text))).toEqual([]);
});

it.each(
  listed(`00:00:00:00:00:00 | 00-00-00-00-00-00 | 000000000000 | ff-ff-ff-ff-ff-ff | FF:FF:FF:FF:FF:FF
    | ffff.ffff.ffff | 02:00:00:00:00:00 | n/a | no mac`),
)('knows %j for no MAC address', (text) => expect(isPlaceholderMac(text)).toBe(true));
