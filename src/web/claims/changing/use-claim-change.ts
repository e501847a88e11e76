import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, answer, tagged } from '../../api/client.js';
import { Problem, type Shape } from '../../api/problem.js';
import { isSame } from '../../common/edits.js';
import { t } from '../../text/text.js';

export type Claim = Shape<'ClaimDetail'>;
type Change = Shape<'ClaimChangeBody'>;

/**
 * Changes a part of a claim. Somebody else may save something else of the claim in the meantime; only if they changed
 * the same part, the person has to look at it first.
 * @param partOf what of a claim the change replaces
 */
export function useClaimChange(
  { claim, etag }: { claim: Claim; etag: string },
  partOf: (claim: Claim) => unknown,
  onSaved: () => void,
): UseMutationResult<unknown, Error, Change> {
  const queries = useQueryClient();
  const { id } = claim;
  const save = (body: Change, version: string): Promise<unknown> =>
    answer(
      api.PATCH('/api/v1/claims/{id}', { params: { path: { id }, header: { 'If-Match': version } }, body }),
    );
  return useMutation({
    mutationFn: async (body: Change) => {
      try {
        return await save(body, etag);
      } catch (error) {
        if (!(error instanceof Problem && error.status === 412)) throw error;
        const now = await tagged(api.GET('/api/v1/claims/{id}', { params: { path: { id } } }));
        if (!isSame(partOf(now.value), partOf(claim)))
          throw new Error(t('claimWork.changedByOthers'), { cause: error });
        return save(body, now.etag);
      }
    },
    onSuccess: onSaved,
    // After a refusal too: behind the window, the page then shows what somebody else has changed.
    onSettled: () => queries.invalidateQueries(),
  });
}
