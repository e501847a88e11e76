import { Alert, Checkbox, Text } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api, answer } from '../../api/client.js';
import { RecordForm } from '../../common/form/record-form.js';
import { useNewRecord } from '../../common/form/use-new-record.js';
import { TextLink } from '../../common/text-link.js';
import { Loaded } from '../../common/loaded.js';
import { t } from '../../text/text.js';
import { PageForDevice } from '../page-for-device.js';
import { NoteField } from '../note-field.js';
import { assessmentBody, NOTHING } from './assessment-form.js';
import type { Question } from './assessment-words.js';
import { ChecklistFields } from './checklist-fields.js';
import { useChecklists } from './use-checklists.js';

const route = getRouteApi('/shell/assessments/new');

/** Assesses one device. Many are assessed by scanning. */
export function NewAssessmentPage() {
  const navigate = useNavigate({ from: '/assessments/new' });
  const checklists = useChecklists();
  return (
    <PageForDevice
      id={route.useSearch().device}
      title={t('assess.assess')}
      find={t('assess.which')}
      about={(names) => t('assess.about', names)}
      gone={(names) => t('assess.gone', names)}
      onFound={(device) => navigate({ search: { device } })}
    >
      {({ id, kind, status }) => (
        <>
          {status === 'deployed' && <Alert color="orange">{t('assess.inUse')}</Alert>}
          <Loaded query={checklists} failed={t('assess.failed')}>
            {({ items }) => (
              <AssessForm deviceId={id} questions={items.find((one) => one.kind === kind)?.questions ?? []} />
            )}
          </Loaded>
        </>
      )}
    </PageForDevice>
  );
}

function AssessForm({ deviceId, questions }: { deviceId: string; questions: readonly Question[] }) {
  const navigate = useNavigate();
  const record = useNewRecord({
    draft: `assessment.new.${deviceId}`,
    blank: NOTHING,
    add: (form) =>
      answer(api.POST('/api/v1/assessments', { body: assessmentBody(deviceId, form, questions) })),
    onAdded: ({ id }) => navigate({ to: '/assessments/$id', params: { id }, ignoreBlocker: true }),
    onLeave: () => navigate({ to: '/devices/$id', params: { id: deviceId }, ignoreBlocker: true }),
  });
  return (
    <RecordForm
      record={record}
      submit={t('assess.submit')}
      ownErrors={['note', ...questions.map(({ name }) => `answers.${name}`)]}
      width={620}
      aside={<TextLink to="/assessments">{t('assess.title')}</TextLink>}
    >
      {(fields) => (
        <>
          <ChecklistFields questions={questions} {...fields} />
          <NoteField {...fields} />
          <Text size="sm">{t('assess.photosNext')}</Text>
          <Checkbox
            label={t('assess.apply')}
            checked={fields.form.apply}
            onChange={(event) => fields.onChange({ apply: event.currentTarget.checked })}
          />
        </>
      )}
    </RecordForm>
  );
}
