import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../../api/client.js';

/** The questions for each kind of device. They change with Rollcall only. */
export function useChecklists() {
  return useQuery({
    queryKey: ['assessment-checklists'],
    queryFn: () => answer(api.GET('/api/v1/assessments/checklists')),
    staleTime: Infinity,
  });
}
