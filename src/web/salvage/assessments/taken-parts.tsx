import { Button, NumberInput, Stack, Text, TextInput } from '@mantine/core';
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
import type { AssessmentDetail } from './assessment-words.js';

/** What was taken out of the device, for the shelf of parts. */
export function TakenParts({ assessment }: { assessment: AssessmentDetail }) {
  const { id, parts, result, hazard } = assessment;
  const adds = may(useSession(), 'salvage:edit') && hazard === null;
  const [isAdding, setIsAdding] = useState(false);
  if (parts.length === 0 && result !== 'parts') return null;
  return (
    <Part
      id="assessment-parts"
      title={t('assess.parts')}
      actions={
        adds && (
          <Button variant="default" onClick={() => setIsAdding(true)}>
            {t('assess.addPart')}
          </Button>
        )
      }
    >
      <Stack gap="xs">
        {parts.length === 0 && <Text>{t('assess.partsNone')}</Text>}
        {parts.map(({ name, count, serialNumber, takenAt, takenByName }, i) => (
          <div key={`${i} ${name}`}>
            <Text fw={600}>{t('assess.partCount', { name, count: String(count) })}</Text>
            <Text size="sm">{[serialNumber, when(takenAt), takenByName].filter(Boolean).join(' · ')}</Text>
          </div>
        ))}
      </Stack>
      {isAdding && <PartWindow id={id} onClose={() => setIsAdding(false)} />}
    </Part>
  );
}

function PartWindow({ id, onClose }: { id: string; onClose: () => void }) {
  const [name, setName] = useState('');
  const [count, setCount] = useState<number | string>(1);
  const [serialNumber, setSerialNumber] = useState('');
  const queries = useQueryClient();
  const adding = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/assessments/{id}/parts', {
          params: { path: { id } },
          body: {
            parts: [{ name: name.trim(), count: Number(count), serialNumber: serialNumber.trim() || null }],
          },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  const problem = adding.error instanceof Problem ? adding.error : undefined;
  const errorOf = (field: string): string | undefined => problem?.of(`parts.0.${field}`);
  return (
    <FormWindow
      title={t('assess.addPart')}
      confirm={t('assess.addPart')}
      isPending={adding.isPending}
      error={adding.error}
      isAtField={['name', 'count', 'serialNumber'].some((field) => errorOf(field) !== undefined)}
      noValidate
      onConfirm={() => adding.mutate()}
      onClose={onClose}
    >
      <TextInput
        label={t('assess.partName')}
        description={t('assess.partNameHelp')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={errorOf('name')}
        required
        maxLength={100}
        data-autofocus
      />
      <NumberInput
        label={t('assess.count')}
        value={count}
        onChange={setCount}
        error={errorOf('count')}
        min={1}
        max={1000}
        allowDecimal={false}
      />
      <TextInput
        label={t('assess.partSerial')}
        value={serialNumber}
        onChange={(event) => setSerialNumber(event.currentTarget.value)}
        error={errorOf('serialNumber')}
        maxLength={100}
        autoComplete="off"
      />
    </FormWindow>
  );
}
