import { Alert, Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { BulkResult } from '../../../devices/in-bulk/bulk-result.js';
import { api, answer } from '../../api/client.js';
import { type Shape, wordsOf } from '../../api/problem.js';
import { AtWork } from './at-work.js';
import { isOver, useJob } from '../../common/jobs/use-job.js';
import { Loading } from '../../common/states.js';
import { number } from '../../common/words.js';
import { t } from '../../text/text.js';
import { newReport } from '../missing-report.js';
import { BulkOutcome } from './bulk-outcome.js';
import { ChangeForm, type Draft } from './change-form.js';
import { changeOf, isComplete } from './chosen-changes.js';

interface Props {
  filter: Shape<'BulkBody'>['filter'];
  onBegun: (jobId: string) => void;
}

/** First what to change, then what that would do, then the change itself. */
export function ChangeSteps({ filter, onBegun }: Props) {
  const [draft, setDraft] = useState<Draft>({ chosen: {}, report: newReport(), note: '' });
  const change = changeOf(draft.chosen, draft.report, draft.note);
  const rehearsing = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/devices/bulk', { body: { filter, change, rehearse: true } })),
  });
  const changing = useMutation({
    mutationFn: (expect: number) =>
      answer(api.POST('/api/v1/devices/bulk', { body: { filter, change, expect } })),
    onSuccess: ({ id }) => onBegun(id),
  });
  const error = rehearsing.error ?? changing.error;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    rehearsing.mutate();
  };
  const refusal = error && (
    <Alert color="red" role="alert">
      {wordsOf(error)}
    </Alert>
  );
  if (rehearsing.data)
    return (
      <Stack>
        {refusal}
        <Preview
          jobId={rehearsing.data.id}
          isPending={changing.isPending}
          onChange={(expect) => changing.mutate(expect)}
          onBack={() => {
            changing.reset();
            rehearsing.reset();
          }}
        />
      </Stack>
    );
  return (
    <form onSubmit={submit}>
      <Stack>
        {refusal}
        <ChangeForm draft={draft} onChange={setDraft} />
        <Group>
          <Button type="submit" loading={rehearsing.isPending} disabled={!isComplete(draft.chosen)}>
            {t('changeMany.preview')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What the change would do, and the button that does it. */
function Preview({
  jobId,
  isPending,
  onChange,
  onBack,
}: {
  jobId: string;
  isPending: boolean;
  onChange: (expect: number) => void;
  onBack: () => void;
}) {
  const { data: job, error } = useJob(jobId);
  const back = (
    <Button variant="default" onClick={onBack}>
      {t('changeMany.editAgain')}
    </Button>
  );
  if (error ?? job?.state === 'failed')
    return (
      <Alert color="red" role="alert" title={t('changeMany.previewFailed')}>
        {error ? wordsOf(error) : t('changeMany.tryAgain')}
        <Group mt="sm">{back}</Group>
      </Alert>
    );
  if (!job) return <Loading />;
  if (!isOver(job)) return <AtWork job={job} title={t('changeMany.previewing')} />;
  if (job.state === 'cancelled') return <Group>{back}</Group>;
  const result = job.result as BulkResult;
  const { changed, unchanged, refused } = result;
  return (
    <Stack>
      <BulkOutcome result={result} />
      <Group>
        {changed > 0 && (
          <Button onClick={() => onChange(changed + unchanged + refused)} loading={isPending}>
            {t('changeMany.confirm', { count: changed, number: number(changed) })}
          </Button>
        )}
        {back}
      </Group>
    </Stack>
  );
}
