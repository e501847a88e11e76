import { Button, Checkbox, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import { FormWindow } from '../../common/form-window.js';
import { Part } from '../../common/part.js';
import { when } from '../../common/words.js';
import { may } from '../../session/session.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import { type AssessmentDetail, type Result, resultChoices, resultWords } from './assessment-words.js';

/** What people decided instead of the rules. */
export function Decisions({ assessment }: { assessment: AssessmentDetail }) {
  const { overrules, hazard } = assessment;
  const decides = may(useSession(), 'salvage:edit') && hazard === null;
  const [isAsking, setIsAsking] = useState(false);
  return (
    <Part
      id="assessment-decisions"
      title={t('assess.decisions')}
      actions={
        decides && (
          <Button variant="default" onClick={() => setIsAsking(true)}>
            {t('assess.overrule')}
          </Button>
        )
      }
    >
      <Stack gap="sm">
        {overrules.length === 0 && (
          <Text>{t(hazard === null ? 'assess.decisionsNone' : 'assess.decisionsNever')}</Text>
        )}
        {overrules.map(({ result, reason, decidedAt, decidedByName }) => (
          <div key={`${decidedAt} ${reason}`}>
            <Group gap="xs">
              <Text fw={600}>{resultWords(result)}</Text>
              <Text size="sm">
                {t('assess.decidedBy', { when: when(decidedAt), name: decidedByName ?? 'Rollcall' })}
              </Text>
            </Group>
            <Text size="sm">{reason}</Text>
          </div>
        ))}
      </Stack>
      {isAsking && <OverruleWindow assessment={assessment} onClose={() => setIsAsking(false)} />}
    </Part>
  );
}

function OverruleWindow({ assessment, onClose }: { assessment: AssessmentDetail; onClose: () => void }) {
  const { id, result: now } = assessment;
  const [result, setResult] = useState<Result | null>(null);
  const [reason, setReason] = useState('');
  const [apply, setApply] = useState(false);
  const queries = useQueryClient();
  const deciding = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/assessments/{id}/overrules', {
          params: { path: { id } },
          // What is missing is said by the API, at its field.
          body: { result: result as Result, reason: reason.trim(), apply },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  const problem = deciding.error instanceof Problem ? deciding.error : undefined;
  const isAtField = ['result', 'reason'].some((field) => problem?.of(field) !== undefined);
  return (
    <FormWindow
      title={t('assess.overrule')}
      confirm={t('assess.overruleConfirm')}
      isPending={deciding.isPending}
      error={deciding.error}
      isAtField={isAtField}
      noValidate
      onConfirm={() => deciding.mutate()}
      onClose={onClose}
    >
      <Text>{t('assess.overruleAbout', { result: resultWords(now) })}</Text>
      <Select
        label={t('assess.instead')}
        placeholder={t('common.chooseOne')}
        data={resultChoices().filter(({ value }) => value !== now)}
        value={result}
        onChange={setResult}
        error={problem?.of('result')}
        required
        data-autofocus
      />
      <Textarea
        label={t('assess.why')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={problem?.of('reason')}
        required
        maxLength={2000}
        autosize
        minRows={3}
      />
      {(result === 'reuse' || result === 'repair') && (
        <Checkbox
          label={t(`assess.apply_${result}`)}
          checked={apply}
          onChange={(event) => setApply(event.currentTarget.checked)}
        />
      )}
    </FormWindow>
  );
}
