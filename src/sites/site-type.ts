/** What a site is. The last two are never in the state's files: a district adds its offices and warehouses itself. */
export const SITE_TYPES = [
  'elementary',
  'k8',
  'middle',
  'high',
  'span',
  'other',
  'preschool',
  'office',
  'warehouse',
] as const;

export type SiteType = (typeof SITE_TYPES)[number];

/** The grades a school teaches, as numbers: PK, TK and K are 0, adult education is 13. */
export interface GradeSpan {
  /** As the state writes it, with an en dash: `K–5`, `9`, `PK–AD`. */
  text: string;
  first: number;
  last: number;
}

const ADULT = 13;

const NAMED_GRADES: Readonly<Record<string, number>> = { PK: 0, TK: 0, K: 0, AD: ADULT };

/** Hyphens, dashes and the minus sign, which files use in turns. */
const DASH = /\s*[-\u2010-\u2015\u2212]\s*/;

/** Reads `K–5`, `6-8` or `AD`; undefined where it is no grade span. */
export function readGradeSpan(text: string): GradeSpan | undefined {
  const words = text.trim().toUpperCase().split(DASH);
  const grades = words.map(gradeOf);
  const first = grades[0];
  const last = grades.at(-1);
  if (first === undefined || last === undefined || grades.length > 2 || first > last) return undefined;
  return { text: words.map((word) => word.replace(/^0(?=\d)/, '')).join('–'), first, last };
}

function gradeOf(word: string): number | undefined {
  if (word in NAMED_GRADES) return NAMED_GRADES[word];
  return /^(0?[1-9]|1[0-2])$/.test(word) ? Number(word) : undefined;
}

/**
 * The type of a school by the grades it teaches (shared/data/README.md). The state's `school_level` is too
 * coarse: it calls a K–8 school elementary.
 * @param schoolType the state's word; special education is `other` whatever its grades
 */
export function typeOfSchool(span: GradeSpan, schoolType?: string): SiteType {
  if (span.last === ADULT || isSpecialEducation(schoolType)) return 'other';
  if (span.last <= 6) return 'elementary';
  if (span.last <= 9) return span.first <= 4 ? 'k8' : 'middle';
  return span.first >= 8 ? 'high' : 'span';
}

function isSpecialEducation(schoolType: string | undefined): boolean {
  return schoolType?.trim().toLowerCase() === 'special education';
}
