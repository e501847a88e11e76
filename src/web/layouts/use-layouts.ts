import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../api/client.js';
import type { Choice } from '../common/table/single-filter.js';
import { wholeList } from '../devices/register-choices.js';

/** A page of the API. */
const LIMIT = 200;

/** The layouts to choose from, by name. @param now key of the layout that is chosen now, which may be archived */
export function useLayoutChoices(now: string): Choice[] {
  const { data = [] } = useQuery({
    queryKey: ['claim-layouts', 'choices'],
    queryFn: () =>
      wholeList((cursor) =>
        answer(
          api.GET('/api/v1/claim-layouts', { params: { query: { archived: false, limit: LIMIT, cursor } } }),
        ),
      ),
  });
  const choices = data.map(({ key, name }) => ({ value: key, label: name }));
  return choices.some(({ value }) => value === now) ? choices : [...choices, { value: now, label: now }];
}
