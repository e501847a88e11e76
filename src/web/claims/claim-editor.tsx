import {
  Alert,
  Button,
  Group,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';
import { api, answer, tagged } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { EditClashes } from '../common/edit-clashes.js';
import { FormNotices } from '../common/form-notices.js';
import { useFocusOnProblem } from '../common/form-problem.js';
import { MoneyInput } from '../common/money-input.js';
import { UnsavedGuard } from '../common/unsaved-guard.js';
import { useDraftEdit } from '../common/use-draft-edit.js';
import { t } from '../text/text.js';
import {
  ANSWER_FIELDS,
  changedFields,
  changeOfClaim,
  CLAIM_FIELDS,
  type ClaimField,
  type ClaimForm,
  FAULT_FIELDS,
  formOfClaim,
  isCost,
  isSameValue,
  valueWords,
} from './claim-form.js';
import type { Claim } from './claim-words.js';

export const draftName = (claimId: string): string => `claim.${claimId}`;

/** Notes what the vendor said, or corrects a draft. Where somebody else has saved meanwhile, both are brought together. */
export function ClaimEditor({ claim, etag, onDone }: { claim: Claim; etag: string; onDone: () => void }) {
  const { id } = claim;
  const queries = useQueryClient();
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
  const isDraft = claim.state === 'draft';
  const late = isDraft ? [] : changedFields(base, form).filter((field) => FAULT_FIELDS.includes(field));
  const fields = isDraft ? CLAIM_FIELDS : [...late, ...ANSWER_FIELDS];
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="claim-edit">
      <form onSubmit={submit} ref={element} noValidate>
        <UnsavedGuard isChanged={edit.isUnsaved} />
        <Stack maw={720}>
          <Title order={2} size="h4" id="claim-edit">
            {t('claims.edit')}
          </Title>
          <FormNotices
            isRestored={edit.isRestored}
            clashes={
              <EditClashes edit={edit} labelOf={(field) => t(`claims.${field}`)} wordsOf={valueWords} />
            }
            error={edit.error}
            fields={fields}
          />
          {late.length > 0 && (
            <NoDraftAnyMore
              onUndo={() => change(Object.fromEntries(late.map((field) => [field, base[field]])))}
            />
          )}
          <ClaimFields
            fields={fields}
            form={form}
            onChange={change}
            problem={edit.error instanceof Problem ? edit.error : undefined}
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
    </Paper>
  );
}

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

interface FieldsProps {
  fields: readonly ClaimField[];
  form: ClaimForm;
  onChange: (change: Partial<ClaimForm>) => void;
  problem: Problem | undefined;
}

function ClaimFields({ fields, ...props }: FieldsProps) {
  return (
    <>
      {fields
        .filter((field) => FAULT_FIELDS.includes(field))
        .map((field) => (
          <LongField key={field} name={field} {...props} />
        ))}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {fields
          .filter((field) => !FAULT_FIELDS.includes(field))
          .map((field) =>
            isCost(field) ? (
              <MoneyInput
                key={field}
                label={t(`claims.${field}`)}
                value={props.form[field]}
                onChange={(dollars) => props.onChange({ [field]: dollars })}
                error={props.problem?.of(field)}
              />
            ) : (
              <ShortField key={field} name={field} {...props} />
            ),
          )}
      </SimpleGrid>
    </>
  );
}

type FieldProps = Omit<FieldsProps, 'fields'> & { name: ClaimField };

function LongField({ name, form, onChange, problem }: FieldProps) {
  return (
    <Textarea
      label={t(`claims.${name}`)}
      value={form[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      error={problem?.of(name)}
      required={name === 'observed'}
      maxLength={2000}
      autosize
      minRows={2}
    />
  );
}

function ShortField({ name, form, onChange, problem }: FieldProps) {
  return (
    <TextInput
      label={t(`claims.${name}`)}
      type={name === 'expectedOn' ? 'date' : 'text'}
      value={form[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      error={problem?.of(name)}
      maxLength={100}
      autoComplete="off"
    />
  );
}
