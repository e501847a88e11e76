import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../../api/client.js';
import { day } from '../../common/words.js';
import { nameOfCoverage } from '../../coverages/coverage-words.js';
import { t } from '../../text/text.js';

/** A device has a handful of coverages. */
const LIMIT = 100;

/** The coverages of a device to choose from, each with its vendor and its days. */
export function useCoverageChoices(deviceId: string): { value: string; label: string }[] {
  const { data } = useQuery({
    queryKey: ['coverages', 'of', deviceId],
    queryFn: () =>
      answer(api.GET('/api/v1/coverages', { params: { query: { device: deviceId, limit: LIMIT } } })),
  });
  return (data?.items ?? []).map((coverage) => ({
    value: coverage.id,
    label: t('claims.coverageWords', {
      name: nameOfCoverage(coverage),
      from: day(coverage.startsOn),
      to: day(coverage.lastOn),
    }),
  }));
}
