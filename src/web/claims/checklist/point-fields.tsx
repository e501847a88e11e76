import { Checkbox, Radio, Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../../text/text.js';
import { answersOf, type Check, needsReason, type SaidOfPoint } from './checks.js';

/** What a person says of one point: a check mark, or one of its answers with a reason where it needs one. */
export function PointFields({
  point,
  said,
  description,
  onSay,
}: {
  point: Check;
  said: SaidOfPoint;
  description?: ReactNode;
  onSay: (said: SaidOfPoint) => void;
}) {
  const answers = answersOf(point);
  if (answers.length === 0)
    return (
      <Checkbox
        label={point.label}
        description={description}
        checked={said.isDone}
        onChange={(event) => onSay({ isDone: event.currentTarget.checked })}
      />
    );
  return (
    <Stack gap="xs">
      <Radio.Group
        label={point.label}
        description={description}
        value={said.answer ?? ''}
        onChange={(answer) => onSay({ isDone: true, answer, reason: said.reason })}
      >
        <Stack gap="xs" mt="xs">
          {answers.map((answer) => (
            <Radio key={answer} value={answer} label={t(`claimChecklist.answer_${answer}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {needsReason(said) && (
        <TextInput
          label={t('claimChecklist.reason')}
          description={t('claimChecklist.reasonHelp')}
          value={said.reason ?? ''}
          onChange={(event) => onSay({ ...said, reason: event.currentTarget.value })}
          maxLength={500}
          autoComplete="off"
          required
        />
      )}
    </Stack>
  );
}
