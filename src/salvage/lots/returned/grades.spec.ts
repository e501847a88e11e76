import { gradesBelow, readGrade } from './grades.js';

describe('a grade in a file', () => {
  it.each([
    ['C4', { cosmeticGrade: 'C4' }],
    [' c4 ', { cosmeticGrade: 'C4' }],
    ['C0', { cosmeticGrade: 'C0' }],
    ['F3', { functionalGrade: 'F3' }],
    ['C4/F3', { cosmeticGrade: 'C4', functionalGrade: 'F3' }],
    ['C4F3', { cosmeticGrade: 'C4', functionalGrade: 'F3' }],
    ['f3 - c4', { cosmeticGrade: 'C4', functionalGrade: 'F3' }],
    ['R2v3 REC C9, F6', { cosmeticGrade: 'C9', functionalGrade: 'F6' }],
    ['Cosmetic: C 2', { cosmeticGrade: 'C2' }],
    ['Grade B+', { letterGrade: 'B+' }],
    ['a -', { letterGrade: 'A-' }],
    ['C', { letterGrade: 'C' }],
    ['F', { letterGrade: 'F' }],
    ['Not working', { letterGrade: 'NW', isNamed: true }],
    ['non-working', { letterGrade: 'NW', isNamed: true }],
    ['Very Good', { cosmeticGrade: 'C5', isNamed: true }],
  ])('%s is read as R2 REC or as a letter', (text, grade) => {
    expect(readGrade(text)).toEqual(grade);
  });

  it.each(['', 'C10', 'C44', 'F0', 'F7', 'G', 'B++', 'C4/X', 'C4 C5', 'NW!', '4', 'shiny', 'REC'])(
    '%j is not known',
    (text) => {
      expect(readGrade(text)).toBeUndefined();
    },
  );

  it('is below another on the scales that both have, and C0 says nothing', () => {
    expect(gradesBelow({ cosmeticGrade: 'C2' }, { cosmeticGrade: 'C4' })).toEqual([
      { expected: 'C4', found: 'C2' },
    ]);
    expect(gradesBelow({ letterGrade: 'NW' }, { letterGrade: 'D' })).toEqual([
      { expected: 'D', found: 'NW' },
    ]);
    for (const [found, expected] of [
      [{ cosmeticGrade: 'C4' }, { cosmeticGrade: 'C4' }],
      [{ cosmeticGrade: 'C9' }, { cosmeticGrade: 'C1' }],
      [{ cosmeticGrade: 'C0' }, { cosmeticGrade: 'C9' }],
      [{ cosmeticGrade: 'C1' }, { cosmeticGrade: 'C0' }],
      [{ letterGrade: 'D' }, { cosmeticGrade: 'C9' }],
      [{ functionalGrade: 'F1' }, { cosmeticGrade: 'C9' }],
      [{ cosmeticGrade: null }, { cosmeticGrade: 'C9' }],
    ])
      expect(gradesBelow(found as object, expected as object)).toEqual([]);
  });
});
