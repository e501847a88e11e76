import { Alert, Anchor, Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef } from 'react';
import { api, answer } from '../api/client.js';
import { Problem, type Shape } from '../api/problem.js';
import { FormNotices } from '../common/form-notices.js';
import { useFocusOnProblem } from '../common/form-problem.js';
import { Page } from '../common/page.js';
import { UnsavedGuard } from '../common/unsaved-guard.js';
import { useDraft } from '../common/use-draft.js';
import { word } from '../common/words.js';
import { nameOfDevice } from '../devices/device-names.js';
import { FindDevice, OneDevice } from '../devices/one-device.js';
import { t } from '../text/text.js';
import { mediumChoices, techniqueChoices } from './sanitization-words.js';
import { FIELDS, NOTHING, type SanitizationForm, sanitizationBody } from './sanitization-form.js';

const route = getRouteApi('/shell/sanitizations/new');

/** Records how the data on one device was removed. Many are recorded by scanning. */
export function NewSanitizationPage() {
  const { device } = route.useSearch();
  const navigate = useNavigate({ from: '/sanitizations/new' });
  if (device === undefined)
    return (
      <FindDevice
        title={t('salvage.recordTitle')}
        about={t('salvage.recordWhich')}
        whyNot={(found) => (NEVER.includes(found.status) ? goneWords(found) : undefined)}
        onFound={(id) => navigate({ search: { device: id } })}
      />
    );
  return (
    <OneDevice key={device} id={device}>
      {(found) => <ForDevice device={found} />}
    </OneDevice>
  );
}

/** Nothing is recorded about devices that are not there. */
const NEVER: readonly string[] = ['missing', 'disposed', 'void'];

function goneWords(device: Shape<'DeviceFound'>): string {
  return t('salvage.recordGone', { device: nameOfDevice(device), status: word('status', device.status) });
}

function ForDevice({ device }: { device: Shape<'DeviceDetail'> }) {
  return (
    <Page
      title={t('salvage.recordTitle')}
      about={t('salvage.recordAbout', {
        device: `${nameOfDevice(device)} (${device.manufacturer} ${device.model})`,
        site: device.siteName,
      })}
    >
      {device.status === 'deployed' && <Alert color="orange">{t('salvage.recordInUse')}</Alert>}
      <RecordForm deviceId={device.id} />
    </Page>
  );
}

function RecordForm({ deviceId }: { deviceId: string }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const isStarted = (form: SanitizationForm): boolean => JSON.stringify(form) !== JSON.stringify(NOTHING);
  const draft = useDraft<SanitizationForm>(`sanitization.new.${deviceId}`, NOTHING, isStarted);
  const form = draft.value;
  const recording = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/sanitizations', { body: sanitizationBody(deviceId, form) })),
    onSuccess: async ({ id }) => {
      draft.discard();
      await queries.invalidateQueries();
      await navigate({ to: '/sanitizations/$id', params: { id }, ignoreBlocker: true });
    },
  });
  const leave = async (): Promise<void> => {
    draft.discard();
    await navigate({ to: '/devices/$id', params: { id: deviceId }, ignoreBlocker: true });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    recording.mutate();
  };
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, recording.error);
  const problem = recording.error instanceof Problem ? recording.error : undefined;
  const fields = {
    form,
    problem,
    onChange: (change: Partial<SanitizationForm>) => draft.setValue((before) => ({ ...before, ...change })),
  };
  return (
    <form onSubmit={submit} ref={element} noValidate>
      <UnsavedGuard isChanged={isStarted(form) && !recording.isSuccess} />
      <Stack maw={620}>
        <FormNotices isRestored={draft.isRestored} error={recording.error} fields={FIELDS} />
        <WhatFields {...fields} />
        <HowFields {...fields} />
        <Group>
          <Button type="submit" loading={recording.isPending}>
            {t('salvage.record')}
          </Button>
          <Button variant="default" onClick={() => void leave()}>
            {t('common.cancel')}
          </Button>
          <Anchor renderRoot={(props) => <Link to="/sanitizations" {...props} />}>
            {t('salvage.wiped')}
          </Anchor>
        </Group>
      </Stack>
    </form>
  );
}

