import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import type { Choice } from '../common/table/single-filter.js';
import { wholeList } from '../devices/register-choices.js';

/** A page of the API. */
const LIMIT = 200;

/** The vendors that the district deals with, by name. Undefined until they are loaded. */
export function useVendors(): Shape<'VendorView'>[] | undefined {
  const { data } = useQuery({
    queryKey: ['vendors', 'active'],
    queryFn: () =>
      wholeList((cursor) =>
        answer(api.GET('/api/v1/vendors', { params: { query: { active: true, limit: LIMIT, cursor } } })),
      ),
  });
  return data;
}

/** The vendors to choose from. */
export function useVendorChoices(): Choice[] {
  return (useVendors() ?? []).map(({ key, name }) => ({ value: key, label: name }));
}
