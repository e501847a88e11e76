import { cached } from '../common/answer-cache.js';

/** The name that a device has as its maker when nobody knows who made it. */
export const UNKNOWN_MAKER = 'Unknown';

/**
 * Makers under the name that Rollcall shows, with the other names that files use for them: legal, long and former ones.
 * Legal forms (Inc., Ltd., GmbH), case, punctuation and a place in brackets are left out before a name is looked up.
 * Dynabook stands under Toshiba, its name until 2019, because both names are on the same models.
 */
const MAKERS: Readonly<Record<string, readonly string[]>> = {
  Acer: ['acer america', 'acer computer'],
  Amazon: ['amazon com', 'amazon fulfillment services'],
  Apple: ['apple computer', 'apple computers'],
  ASUS: ['asustek', 'asustek computer', 'asus computer', 'asus computer international', 'asusteck computer'],
  Brother: ['brother industries'],
  Canon: ['canon usa'],
  CTL: ['computer technology link'],
  Dell: [
    'dell computer',
    'dell computers',
    'dell technologies',
    'dell emc',
    'dell products',
    'dell marketing',
  ],
  Epson: ['seiko epson', 'epson america'],
  Franklin: ['franklin wireless'],
  Fujitsu: ['fujitsu client computing', 'fujitsu siemens', 'fujitsu technology solutions'],
  Google: ['google cloud', 'google chrome'],
  HP: ['hewlett packard', 'hewlettpackard', 'hewlett packard development', 'hp development', 'hp compaq'],
  // The company that was split off in 2015 makes servers and networks, not what HP makes.
  'Hewlett Packard Enterprise': ['hpe'],
  Inseego: ['novatel wireless'],
  Lenovo: [
    'lenovo group',
    'lenovo united states',
    'lenovo pc international',
    'lenovo information products',
    'lenovo electronics',
    'lenovo electronics technology',
  ],
  LG: ['lg electronics'],
  Microsoft: ['microsoft surface'],
  Motorola: ['motorola mobility'],
  Panasonic: ['matsushita', 'matsushita electric industrial', 'panasonic connect'],
  Poly: ['polycom', 'plantronics'],
  Promethean: ['promethean world'],
  Samsung: ['samsung electronics', 'samsung electronics america'],
  SMART: ['smart technologies'],
  Sony: ['sony electronics'],
  Toshiba: [
    'toshiba client solutions',
    'toshiba america information systems',
    'dynabook',
    'dynabook americas',
  ],
  ViewSonic: ['view sonic'],
  Zebra: ['zebra technologies'],
};

/** What a company adds to its name for the law; taken off from the end, one after the other. */
const LEGAL_FORMS = new Set(
  `inc incorporated corp corporation co company companies ltd limited llc lp llp plc gmbh ag kg kgaa sa sas sarl sl
  spa srl nv bv ab asa oy oyj as aps kk pte pty pvt private bhd sdn jsc se usa and &`.split(/\s+/),
);

/** Words of a name: lower case, no punctuation, `S.A.` as one word, and nothing in brackets. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\([^)]*\)/g, ' ')
    .replaceAll(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .split(/[^\p{L}\p{N}&]+/u)
    .filter((word) => word !== '');
}

function withoutLegalForms(words: readonly string[]): string[] {
  const bare = words[0] === 'the' && words.length > 1 ? words.slice(1) : [...words];
  while (bare.length > 1 && LEGAL_FORMS.has(bare.at(-1) ?? '')) bare.pop();
  return bare;
}

const BY_NAME = new Map(
  Object.entries(MAKERS).flatMap(([maker, names]) =>
    [maker, ...names].map((name): [string, string] => [withoutLegalForms(wordsOf(name)).join(' '), maker]),
  ),
);

/** The maker that a text is a name of, where it is one that Rollcall knows. */
export function knownMaker(text: string): string | undefined {
  return BY_NAME.get(withoutLegalForms(wordsOf(text)).join(' '));
}

/**
 * The one name under which a maker is shown, or undefined where the text names none. A maker that Rollcall does not
 * know keeps its own name, without its legal form.
 */
export function makerName(text: string): string | undefined {
  return cached(names, text, () => readMaker(text)) ?? undefined;
}

const names = new Map<string, string | null>();

function readMaker(text: string): string | null {
  const words = text.trim().split(/\s+/);
  if (wordsOf(text).length === 0 || text.trim().toLowerCase() === UNKNOWN_MAKER.toLowerCase()) return null;
  const known = knownMaker(text);
  if (known) return known;
  while (words.length > 1 && isLegalForm(words.at(-1) ?? '')) words.pop();
  return words.join(' ').replace(/[\s,;&]+$/, '');
}

function isLegalForm(word: string): boolean {
  return wordsOf(word).every((part) => LEGAL_FORMS.has(part));
}

/** What makers are compared by, and within which a serial number is unique. Empty where the maker is not known. */
export function makerKey(maker: string): string {
  return cached(keys, maker, () =>
    (makerName(maker) ?? '')
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[^\p{L}\p{N}&]+/gu, ''),
  );
}

const keys = new Map<string, string>();

/** Whether two texts are one name, but for case and white space. */
export function isSameText(a: string, b: string): boolean {
  const bare = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, '');
  return bare(a) === bare(b);
}
