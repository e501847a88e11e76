import { Alert, Checkbox, NativeSelect, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { type FieldsProps, RecordForm } from '../common/form/record-form.js';
import { useNewRecord } from '../common/form/use-new-record.js';
import { TextLink } from '../common/text-link.js';
import { t } from '../text/text.js';
import { PageForDevice } from './page-for-device.js';
import { mediumChoices, techniqueChoices } from './sanitization-words.js';
import { FIELDS, NOTHING, type SanitizationForm, sanitizationBody } from './sanitization-form.js';

const route = getRouteApi('/shell/sanitizations/new');

/** Records how the data on one device was removed. Many are recorded by scanning. */
export function NewSanitizationPage() {
  const navigate = useNavigate({ from: '/sanitizations/new' });
  return (
    <PageForDevice
      id={route.useSearch().device}
      title={t('salvage.recordTitle')}
      find={t('salvage.recordWhich')}
      about={(names) => t('salvage.recordAbout', names)}
      gone={(names) => t('salvage.recordGone', names)}
      onFound={(device) => navigate({ search: { device } })}
    >
      {({ id, status }) => (
        <>
          {status === 'deployed' && <Alert color="orange">{t('salvage.recordInUse')}</Alert>}
          <WipeForm deviceId={id} />
        </>
      )}
    </PageForDevice>
  );
}

function WipeForm({ deviceId }: { deviceId: string }) {
  const navigate = useNavigate();
  const record = useNewRecord({
    draft: `sanitization.new.${deviceId}`,
    blank: NOTHING,
    add: (form) => answer(api.POST('/api/v1/sanitizations', { body: sanitizationBody(deviceId, form) })),
    onAdded: ({ id }) => navigate({ to: '/sanitizations/$id', params: { id }, ignoreBlocker: true }),
    onLeave: () => navigate({ to: '/devices/$id', params: { id: deviceId }, ignoreBlocker: true }),
  });
  return (
    <RecordForm
      record={record}
      submit={t('salvage.record')}
      ownErrors={FIELDS}
      width={620}
      aside={<TextLink to="/sanitizations">{t('salvage.wiped')}</TextLink>}
    >
      {(fields) => (
        <>
          <WhatFields {...fields} />
          <HowFields {...fields} />
        </>
      )}
    </RecordForm>
  );
}

type Fields = FieldsProps<SanitizationForm>;

/** The storage, the technique that suits it, and what came of it. */
function WhatFields({ form, problem, onChange }: Fields) {
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
function HowFields({ form, problem, onChange }: Fields) {
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
