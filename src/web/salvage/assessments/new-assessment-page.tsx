import { Alert, Anchor, Button, Checkbox, Group, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef } from 'react';
import { api, answer } from '../../api/client.js';
import { Problem, type Shape } from '../../api/problem.js';
import { FormNotices } from '../../common/form-notices.js';
import { useFocusOnProblem } from '../../common/form-problem.js';
import { Page } from '../../common/page.js';
import { Failed, Loading } from '../../common/states.js';
import { UnsavedGuard } from '../../common/unsaved-guard.js';
import { useDraft } from '../../common/use-draft.js';
import { word } from '../../common/words.js';
import { nameOfDevice } from '../../devices/device-names.js';
import { FindDevice, OneDevice } from '../../devices/one-device.js';
import { t } from '../../text/text.js';
import { type AssessmentForm, assessmentBody, NOTHING } from './assessment-form.js';
import type { Question } from './assessment-words.js';
import { ChecklistFields } from './checklist-fields.js';
import { useChecklists } from './use-checklists.js';

const route = getRouteApi('/shell/assessments/new');

/** Assesses one device. Many are assessed by scanning. */
export function NewAssessmentPage() {
  const { device } = route.useSearch();
  const navigate = useNavigate({ from: '/assessments/new' });
  if (device === undefined)
    return (
      <FindDevice
        title={t('assess.assess')}
        about={t('assess.which')}
        whyNot={(found) => (NEVER.includes(found.status) ? notAtHand(found) : undefined)}
        onFound={(id) => navigate({ search: { device: id } })}
      />
    );
  return (
    <OneDevice key={device} id={device}>
      {(found) => <ForDevice device={found} />}
    </OneDevice>
  );
}

/** Nobody has such a device on the bench. */
const NEVER: readonly string[] = ['missing', 'disposed', 'void'];

function notAtHand(device: Shape<'DeviceFound'>): string {
  return t('assess.gone', { device: nameOfDevice(device), status: word('status', device.status) });
}

function ForDevice({ device }: { device: Shape<'DeviceDetail'> }) {
  const { data, error, refetch } = useChecklists();
  const questions = data?.items.find(({ kind }) => kind === device.kind)?.questions;
  return (
    <Page
      title={t('assess.assess')}
      about={t('assess.about', {
        device: `${nameOfDevice(device)} (${device.manufacturer} ${device.model})`,
        site: device.siteName,
      })}
    >
      {device.status === 'deployed' && <Alert color="orange">{t('assess.inUse')}</Alert>}
      {error && !data && <Failed title={t('assess.failed')} error={error} onRetry={() => void refetch()} />}
      {!questions && !error && <Loading />}
      {questions && <AssessForm deviceId={device.id} questions={questions} />}
    </Page>
  );
}

function AssessForm({ deviceId, questions }: { deviceId: string; questions: readonly Question[] }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const isStarted = (form: AssessmentForm): boolean => JSON.stringify(form) !== JSON.stringify(NOTHING);
  const draft = useDraft<AssessmentForm>(`assessment.new.${deviceId}`, NOTHING, isStarted);
  const form = draft.value;
  const assessing = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/v1/assessments', { body: assessmentBody(deviceId, form, questions) })),
    onSuccess: async ({ id }) => {
      draft.discard();
      await queries.invalidateQueries();
      await navigate({ to: '/assessments/$id', params: { id }, ignoreBlocker: true });
    },
  });
  const leave = async (): Promise<void> => {
    draft.discard();
    await navigate({ to: '/devices/$id', params: { id: deviceId }, ignoreBlocker: true });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    assessing.mutate();
  };
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, assessing.error);
  const problem = assessing.error instanceof Problem ? assessing.error : undefined;
  const change = (changed: Partial<AssessmentForm>): void =>
    draft.setValue((before) => ({ ...before, ...changed }));
  return (
    <form onSubmit={submit} ref={element} noValidate>
      <UnsavedGuard isChanged={isStarted(form) && !assessing.isSuccess} />
      <Stack maw={620}>
        <FormNotices
          isRestored={draft.isRestored}
          error={assessing.error}
          fields={['note', ...questions.map(({ name }) => `answers.${name}`)]}
        />
        <ChecklistFields questions={questions} form={form} problem={problem} onChange={change} />
        <Textarea
          label={t('assess.noteOptional')}
          value={form.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
          error={problem?.of('note')}
          maxLength={2000}
          autosize
          minRows={2}
        />
        <Checkbox
          label={t('assess.apply')}
          checked={form.apply}
          onChange={(event) => change({ apply: event.currentTarget.checked })}
        />
        <Group>
          <Button type="submit" loading={assessing.isPending}>
            {t('assess.submit')}
          </Button>
          <Button variant="default" onClick={() => void leave()}>
            {t('common.cancel')}
          </Button>
          <Anchor renderRoot={(props) => <Link to="/assessments" {...props} />}>{t('assess.title')}</Anchor>
        </Group>
      </Stack>
    </form>
  );
}
