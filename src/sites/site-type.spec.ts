import { readGradeSpan, type SiteType, typeOfSchool } from './site-type.js';

/** Every span of the state's file for 2025-26, by the rule of shared/data/README.md worked out by hand. */
const SPANS: Record<string, SiteType> = {
  'PK–K': 'elementary',
  'PK–1': 'elementary',
  'PK–2': 'elementary',
  'PK–3': 'elementary',
  'PK–4': 'elementary',
  'PK–5': 'elementary',
  'PK–6': 'elementary',
  'PK–8': 'k8',
  'PK–12': 'span',
  'PK–AD': 'other',
  K: 'elementary',
  'K–1': 'elementary',
  'K–2': 'elementary',
  'K–3': 'elementary',
  'K–4': 'elementary',
  'K–5': 'elementary',
  'K–6': 'elementary',
  'K–7': 'k8',
  'K–8': 'k8',
  'K–9': 'k8',
  'K–10': 'span',
  'K–11': 'span',
  'K–12': 'span',
  'K–AD': 'other',
  '1': 'elementary',
  '1–3': 'elementary',
  '1–4': 'elementary',
  '1–5': 'elementary',
  '1–6': 'elementary',
  '1–8': 'k8',
  '1–12': 'span',
  '2–3': 'elementary',
  '2–4': 'elementary',
  '2–5': 'elementary',
  '2–6': 'elementary',
  '2–8': 'k8',
  '3–5': 'elementary',
  '3–6': 'elementary',
  '3–8': 'k8',
  '3–12': 'span',
  '4–5': 'elementary',
  '4–6': 'elementary',
  '4–7': 'k8',
  '4–8': 'k8',
  '4–12': 'span',
  '5–6': 'elementary',
  '5–8': 'middle',
  '5–12': 'span',
  '6–8': 'middle',
  '6–9': 'middle',
  '6–10': 'span',
  '6–11': 'span',
  '6–12': 'span',
  '7–8': 'middle',
  '7–9': 'middle',
  '7–10': 'span',
  '7–12': 'span',
  '7–AD': 'other',
  '8': 'middle',
  '8–12': 'high',
  '9': 'middle',
  '9–10': 'high',
  '9–12': 'high',
  '9–AD': 'other',
  '10–12': 'high',
  '10–AD': 'other',
  '11–12': 'high',
  '12': 'high',
  '12–AD': 'other',
  AD: 'other',
};

function typeOf(text: string, schoolType?: string): SiteType | undefined {
  const span = readGradeSpan(text);
  return span && typeOfSchool(span, schoolType);
}

describe('the type of a school', () => {
  it('knows all seventy spans of the state', () => {
    expect(Object.keys(SPANS)).toHaveLength(70);
  });

  it.each(Object.entries(SPANS))('%s is %s', (text, type) => {
    expect(typeOf(text)).toBe(type);
    expect(readGradeSpan(text)?.text).toBe(text);
  });

  it('is other for special education, whatever its grades', () => {
    expect(typeOf('K–8', 'Special Education')).toBe('other');
    expect(typeOf('K–8', 'Elementary')).toBe('k8');
  });
});

describe('a grade span', () => {
  it('is read with any dash, in any case, and written with an en dash', () => {
    expect(readGradeSpan('k-5')?.text).toBe('K–5');
    expect(readGradeSpan(' tk — 08 ')).toEqual({ text: 'TK–8', first: 0, last: 8 });
  });

  it.each(['', '13', '8–6', 'K–5–8', 'all', '1-', '00'])('is not %j', (text) => {
    expect(readGradeSpan(text)).toBeUndefined();
  });
});
