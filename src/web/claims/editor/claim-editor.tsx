import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';
import { api, answer, tagged } from '../../api/client.js';
import { Problem, type Shape } from '../../api/problem.js';
import { EditClashes } from '../../common/edit-clashes.js';
import { FormNotices } from '../../common/form-notices.js';
import { useFocusOnProblem } from '../../common/form-problem.js';
import { UnsavedGuard } from '../../common/unsaved-guard.js';
import { useDraftEdit } from '../../common/use-draft-edit.js';
import { t } from '../../text/text.js';
import { RequestInputs } from '../request/request-fields.js';
import {
  ANSWER_FIELDS,
  apiName,
  changedFields,
  changeOfClaim,
  CLAIM_FIELDS,
  type ClaimForm,
  FAULT_FIELDS,
  formOfClaim,
  isFault,
  isSameValue,
} from './claim-form.js';
import { AnswerInputs, FaultInputs } from './claim-inputs.js';
import { labelOf, useFieldWords } from './field-words.js';

export const draftName = (claimId: string): string => `claim.${claimId}`;

interface Props {
  claim: Shape<'ClaimDetail'>;
  etag: string;
  onDone: () => void;
}

/**
 * Corrects a draft, and notes what the district asks for and what the vendor said. Where somebody else has saved
 * meanwhile, both are brought together.
 */
export function ClaimEditor({ claim, etag, onDone }: Props) {
  const { id, deviceId, state } = claim;
  const queries = useQueryClient();
  const wordsOf = useFieldWords(deviceId);
  const edit = useDraftEdit<ClaimForm>({
    draft: draftName(id),
    saved: formOfClaim(claim),
    etag,
    isChanged: (base, form) => changedFields(base, form).length > 0,
    isSameValue,
    save: ({ base, form, etag: version }) =>
      answer(
        api.PATCH('/api/v1/claims/{id}', {
          params: { path: { id }, header: { 'If-Match': version } },
          body: changeOfClaim(base, form),
        }),
      ),
    read: async () => {
      const now = await tagged(api.GET('/api/v1/claims/{id}', { params: { path: { id } } }));
      return { form: formOfClaim(now.value), etag: now.etag };
    },
    onSaved: async () => {
      await queries.invalidateQueries();
      onDone();
    },
    // The state may be another one, too, and it says which fields there are.
    onMerged: () => void queries.invalidateQueries(),
  });
  const leave = (): void => {
    edit.discard();
    onDone();
    if (edit.error) void queries.invalidateQueries();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (edit.isChanged) edit.save();
    else leave();
  };
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, edit.error);
  const { base, form, change } = edit;
  const late = state === 'draft' ? [] : changedFields(base, form).filter(isFault);
  const faults = state === 'draft' ? FAULT_FIELDS : late;
  // What somebody chose before another person sent the claim stays in view, so that they can take it back.
  const isSent = !NOT_SENT.includes(state) && form.requestedService === base.requestedService;
  const inputs = {
    form,
    onChange: change,
    problem: edit.error instanceof Problem ? edit.error : undefined,
  };
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="claim-edit">
      <form onSubmit={submit} ref={element} noValidate>
        <UnsavedGuard isChanged={edit.isUnsaved} />
        <Stack maw={820}>
          <Title order={2} size="h4" id="claim-edit">
            {t('claims.edit')}
          </Title>
          <FormNotices
            isRestored={edit.isRestored}
            clashes={<EditClashes edit={edit} labelOf={labelOf} wordsOf={wordsOf} />}
            error={edit.error}
            fields={CLAIM_FIELDS.map(apiName)}
          />
          {late.length > 0 && (
            <NoDraftAnyMore
              onUndo={() => change(Object.fromEntries(late.map((field) => [field, base[field]])))}
            />
          )}
          <FaultInputs fields={faults} deviceId={deviceId} {...inputs} />
          <Title order={3} size="h5">
            {t('claimRequest.title')}
          </Title>
          <RequestInputs isSent={isSent} {...inputs} />
          <Title order={3} size="h5">
            {t('claims.answer')}
          </Title>
          <AnswerInputs fields={ANSWER_FIELDS} {...inputs} />
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
    </Paper>
  );
}

/** In these states, no vendor has the claim, so the service that it asks for can change. */
const NOT_SENT: readonly Props['claim']['state'][] = ['draft', 'ready', 'denied'];

/** What somebody typed about the fault cannot be saved, because another person has marked the claim ready. */
function NoDraftAnyMore({ onUndo }: { onUndo: () => void }) {
  return (
    <Alert color="orange" title={t('claims.noDraft')}>
      <Text mb="sm">{t('claims.noDraftText')}</Text>
      <Button size="sm" variant="default" onClick={onUndo}>
        {t('claims.noDraftUndo')}
      </Button>
    </Alert>
  );
}
