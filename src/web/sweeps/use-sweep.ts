import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../api/client.js';
import { NoAnswer } from '../api/problem.js';
import { useField } from '../journal/journal-context.js';
import { rememberedSweep, rememberSweep } from './remembered-sweeps.js';

const ASK_EVERY_MS = 5_000;

/** A sweep as it is now, as others may scan for it too; without a network, as it was the last time. */
export function useSweep(id: string) {
  const { database } = useField();
  return useQuery({
    queryKey: ['sweep', id],
    refetchInterval: ASK_EVERY_MS,
    queryFn: async () => {
      try {
        const sweep = await answer(api.GET('/api/v1/sweeps/{id}', { params: { path: { id } } }));
        await rememberSweep(database, sweep);
        return { sweep, isRemembered: false };
      } catch (failure) {
        const sweep = failure instanceof NoAnswer ? await rememberedSweep(database, id) : undefined;
        if (!sweep) throw failure;
        return { sweep, isRemembered: true };
      }
    },
  });
}

/** The result of closing a sweep. The page of the sweep shows it until it is loaded again. */
export function closingKey(id: string): readonly string[] {
  return ['sweep-closed', id];
}
