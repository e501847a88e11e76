import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../../api/client.js';
import type { Shape } from '../../api/problem.js';
import type { paths } from '../../api/schema.js';
import type { Total } from '../../common/table/total.js';
import { type KeysetList, useKeysetList } from '../../common/table/use-keyset-list.js';
import type { DevicesFilter } from '../device-search.js';

const PAGE = 100;

type Query = NonNullable<paths['/api/v1/devices']['get']['parameters']['query']>;

export type DeviceSort = NonNullable<Query['sort']>;

/** The devices that a filter leaves, page by page, and how many there are. */
export function useDeviceList(
  filter: DevicesFilter,
  sort: DeviceSort,
  withPeople: boolean,
): { list: KeysetList<Shape<'DeviceView'>>; total: Total | undefined } {
  const list = useKeysetList({
    queryKey: ['devices', filter, sort, withPeople],
    load: (cursor, signal) =>
      answer(
        api.GET('/api/v1/devices', {
          params: { query: { ...filter, sort, limit: PAGE, cursor, ...(withPeople && { people: true }) } },
          signal,
        }),
      ),
  });
  const { data } = useQuery({
    queryKey: ['devices', 'count', filter],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/devices/count', { params: { query: filter }, signal })),
    placeholderData: (before) => before,
  });
  return { list, total: data };
}
