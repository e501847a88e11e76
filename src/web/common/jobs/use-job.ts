import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, answer } from '../../api/client.js';
import type { Shape } from '../../api/problem.js';

export type Job = Shape<'JobView'>;

/** How often the page asks for the progress of a job. */
const ASKED_MS = 500;

export function isOver({ state }: Job): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

/** Follows a job until it is over. People can leave the page and open it again, because the server keeps the job. */
export function useJob(id: string | undefined): UseQueryResult<Job> {
  return useQuery({
    queryKey: ['job', id],
    enabled: id !== undefined,
    staleTime: 0,
    queryFn: () => answer(api.GET('/api/v1/jobs/{id}', { params: { path: { id: id ?? '' } } })),
    refetchInterval: ({ state: { data } }) => (data && isOver(data) ? false : ASKED_MS),
  });
}
