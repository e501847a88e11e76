import {
  Button,
  Group,
  NumberInput,
  Paper,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { api, answer, tagged } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { EditClashes } from '../common/edit-clashes.js';
import { type Clash, merge } from '../common/edits.js';
import { FormProblem, useFocusOnProblem } from '../common/form-problem.js';
import { RestoredDraft } from '../common/restored-draft.js';
import { UnsavedGuard } from '../common/unsaved-guard.js';
import { useDraft } from '../common/use-draft.js';
import { t } from '../text/text.js';
import {
  changeOfClaim,
  CLAIM_FIELDS,
  type ClaimField,
  type ClaimForm,
  formOfClaim,
  isCost,
  valueWords,
} from './claim-form.js';
import type { Claim } from './claim-words.js';

interface Edit {
  /** What was saved when this edit began. */
  base: ClaimForm;
  etag: string;
  form: ClaimForm;
}

export const draftName = (claimId: string): string => `claim.${claimId}`;

const isChanged = ({ base, form }: Edit): boolean => Object.keys(changeOfClaim(base, form)).length > 0;

/** Notes what the vendor said, or corrects a draft. Where somebody else has saved meanwhile, both are brought together. */
export function ClaimEditor({ claim, etag, onDone }: { claim: Claim; etag: string; onDone: () => void }) {
  const { id } = claim;
  const queries = useQueryClient();
  const saved = formOfClaim(claim);
  const draft = useDraft<Edit>(draftName(id), { base: saved, etag, form: saved }, isChanged);
  const { base, form } = draft.value;
  const [clashes, setClashes] = useState<Clash<ClaimForm>[]>();
  const change = (changed: Partial<ClaimForm>): void =>
    draft.setValue((before) => ({ ...before, form: { ...before.form, ...changed } }));
  const saving = useMutation({
    mutationFn: () =>
      answer(
        api.PATCH('/api/v1/claims/{id}', {
          params: { path: { id }, header: { 'If-Match': draft.value.etag } },
          body: changeOfClaim(base, form),
        }),
      ),
    onSuccess: async () => {
      draft.discard();
      await queries.invalidateQueries();
      onDone();
    },
    onError: async (error) => {
      if (!(error instanceof Problem) || error.status !== 412) return;
      const now = await tagged(api.GET('/api/v1/claims/{id}', { params: { path: { id } } }));
      const theirs = formOfClaim(now.value);
      const { merged, clashes: both } = merge(base, form, theirs);
      draft.setValue(() => ({ base: theirs, etag: now.etag, form: merged }));
      setClashes(both);
    },
  });
  const leave = (): void => {
    draft.discard();
    onDone();
    if (saving.error) void queries.invalidateQueries();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isChanged(draft.value)) saving.mutate();
    else leave();
  };
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, saving.error);
  const fields = claim.state === 'draft' ? CLAIM_FIELDS : CLAIM_FIELDS.slice(2);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="claim-edit">
      <form onSubmit={submit} ref={element} noValidate>
        <UnsavedGuard isChanged={isChanged(draft.value) && !saving.isSuccess} />
        <Stack maw={720}>
          <Title order={2} size="h4" id="claim-edit">
            {t('claims.edit')}
          </Title>
          {draft.isRestored && <RestoredDraft />}
          {clashes ? (
            <EditClashes
              clashes={clashes}
              form={form}
              labelOf={(field) => t(`claims.${field}`)}
              wordsOf={valueWords}
              onPick={change}
            />
          ) : (
            <FormProblem error={saving.error} fields={fields} />
          )}
          <ClaimFields
            fields={fields}
            form={form}
            onChange={change}
            problem={saving.error instanceof Problem ? saving.error : undefined}
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
    </Paper>
  );
}

const LONG: readonly ClaimField[] = ['observed', 'tried'];

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
        .filter((field) => LONG.includes(field))
        .map((field) => (
          <LongField key={field} name={field} {...props} />
        ))}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {fields
          .filter((field) => !LONG.includes(field))
          .map((field) =>
            isCost(field) ? (
              <CostField key={field} name={field} {...props} />
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

function CostField({ name, form, onChange, problem }: FieldProps) {
  return (
    <NumberInput
      label={t(`claims.${name}`)}
      value={form[name]}
      onChange={(value) => onChange({ [name]: String(value) })}
      error={problem?.of(name)}
      allowNegative={false}
      decimalScale={2}
      prefix="$"
      thousandSeparator=","
      hideControls
    />
  );
}
