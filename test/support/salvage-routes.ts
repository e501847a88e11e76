import { OFFICE, READERS, row, type RouteRow, STAFF } from './route-row.js';

/** A Chromebook without data, as a technician records it. */
export const sanitizationOf = (...deviceIds: string[]): object => ({
  deviceIds,
  medium: 'emmc',
  technique: 'powerwash_titan_c',
  tool: 'ChromeOS',
  toolVersion: '140',
  result: 'completed',
});

/** A device in order, as a technician sees it. */
export const assessmentOf = (deviceId: string): object => ({
  deviceId,
  answers: { powersOn: 'yes', battery: 'good', screen: 'good', input: 'works' },
  note: 'Looks good.',
  parts: [{ name: 'Charger', count: 1, serialNumber: 'CH-1' }],
});

/** Rules that a district may have. */
export const RULES = {
  rules: [
    {
      id: 'broken',
      when: { answers: [{ question: 'screen', oneOf: ['broken'] }], kinds: ['chromebook'] },
      result: 'parts',
      reason: 'The screen is broken.',
      source: 'Our own prices',
    },
    { id: 'all-others', when: {}, result: 'reuse', reason: 'Nothing speaks against it.' },
  ],
};

/** The routes of what becomes of devices that are no longer needed. */
export const SALVAGE_ROUTES: Record<string, RouteRow> = {
  'GET /sanitizations': row(READERS, 'none', () => '/sanitizations'),
  'GET /sanitizations/techniques': row(READERS, 'none', () => '/sanitizations/techniques'),
  'POST /sanitizations': row(
    STAFF,
    'none',
    () => '/sanitizations',
    (p) => sanitizationOf(p.spare),
    { names: 'site' },
  ),
  'GET /sanitizations/:id': row(READERS, 'site', (p) => `/sanitizations/${p.sanitization}`),
  'GET /sanitizations/:id/certificate.pdf': row(
    READERS,
    'site',
    (p) => `/sanitizations/${p.sanitization}/certificate.pdf`,
  ),
  'POST /sanitizations/:id/validations': row(
    OFFICE,
    'district',
    (p) => `/sanitizations/${p.sanitization}/validations`,
    () => ({ decision: 'accept' }),
  ),
  'GET /assessments': row(READERS, 'none', () => '/assessments'),
  'GET /assessments/checklists': row(READERS, 'none', () => '/assessments/checklists'),
  'POST /assessments': row(
    STAFF,
    'none',
    () => '/assessments',
    (p) => assessmentOf(p.spare),
    { names: 'site' },
  ),
  'GET /assessments/:id': row(READERS, 'site', (p) => `/assessments/${p.assessment}`),
  'POST /assessments/:id/overrules': row(
    STAFF,
    'site',
    (p) => `/assessments/${p.assessment}/overrules`,
    () => ({ result: 'donate', reason: 'A school asked for it.' }),
  ),
  'POST /assessments/:id/parts': row(
    STAFF,
    'site',
    (p) => `/assessments/${p.assessment}/parts`,
    () => ({ parts: [{ name: 'Screen', count: 1, serialNumber: null }] }),
  ),
  'GET /assessment-rules': row(STAFF, 'none', () => '/assessment-rules'),
  'PUT /assessment-rules': row(
    OFFICE,
    'none',
    () => '/assessment-rules',
    () => RULES,
  ),
  'POST /assessment-rules/preview': row(
    OFFICE,
    'none',
    () => '/assessment-rules/preview',
    () => RULES,
  ),
};
