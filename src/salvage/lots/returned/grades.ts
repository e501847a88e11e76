/** Cosmetic grades of SERI's R2 Equipment Categorization (REC) 1.2, from the worst to the best. C0 is "not categorized". */
export const COSMETIC_GRADES = ['C0', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9'] as const;
/** Functional grades of R2 REC 1.2, from the worst to the best. */
export const FUNCTIONAL_GRADES = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6'] as const;
/** Letters of recipients that do not use R2 REC, from the worst to the best. `NW` stands for "not working". */
export const LETTER_GRADES = [
  'NW',
  'F-',
  'F',
  'F+',
  'E-',
  'E',
  'E+',
  'D-',
  'D',
  'D+',
  'C-',
  'C',
  'C+',
  'B-',
  'B',
  'B+',
  'A-',
  'A',
  'A+',
] as const;

export type CosmeticGrade = (typeof COSMETIC_GRADES)[number];
export type FunctionalGrade = (typeof FUNCTIONAL_GRADES)[number];
export type LetterGrade = (typeof LETTER_GRADES)[number];

/** What a cell says of the grade of a device: on the scales of R2 REC, or as a letter. */
export interface Grade {
  cosmeticGrade?: CosmeticGrade;
  functionalGrade?: FunctionalGrade;
  letterGrade?: LetterGrade;
}

/** The names that R2 REC gives its grades. */
const NAMES: Readonly<Record<string, Grade>> = {
  'NOT CATEGORIZED': { cosmeticGrade: 'C0' },
  DAMAGED: { cosmeticGrade: 'C1' },
  POOR: { cosmeticGrade: 'C2' },
  'USED POOR': { cosmeticGrade: 'C2' },
  FAIR: { cosmeticGrade: 'C3' },
  'USED FAIR': { cosmeticGrade: 'C3' },
  GOOD: { cosmeticGrade: 'C4' },
  'USED GOOD': { cosmeticGrade: 'C4' },
  'VERY GOOD': { cosmeticGrade: 'C5' },
  'USED VERY GOOD': { cosmeticGrade: 'C5' },
  EXCELLENT: { cosmeticGrade: 'C6' },
  'USED EXCELLENT': { cosmeticGrade: 'C6' },
  'NOT WORKING': { letterGrade: 'NW' },
  'NON WORKING': { letterGrade: 'NW' },
  'DOES NOT WORK': { letterGrade: 'NW' },
};

/** Words around a grade that say nothing more. */
const FILLER = /\b(?:R2V3|R2|REC|GRADE|COSMETIC|FUNCTIONAL|CATEGORY|CLASS)\b:?/g;

/** Reads `C4`, `C4/F3`, `R2 REC C4-F3`, `Grade B+`, `Good` or `not working`; undefined for anything else. */
export function readGrade(text: string): (Grade & { isNamed?: true }) | undefined {
  const said = text.toUpperCase().replaceAll(FILLER, ' ').replaceAll(/\s+/g, ' ').trim();
  const named = NAMES[said.replaceAll(/[-_]/g, ' ')];
  if (named) return { ...named, isNamed: true };
  const letter = LETTER_GRADES.find((one) => one === said.replaceAll(' ', '') && one !== 'NW');
  if (letter) return { letterGrade: letter };
  const [, cosmetic, functional] =
    /^(C ?\d)?[ /,;|&+-]*(F ?\d)?$/.exec(said) ?? swapped(/^(F ?\d)[ /,;|&+-]*(C ?\d)$/.exec(said)) ?? [];
  const cosmeticGrade = COSMETIC_GRADES.find((one) => one === cosmetic?.replace(' ', ''));
  const functionalGrade = FUNCTIONAL_GRADES.find((one) => one === functional?.replace(' ', ''));
  if ((cosmetic && !cosmeticGrade) || (functional && !functionalGrade)) return undefined;
  if (!cosmeticGrade && !functionalGrade) return undefined;
  return { ...(cosmeticGrade ? { cosmeticGrade } : {}), ...(functionalGrade ? { functionalGrade } : {}) };
}

function swapped(match: RegExpExecArray | null): (string | undefined)[] | undefined {
  return match ? [match[0], match[2], match[1]] : undefined;
}

type Graded = { [Scale in keyof Grade]?: string | null };

const SCALES = {
  cosmeticGrade: COSMETIC_GRADES,
  functionalGrade: FUNCTIONAL_GRADES,
  letterGrade: LETTER_GRADES,
} as const satisfies Record<keyof Grade, readonly string[]>;

/**
 * In what a grade is below another, on the scales that both have. A letter cannot be compared with R2 REC, and C0 says
 * nothing.
 */
export function gradesBelow(found: Graded, expected: Graded): { expected: string; found: string }[] {
  return (Object.keys(SCALES) as (keyof Grade)[]).flatMap((scale) => {
    const [was, is] = [expected[scale], found[scale]];
    if (!was || !is || was === 'C0' || is === 'C0') return [];
    const order: readonly string[] = SCALES[scale];
    return order.indexOf(is) < order.indexOf(was) ? [{ expected: was, found: is }] : [];
  });
}
