import { List } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, answer } from '../../api/client.js';
import { AskNote } from '../../common/ask-note.js';
import { t } from '../../text/text.js';
import type { Claim } from '../changing/use-claim-change.js';

/** Says what is taken back with a replacement, and asks why. */
export function UndoReplacement({
  claim: { id, replacementCode, number },
  etag,
  onClose,
}: {
  claim: Claim;
  etag: string;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const undoing = useMutation({
    mutationFn: (reason: string) =>
      answer(
        api.POST('/api/v1/claims/{id}/replacement/undo', {
          params: { path: { id }, header: { 'If-Match': etag } },
          body: { reason },
        }),
      ),
    onSuccess: onClose,
    onSettled: () => queries.invalidateQueries(),
  });
  return (
    <AskNote
      title={t('claimWork.undoTitle')}
      about={
        <List>
          <List.Item>{t('claimWork.undoNew', { device: replacementCode ?? '' })}</List.Item>
          <List.Item>{t('claimWork.undoOld')}</List.Item>
          <List.Item>{t('claimWork.undoCoverage')}</List.Item>
          <List.Item>{t('claimWork.undoClaim', { number })}</List.Item>
        </List>
      }
      label={t('claimWork.undoReason')}
      field="reason"
      isRequired
      confirm={t('claimWork.undo')}
      isPending={undoing.isPending}
      error={undoing.error}
      onConfirm={(reason = '') => undoing.mutate(reason)}
      onClose={onClose}
    />
  );
}
