import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';
import { api, answer, tagged } from '../api/client.js';
import { Problem, type Shape } from '../api/problem.js';
import { EditClashes } from '../common/edit-clashes.js';
import { FormNotices } from '../common/form-notices.js';
import { useFocusOnProblem } from '../common/form-problem.js';
import { useSites } from '../common/site-select.js';
import { UnsavedGuard } from '../common/unsaved-guard.js';
import { useDraftEdit } from '../common/use-draft-edit.js';
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

/** What is typed: the device as it shall be, and what the history shall say about the change. */
interface Typed extends DeviceForm {
  report: MissingReport;
  why: string;
}

const OWN_ERRORS = [...EDITED, 'missing', 'missingSince', 'policeReportNumber'];

const isChanged = (base: Typed, form: Typed): boolean =>
  Object.keys(changeOf(base, form)).length > 0 || form.why.trim() !== '';

const goesMissing = ({ base, form }: { base: Typed; form: Typed }): boolean =>
  form.status === 'missing' && base.status !== 'missing';

export const draftName = (deviceId: string): string => `device.${deviceId}`;

/** Changes a device. Where somebody else has saved meanwhile, both are brought together, and nothing is overwritten. */
export function DeviceEditor({ device, etag, onDone }: Props) {
  const { id } = device;
  const queries = useQueryClient();
  const edit = useDraftEdit<Typed>({
    draft: draftName(id),
    saved: { ...formOf(device), report: newReport(), why: '' },
    etag,
    isChanged,
    save: ({ base, form, etag: version }) => {
      const note = form.why.trim();
      const more = {
        ...(note ? { note } : {}),
        ...(goesMissing({ base, form }) ? reportOf(form.report) : {}),
      };
      return answer(
        api.PATCH('/api/v1/devices/{id}', {
          params: { path: { id }, header: { 'If-Match': version } },
          body: { ...changeOf(base, form), ...more },
        }),
      );
    },
    read: async () => {
      const now = await tagged(api.GET('/api/v1/devices/{id}', { params: { path: { id } } }));
      return { form: formOf(now.value), etag: now.etag };
    },
    onSaved: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
  const { form, change } = edit;
  const leave = (): void => {
    edit.discard();
    onDone();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (Object.keys(changeOf(edit.base, form)).length === 0) leave();
    else edit.save();
  };
  const sites = useSites() ?? [];
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, edit.error);
  return (
    <form onSubmit={submit} aria-label={t('devices.editForm')} ref={element} noValidate>
      <UnsavedGuard isChanged={edit.isUnsaved} />
      <Stack>
        <FormNotices
          isRestored={edit.isRestored}
          clashes={
            <EditClashes
              edit={edit}
              labelOf={(field) => word('field', field)}
              wordsOf={(field, value) => (typeof value === 'string' ? wordsOf(field, value, sites) : '')}
            />
          }
          error={edit.error}
          fields={OWN_ERRORS}
        />
        <DeviceFormFields
          form={form}
          onChange={change}
          problem={edit.error instanceof Problem ? edit.error : undefined}
          report={
            goesMissing(edit)
              ? {
                  value: form.report,
                  onChange: (changed) => change({ report: { ...form.report, ...changed } }),
                }
              : undefined
          }
        />
        <TextInput
          label={t('devices.reason')}
          description={t('devices.reasonHelp')}
          value={form.why}
          maxLength={1000}
          onChange={(event) => change({ why: event.currentTarget.value })}
        />
        <Group>
          <Button type="submit" loading={edit.isPending}>
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

function wordsOf(field: keyof Typed, value: string, sites: readonly FieldSite[]): string {
  if (value !== '' && (field === 'status' || field === 'kind')) return word(field, value);
  return (field === 'site' && sites.find(({ code }) => code === value)?.name) || value;
}
