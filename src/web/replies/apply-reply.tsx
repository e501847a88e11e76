import { Select, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import { Problem, type Shape } from '../api/problem.js';
import { denialChoices, outcomeChoices } from '../claims/claim-words.js';
import { FormWindow } from '../common/form-window.js';
import { t } from '../text/text.js';

type Body = Shape<'ReplyApplicationBody'>;

const STEPS = ['none', 'acknowledge', 'start', 'wait', 'resume', 'resolve', 'deny', 'reopen'] as const;

/** Applies a reply: its details, and the step that a person chooses. */
export function ApplyReply({ reply, onClose }: { reply: Shape<'ClaimReplyView'>; onClose: () => void }) {
  const { id, version } = reply;
  const [said, setSaid] = useState<Partial<Body>>({});
  const queries = useQueryClient();
  const applying = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/claim-replies/{id}/application', {
          params: { path: { id }, header: { 'If-Match': `"${version}"` } },
          body: { reason: '', ...said },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  const { error } = applying;
  const problem = error instanceof Problem ? error : undefined;
  return (
    <FormWindow
      title={t('replies.applyTitle', { number: reply.claimNumber })}
      confirm={t('replies.apply')}
      isPending={applying.isPending}
      error={error}
      onConfirm={() => applying.mutate()}
      onClose={onClose}
    >
      <Select
        data-autofocus
        label={t('replies.step')}
        data={STEPS.map((step) => ({ value: step, label: t(`replies.step_${step}`) }))}
        value={said.step ?? null}
        onChange={(step) => setSaid({ ...said, step: step ?? undefined })}
        error={problem?.of('step')}
        placeholder={t('replies.byWord')}
        clearable
      />
      {said.step === 'resolve' && reply.outcome === null && (
        <Select
          label={t('claims.chooseOutcome')}
          data={outcomeChoices()}
          value={said.outcome ?? null}
          onChange={(outcome) => setSaid({ ...said, outcome: (outcome ?? undefined) as Body['outcome'] })}
          error={problem?.of('outcome')}
          placeholder={t('common.chooseOne')}
          required
        />
      )}
      {said.step === 'deny' && reply.denialReason === null && (
        <Select
          label={t('claims.chooseDenial')}
          data={denialChoices()}
          value={said.denialReason ?? null}
          onChange={(why) => setSaid({ ...said, denialReason: (why ?? undefined) as Body['denialReason'] })}
          error={problem?.of('denialReason')}
          placeholder={t('common.chooseOne')}
          required
        />
      )}
      <Textarea
        label={t('replies.reason')}
        value={said.reason ?? ''}
        onChange={(event) => setSaid({ ...said, reason: event.currentTarget.value })}
        error={problem?.of('reason')}
        required
        maxLength={2000}
        autosize
        minRows={2}
      />
    </FormWindow>
  );
}
