import type { ChartData } from '../common/chart/chart.js';
import { STATUS_COLORS } from '../common/chart/chart-theme.js';
import { word } from '../common/words.js';
import type { Session } from '../session/session.js';

/** Somebody to be while looking at the parts. */
export const SAMPLE_SESSION: Session = {
  accountId: '00000000-0000-7000-8000-000000000000',
  email: 'pat@irvine.example',
  name: 'Pat Doe',
  role: 'site_staff',
  language: null,
  district: { name: 'Irvine Unified', slug: 'irvine' },
  timeZone: 'America/Los_Angeles',
  permissions: [],
  sites: 'all',
};

/** Bars long, short and empty. */
export function sampleBars(): ChartData {
  const kinds = ['chromebook', 'ipad', 'desktop', 'laptop'];
  return {
    categories: kinds.map((kind) => ({ key: kind, label: word('kind', kind) })),
    series: Object.entries(STATUS_COLORS).map(([status, color], i) => ({
      key: status,
      label: word('status', status),
      color,
      values: kinds.map((_, k) =>
        k === 3 && i > 0 ? 0 : Math.round(12_000 / (1 + i * i * 2) / (1 + 2 * k)),
      ),
    })),
  };
}
