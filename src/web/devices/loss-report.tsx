import { Button, Group, Stack, Textarea, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { api, answer } from '../api/client.js';
import { Problem, type Shape } from '../api/problem.js';
import { FormProblem, useFocusOnProblem } from '../common/form-problem.js';
import { t } from '../text/text.js';
import { MissingFields } from './missing-fields.js';
import { newReport, reportOf } from './missing-report.js';

interface Props {
  device: Shape<'DeviceDetail'>;
  etag: string;
  onDone: () => void;
}

const OWN_ERRORS = ['missing', 'missingSince', 'policeReportNumber', 'note'];

/** Reports a device lost or stolen; of one that is missing already, what is known better now, or that it was found. */
export function LossReport({ device, etag, onDone }: Props) {
  const queries = useQueryClient();
  const { loss: before, status } = device;
  // A file can say that a device is missing without saying how.
  const isMissing = status === 'missing';
  const [report, setReport] = useState(() => ({
    ...newReport(),
    ...(before && {
      missing: before.missing,
      missingSince: before.missingSince ?? '',
      policeReportNumber: before.policeReportNumber ?? '',
    }),
  }));
  const [note, setNote] = useState('');
  const saving = useMutation({
    mutationFn: (change: Shape<'DeviceBody'>) =>
      answer(
        api.PATCH('/api/v1/devices/{id}', {
          params: { path: { id: device.id }, header: { 'If-Match': etag } },
          body: { ...change, ...(note.trim() ? { note: note.trim() } : {}) },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    saving.mutate({ ...(isMissing ? {} : { status: 'missing' }), ...reportOf(report) });
  };
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, saving.error);
  return (
    <form onSubmit={submit} aria-labelledby="loss" ref={element}>
      <Stack>
        <Title order={2} size="h4" id="loss">
          {isMissing ? t('devices.updateReport') : t('devices.reportLoss')}
        </Title>
        <FormProblem error={saving.error} fields={OWN_ERRORS} />
        <MissingFields
          report={report}
          onChange={(change) => setReport((now) => ({ ...now, ...change }))}
          problem={saving.error instanceof Problem ? saving.error : undefined}
        />
        <Textarea
          label={t('common.note')}
          autosize
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" loading={saving.isPending}>
            {isMissing ? t('common.save') : t('devices.report')}
          </Button>
          {isMissing && (
            <Button
              variant="default"
              onClick={() => saving.mutate({ status: 'in_stock' })}
              loading={saving.isPending}
            >
              {t('devices.found')}
            </Button>
          )}
          <Button variant="default" onClick={onDone}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