interface FieldsProps {
  form: SanitizationForm;
  problem: Problem | undefined;
  onChange: (change: Partial<SanitizationForm>) => void;
}

/** The storage, the technique that suits it, and what came of it. */
function WhatFields({ form, problem, onChange }: FieldsProps) {
  const { data } = useQuery({
    queryKey: ['sanitization-techniques'],
    queryFn: () => answer(api.GET('/api/v1/sanitizations/techniques')),
    staleTime: Infinity,
  });
  const fits = data?.items ?? [];
  const fit = fits.find(({ medium, technique }) => medium === form.medium && technique === form.technique);
  return (
    <>
      <NativeSelect
        label={t('salvage.medium')}
        description={t('salvage.mediumHelp')}
        data={[{ value: '', label: t('common.chooseOne') }, ...mediumChoices()]}
        value={form.medium}
        // A technique that does not suit the other storage is not kept.
        onChange={(event) => onChange({ medium: event.currentTarget.value, technique: '' })}
        error={problem?.of('medium')}
        required
      />
      <NativeSelect
        label={t('salvage.technique')}
        description={form.medium === '' ? t('salvage.techniqueFirst') : t('salvage.techniqueHelp')}
        data={[{ value: '', label: t('common.chooseOne') }, ...techniqueChoices(fits, form.medium)]}
        value={form.technique}
        onChange={(event) => onChange({ technique: event.currentTarget.value })}
        error={problem?.of('technique')}
        required
      />
      {fit && <WhatItCounts fit={fit} />}
      {form.technique === 'shred' && (
        <TextInput
          label={t('salvage.particleMm')}
          inputMode="decimal"
          value={form.particleMm}
          onChange={(event) => onChange({ particleMm: event.currentTarget.value })}
          error={problem?.of('particleMm')}
          required
        />
      )}
      <NativeSelect
        label={t('salvage.result')}
        description={form.result === 'failed' ? t('salvage.failedHelp') : undefined}
        data={(['completed', 'failed'] as const).map((value) => ({
          value,
          label: t(`salvage.result_${value}`),
        }))}
        value={form.result}
        onChange={(event) => onChange({ result: event.currentTarget.value })}
        error={problem?.of('result')}
      />
    </>
  );
}

function WhatItCounts({ fit: { method, source, isUncertain } }: { fit: Shape<'TechniqueFit'> }) {
  return (
    <Text size="sm">
      {t('salvage.countsAs', { method: t(`salvage.method_${method}`), source })}
      {isUncertain && ` ${t('salvage.uncertain')}`}
    </Text>
  );
}

const TEXTS = ['tool', 'toolVersion', 'verifiedBy', 'verification', 'place', 'note'] as const;
const HELP = {
  tool: () => t('salvage.toolHelp'),
  verifiedBy: () => t('salvage.verifiedByHelp'),
  verification: () => t('salvage.verificationHelp'),
} as const;

/** With what, and who saw it: all of it stands on the certificate. */
function HowFields({ form, problem, onChange }: FieldsProps) {
  return (
    <>
      <Checkbox
        label={t('salvage.mediaSource_pulled')}
        checked={form.isPulled}
        onChange={(event) => onChange({ isPulled: event.currentTarget.checked })}
      />
      {form.isPulled && (
        <TextInput
          label={t('salvage.optional', { label: t('salvage.driveSerial') })}
          value={form.driveSerial}
          onChange={(event) => onChange({ driveSerial: event.currentTarget.value })}
          error={problem?.of('driveSerial')}
          maxLength={100}
          autoComplete="off"
        />
      )}
      {TEXTS.map((field) => (
        <TextInput
          key={field}
          label={t('salvage.optional', { label: t(`salvage.${field}`) })}
          description={field in HELP ? HELP[field as keyof typeof HELP]() : undefined}
          value={form[field]}
          onChange={(event) => onChange({ [field]: event.currentTarget.value })}
          error={problem?.of(field)}
          maxLength={field === 'note' ? 2000 : field === 'toolVersion' ? 50 : field === 'tool' ? 100 : 200}
          autoComplete="off"
        />
      ))}
    </>
  );
}
