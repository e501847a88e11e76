import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { api, answer, tagged } from '../api/client.js';
import { Problem, type Shape } from '../api/problem.js';
import { EditClashes } from '../common/edit-clashes.js';
import { type Clash, merge } from '../common/edits.js';
import { FormProblem, useFocusOnProblem } from '../common/form-problem.js';
import { RestoredDraft } from '../common/restored-draft.js';
import { useSites } from '../common/site-select.js';
import { UnsavedGuard } from '../common/unsaved-guard.js';
import { useDraft } from '../common/use-draft.js';
import { word } from '../common/words.js';
import type { FieldSite } from '../journal/database.js';
import { t } from '../text/text.js';
import { changeOf, type DeviceForm, EDITED, formOf } from './device-fields.js';
import { DeviceFormFields } from './device-form.js';
import { type MissingReport, newReport, reportOf } from './missing-report.js';

interface Props {
  device: Shape<'DeviceDetail'>;
  etag: string;
  onDone: () => void;
}

interface Edit {
  /** What was saved when this edit began. */
  base: DeviceForm;
  etag: string;
  form: DeviceForm;
  report: MissingReport;
  why: string;
}

const OWN_ERRORS = [...EDITED, 'missing', 'missingSince', 'policeReportNumber'];

const isChanged = ({ base, form, why }: Edit): boolean =>
  Object.keys(changeOf(base, form)).length > 0 || why.trim() !== '';

export const draftName = (deviceId: string): string => `device.${deviceId}`;

/** Changes a device. Where somebody else has saved meanwhile, both are brought together, and nothing is overwritten. */
export function DeviceEditor({ device, etag, onDone }: Props) {
  const queries = useQueryClient();
  const initial: Edit = {
    base: formOf(device),
    etag,
    form: formOf(device),
    report: newReport(),
    why: '',
  };
  const draft = useDraft<Edit>(draftName(device.id), initial, isChanged);
  const { base, form, report, why } = draft.value;
  const edit = (change: Partial<Edit>): void => draft.setValue((before) => ({ ...before, ...change }));
  const [clashes, setClashes] = useState<Clash<DeviceForm>[]>();
  const goesMissing = form.status === 'missing' && base.status !== 'missing';
  const saving = useMutation({
    mutationFn: async () => {
      const more = { ...(why.trim() ? { note: why.trim() } : {}), ...(goesMissing ? reportOf(report) : {}) };
      return answer(
        api.PATCH('/api/v1/devices/{id}', {
          params: { path: { id: device.id }, header: { 'If-Match': draft.value.etag } },
          body: { ...changeOf(base, form), ...more },
        }),
      );
    },
    onSuccess: async () => {
      draft.discard();
      await queries.invalidateQueries();
      onDone();
    },
    onError: async (error) => {
      if (!(error instanceof Problem) || error.status !== 412) return;
      const now = await tagged(api.GET('/api/v1/devices/{id}', { params: { path: { id: device.id } } }));
      const theirs = formOf(now.value);
      const { merged, clashes: both } = merge(base, form, theirs);
      edit({ form: merged, base: theirs, etag: now.etag });
      setClashes(both);
    },
  });
  const leave = (): void => {
    draft.discard();
    onDone();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (Object.keys(changeOf(base, form)).length === 0) leave();
    else saving.mutate();
  };
  const sites = useSites() ?? [];
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, saving.error);
  const change = (changed: Partial<DeviceForm>): void =>
    draft.setValue((before) => ({ ...before, form: { ...before.form, ...changed } }));
  return (
    <form onSubmit={submit} aria-label={t('devices.editForm')} ref={element} noValidate>
      <UnsavedGuard isChanged={isChanged(draft.value) && !saving.isSuccess} />
      <Stack>
        {draft.isRestored && <RestoredDraft />}
        {clashes ? (
          <EditClashes
            clashes={clashes}
            form={form}
            labelOf={(field) => word('field', field)}
            wordsOf={(field, value) => wordsOf(field, value, sites)}
            onPick={change}
          />
        ) : (
          <FormProblem error={saving.error} fields={OWN_ERRORS} />
        )}
        <DeviceFormFields
          form={form}
          onChange={change}
          problem={saving.error instanceof Problem ? saving.error : undefined}
          report={
            goesMissing
              ? {
                  value: report,
                  onChange: (changed) => edit({ report: { ...report, ...changed } }),
                }
              : undefined
          }
        />
        <TextInput
          label={t('devices.reason')}
          description={t('devices.reasonHelp')}
          value={why}
          maxLength={1000}
          onChange={(event) => edit({ why: event.currentTarget.value })}
        />
        <Group>
          <Button type="submit" loading={saving.isPending}>
            {t('common.save')}
          </Button>
          <Button variant="default" onClick={leave}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function wordsOf(field: keyof DeviceForm, value: string, sites: readonly FieldSite[]): string {
  if (value !== '' && (field === 'status' || field === 'kind')) return word(field, value);
  return (field === 'site' && sites.find(({ code }) => code === value)?.name) || value;
}
