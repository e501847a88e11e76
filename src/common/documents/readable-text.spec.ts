import { ReadablePdf } from './pdf-fonts.js';
import { isRewritten, readableText } from './readable-text.js';

/** What is entered, and what a document says. */
const REWRITTEN: [language: string, entered: string, printed: string][] = [
  ['Chinese', '王小明', 'WangXiaoMing'],
  ['Korean', '김민수', 'GimMinSu'],
  ['Japanese', 'さくら', 'Sakura'],
  ['Lao', 'ຄຳແພງ ວົງສາ', 'Khamephng Vongsa'],
  ['Thai', 'สมชาย ใจดี', 'Smchay Aichdi'],
  ['Arabic', 'محمد', 'Mhmd'],
  ['Arabic with vowels', 'مُحَمَّد', 'Muhamad'],
  ['Hebrew beside numbers', 'שרה כהן 12', 'Srh Khhn 12'],
  ['Amharic', 'አበበ ቢቂላ', "'abebe Bik'ila"],
  ['Khmer', 'សុខ វិចិត្រ', 'Sokh Vechetr'],
  ['Punjabi', 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ', 'Gurprit Simgh'],
  ['Hindi', 'राम कुमार', 'Ram Kumar'],
  ['two directions in a line', 'Room 7 (כיתה ב)', 'Room 7 (Khyth V)'],
  ['a family of emoji', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}', ':man::woman::girl:'],
  ['wide digits', '１２３', '123'],
];

const KEPT: [language: string, entered: string, printed: string][] = [
  ['English', 'O’Brien, Room 12', 'O’Brien, Room 12'],
  ['Spanish', 'José Núñez', 'José Núñez'],
  ['Hmong', 'Tsab Mim Xyooj', 'Tsab Mim Xyooj'],
  ['Vietnamese', 'Nguyễn Thị Hồng', 'Nguyễn Thị Hồng'],
  ['Vietnamese, its accents apart', 'Nguyễn Thị Hồng'.normalize('NFD'), 'Nguyễn Thị Hồng'],
  ['Greek', 'Σωκράτης', 'Σωκράτης'],
  ['Russian', 'Пушкин', 'Пушкин'],
  ['Armenian', 'Արամ Սարգսյան', 'Արամ Սարգսյան'],
  ['Georgian', 'ნინო', 'ნინო'],
  ['control characters and direction marks', 'a\u0000b\u202ec\td', 'a bc d'],
  ['an accent that no letter has', 'x\u0301', 'x\u0301'],
];

const pdf = new ReadablePdf({});

function glyphsOf(text: string): number[] {
  return pdf.fonts.flatMap(({ font }) => {
    const { layout } = font as unknown as { layout: (text: string) => { glyphs: { id: number }[] } };
    return layout.call(font, text).glyphs.map(({ id }) => id);
  });
}

describe.each([
  { is: 'is written in Latin letters', names: REWRITTEN, rewritten: true },
  { is: 'stays as it was entered', names: KEPT, rewritten: false },
])('a text in a document', ({ is, names, rewritten }) => {
  it.each(names)(`${is}, without an empty box: %s`, (_, entered, printed) => {
    const readable = pdf.inOurLetters(entered);
    expect(readable).toBe(printed);
    expect(isRewritten(entered, readable)).toBe(rewritten);
    // Glyph 0 is the box that stands for a letter which a font does not have.
    expect(glyphsOf(readable)).not.toContain(0);
  });
});

it('is the same when it is made readable again, and keeps its lines', () => {
  for (const [, entered] of [...REWRITTEN, ...KEPT]) {
    const once = pdf.inOurLetters(`${entered}\n${entered}`);
    expect(pdf.inOurLetters(once)).toBe(once);
    expect(once.split('\n')).toHaveLength(2);
  }
});

it('is made for fonts with any letters', () => {
  expect(readableText('Ωmega é', (codePoint) => codePoint <= 0xff)).toBe('Omega é');
});
