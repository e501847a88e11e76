import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../../api/client.js';

/** What a board can find, by the section of the law: its words, and for which routes it is. */
export function useFindings() {
  return useQuery({
    queryKey: ['board-findings'],
    queryFn: () => answer(api.GET('/api/v1/board-items/findings')),
    staleTime: Infinity,
  });
}
