import { Button, Checkbox, Fieldset, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { Problem } from '../api/problem.js';
import { FormNotices } from '../common/form-notices.js';
import { useFocusOnProblem } from '../common/form-problem.js';
import { t } from '../text/text.js';
import { ColumnsEditor } from './columns-editor.js';
import { DATE_FORMATS, DELIMITERS, ENCODINGS, FORMATS, type LayoutDraft } from './layout-draft.js';
import { LayoutTryOut } from './layout-try-out.js';

interface Props {
  draft: LayoutDraft;
  onChange: (change: Partial<LayoutDraft>) => void;
  isRestored: boolean;
  submit: string;
  isPending: boolean;
  error: Error | null;
  /** What another person has saved meanwhile. */
  clashes?: ReactNode;
  onSubmit: () => void;
  onCancel: () => void;
}

/** Errors that the fields show themselves. */
const SHOWN =
  /^(name|format|encoding|delimiter|dateFormat|rowsPer|columns\.\d+\.(header|field|constant|format|longest))$/;

/** What a file of claims looks like, with a try-out on real claims. */
export function LayoutForm({ draft, onChange, error, ...props }: Props) {
  const problem = error instanceof Problem ? error : undefined;
  const shown = (problem?.errors ?? []).map(({ field }) => field).filter((field) => SHOWN.test(field));
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <form onSubmit={submit} ref={element} noValidate>
      <Stack>
        <FormNotices isRestored={props.isRestored} clashes={props.clashes} error={error} fields={shown} />
        <TextInput
          label={t('layouts.name')}
          value={draft.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
          error={problem?.of('name')}
          required
          maxLength={200}
          autoComplete="off"
          maw={720}
        />
        <FileFields draft={draft} onChange={onChange} problem={problem} />
        <ColumnsEditor draft={draft} onChange={onChange} problem={problem} />
        <LayoutTryOut draft={draft} />
        <Group>
          <Button type="submit" loading={props.isPending}>
            {props.submit}
          </Button>
          <Button variant="default" onClick={props.onCancel}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function FileFields({
  draft,
  onChange,
  problem,
}: Pick<Props, 'draft' | 'onChange'> & { problem: Problem | undefined }) {
  const isText = draft.format === 'csv' || draft.format === 'fixed_width';
  const choices = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return (
    <Fieldset legend={t('layouts.file')} maw={720}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={t('layouts.format')}
          data={FORMATS.map((value) => ({ value, label: t(`layouts.format_${value}`) }))}
          value={draft.format}
          onChange={(format) => format && onChange({ format })}
          error={problem?.of('format')}
          allowDeselect={false}
        />
        <Select
          label={t('layouts.rowsPer')}
          data={[
            { value: 'claim', label: t('layouts.rowsPer_claim') },
            { value: 'part', label: t('layouts.rowsPer_part') },
          ]}
          value={draft.rowsPer}
          onChange={(rowsPer) => rowsPer && onChange({ rowsPer })}
          error={problem?.of('rowsPer')}
          allowDeselect={false}
        />
        <Select
          label={t('layouts.dateFormat')}
          data={choices(DATE_FORMATS)}
          value={draft.dateFormat}
          onChange={(dateFormat) =>
            dateFormat && onChange({ dateFormat: dateFormat as LayoutDraft['dateFormat'] })
          }
          error={problem?.of('dateFormat')}
          allowDeselect={false}
        />
        {isText && (
          <Select
            label={t('layouts.encoding')}
            data={choices(ENCODINGS)}
            value={draft.encoding}
            onChange={(encoding) => encoding && onChange({ encoding: encoding as LayoutDraft['encoding'] })}
            error={problem?.of('encoding')}
            allowDeselect={false}
          />
        )}
        {draft.format === 'csv' && (
          <Select
            label={t('layouts.delimiter')}
            data={DELIMITERS.map((value) => ({ value, label: value === '\t' ? t('layouts.tab') : value }))}
            value={draft.delimiter}
            onChange={(delimiter) => delimiter && onChange({ delimiter })}
            error={problem?.of('delimiter')}
            allowDeselect={false}
          />
        )}
      </SimpleGrid>
      {draft.format !== 'json' && (
        <Checkbox
          mt="sm"
          label={t('layouts.hasHeader')}
          checked={draft.hasHeader}
          onChange={(event) => onChange({ hasHeader: event.currentTarget.checked })}
        />
      )}
    </Fieldset>
  );
}
