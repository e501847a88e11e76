import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef } from 'react';
import { api, answer } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { FormNotices } from '../common/form-notices.js';
import { useFocusOnProblem } from '../common/form-problem.js';
import { Page } from '../common/page.js';
import { UnsavedGuard } from '../common/unsaved-guard.js';
import { useDraft } from '../common/use-draft.js';
import { t } from '../text/text.js';
import { changeOf, type DeviceForm, EDITED, formOf } from './device-fields.js';
import { DeviceFormFields } from './device-form.js';
import { type MissingReport, newReport, reportOf } from './missing-report.js';

const route = getRouteApi('/shell/devices/new');
const NOTHING = formOf({});
const OWN_ERRORS = [...EDITED, 'missing', 'missingSince', 'policeReportNumber'];

interface NewDevice {
  form: DeviceForm;
  report: MissingReport;
}

/** Adds one device; scans that waited for its code are applied to it. */
export function NewDevicePage() {
  const { code } = route.useSearch();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const first: DeviceForm = { ...NOTHING, assetTag: code ?? '', status: 'in_stock' };
  const draft = useDraft<NewDevice>(
    `device.new.${code ?? ''}`,
    { form: first, report: newReport() },
    ({ form }) => Object.keys(changeOf(first, form)).length > 0,
  );
  const { form, report } = draft.value;
  const isMissing = form.status === 'missing';
  const making = useMutation({
    mutationFn: async () => {
      const body = { ...changeOf(NOTHING, form), ...(isMissing ? reportOf(report) : {}) };
      const device = await answer(api.POST('/api/v1/devices', { body }));
      // Where nothing waits for the code, there is nothing to apply.
      if (code) await api.POST('/api/v1/unknown-codes/retry', { body: { code } });
      return device;
    },
    onSuccess: async (device) => {
      draft.discard();
      await queries.invalidateQueries();
      await navigate({ to: '/devices/$id', params: { id: device.id }, ignoreBlocker: true });
    },
  });
  const leave = async (): Promise<void> => {
    draft.discard();
    await navigate({ to: '/devices', ignoreBlocker: true });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    making.mutate();
  };
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, making.error);
  const isChanged = Object.keys(changeOf(first, form)).length > 0;
  return (
    <Page title={t('devices.add')}>
      <form onSubmit={submit} ref={element} noValidate>
        <UnsavedGuard isChanged={isChanged && !making.isSuccess} />
        <Stack>
          <FormNotices isRestored={draft.isRestored} error={making.error} fields={OWN_ERRORS} />
          <DeviceFormFields
            form={form}
            onChange={(change) =>
              draft.setValue((before) => ({ ...before, form: { ...before.form, ...change } }))
            }
            problem={making.error instanceof Problem ? making.error : undefined}
            report={
              isMissing
                ? {
                    value: report,
                    onChange: (change) =>
                      draft.setValue((before) => ({ ...before, report: { ...before.report, ...change } })),
                  }
                : undefined
            }
          />
          <Group>
            <Button type="submit" loading={making.isPending}>
              {t('devices.add')}
            </Button>
            <Button variant="default" onClick={() => void leave()}>
              {t('common.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}
