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
};
