import { isPlaceholderCode, isPlaceholderMac, meansNothing } from './placeholders.js';

it.each([
  ...[
    '',
    '  ',
    'n/a',
    'N/A',
    'NA',
    '#N/A',
    '#REF!',
    '#DIV/0!',
    'None',
    '(none)',
    '<none>',
    'NULL',
    '(null)',
    'nil',
  ],
  ...['-', '--', '—', '...', '?', '???', 'Unknown', 'unknown.', 'TBD', 'T.B.D.', 'to be determined', 'blank'],
  ...['Not Available', 'not  specified', 'NOT-APPLICABLE', 'Ninguno', 'desconocido', 'No aplica', 'N/D'],
  ...['To be filled by O.E.M.', 'TO BE FILLED BY OEM', 'Default string', 'System Product Name'],
])('takes %j for nothing in any column', (text) => {
  expect(meansNothing(text)).toBe(true);
  expect(isPlaceholderCode(text)).toBe(true);
});

it.each([
  ...[
    '0',
    'No',
    'Nona',
    'tag',
    'N',
    'ND',
    'OEM',
    '#1',
    'pending',
    'see label',
    'R&D',
    'not checked',
    'none left',
  ],
  'No students here',
])('takes %j for a text', (text) => expect(meansNothing(text)).toBe(false));

it.each([
  // Said in words.
  ...[
    'not checked',
    'NO STICKER',
    'No sticker!',
    'no tag',
    'No Asset Tag',
    'No  Tag',
    'no-serial',
    'NO SERIAL NUMBER',
  ],
  ...['pending', 'Pending.', 'TAG PENDING', 'untagged', 'see label', 'See Sticker', 'missing', 'Missing tag'],
  ...[
    'tag missing',
    'needs tag',
    'lost sticker',
    'serial unreadable',
    'illegible',
    'INVALID',
    'not assigned',
    'FALSE',
  ],
  // Left by firmware.
  ...['System Serial Number', 'Chassis Serial Number', 'Default string', 'O.E.M.', 'Not Specified', 'None'],
  'No Asset Information',
  // In Spanish.
  ...['sin etiqueta', 'Sin Número', 'SIN NUMERO DE SERIE', 'no tiene', 'ninguno', 'N/D', 's/n', 'Pendiente'],
  // Filled in to get past a form.
  ...[
    'xxxxx',
    'XX',
    'X X X',
    '???',
    '---',
    '*',
    '0',
    '000',
    '0000000000',
    '00-00',
    '1111',
    '9999',
    '2222222',
    'ZZZZ',
  ],
  ...['12345678', '123456789', '0123456789', '1234567890', '012345678901234', '123456789012345'],
])('knows %j for a placeholder', (text) => {
  expect(isPlaceholderCode(text)).toBe(true);
  expect(isPlaceholderCode(` ${text.toUpperCase()} `)).toBe(true);
  expect(isPlaceholderCode(text.toLowerCase())).toBe(true);
});

it.each([
  ...['5CG9123ABC', 'C02XK0AAJG5J', '104233', 'IUSD-000001', '0012345', 'NONE1234', '5CD0000000', 'PF00000X'],
  ...[
    'LAB-PENDING-1',
    'NA1234',
    'UNKNOWN-7',
    'TBD-1',
    'NO-TAG-17',
    'OEM1',
    'XX12',
    'X',
    'AA',
    'ZZZ',
    'TEST',
    'NEW',
  ],
  ...[
    '7',
    '42',
    '111',
    '222',
    '1112',
    '11112222',
    '1234',
    '12345',
    '123456',
    '1234567',
    '23456789',
    '12345679',
  ],
  ...[
    'SN1234567890',
    '98765432',
    '0000001',
    '10000000',
    'NULL-ISLAND',
    'MISSING-1',
    'SEE',
    'LOSTINSPACE',
    'TAG-1',
  ],
  ...['NOTAGAIN', 'PENDANT', 'ID', 'NO', 'N0TAG', 'B4:69:21:18:C6:76', '356938035643809'],
])('knows %j for a code', (text) => {
  expect(isPlaceholderCode(text)).toBe(false);
  expect(isPlaceholderMac(text)).toBe(false);
});

it.each([
  ...['00:00:00:00:00:00', '00-00-00-00-00-00', '000000000000', 'ff-ff-ff-ff-ff-ff', 'FF:FF:FF:FF:FF:FF'],
  ...['ffff.ffff.ffff', '02:00:00:00:00:00', 'n/a', 'no mac'],
])('knows %j for no MAC address', (text) => expect(isPlaceholderMac(text)).toBe(true));
