import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, answer, tagged } from '../../../api/client.js';
import { Problem, type Shape } from '../../../api/problem.js';
import { EditClashes } from '../../../common/edit-clashes.js';
import { isSame } from '../../../common/edits.js';
import { FormNotices } from '../../../common/form-notices.js';
import { useFocusOnProblem } from '../../../common/form-problem.js';
import { UnsavedGuard } from '../../../common/unsaved-guard.js';
import { useDraftEdit } from '../../../common/use-draft-edit.js';
import { t } from '../../../text/text.js';
import { Rows, withRow } from '../../../vendors/rows.js';
import type { Question } from '../assessment-words.js';
import { PreviewTable } from './preview-table.js';
import { formOf, newRule, type RuleForm, ruleOf } from './rule-form.js';
import { RuleFields } from './rule-fields.js';
import { RuleRow } from './rule-row.js';

/** Name under which unsaved rules are kept. */
export const DRAFT = 'assessment-rules';
const MOST_RULES = 50;

interface Form {
  rules: RuleForm[];
}

interface Loaded {
  value: Shape<'AssessmentRulesView'>;
  etag: string;
}

const bodyOf = ({ rules }: Form): Shape<'AssessmentRulesBody'> => ({ rules: rules.map(ruleOf) });
const rulesOf = ({ rules }: Loaded['value']): Form => ({ rules: rules.map(formOf) });

/** Changes the rules. Before they are saved, the page shows what they would have decided. */
export function RulesEditor({
  loaded,
  questions,
  onDone,
}: {
  loaded: Loaded;
  questions: readonly Question[];
  onDone: (isSaved: boolean) => Promise<void>;
}) {
  const edit = useDraftEdit<Form>({
    draft: DRAFT,
    saved: rulesOf(loaded.value),
    etag: loaded.etag,
    isChanged: (base, form) => !isSame(base, form),
    save: ({ form, etag }) =>
      answer(
        api.PUT('/api/v1/assessment-rules', { params: { header: { 'If-Match': etag } }, body: bodyOf(form) }),
      ),
    read: async () => {
      const now = await tagged(api.GET('/api/v1/assessment-rules'));
      return { form: rulesOf(now.value), etag: now.etag };
    },
    onSaved: () => onDone(true),
  });
  const [previewed, setPreviewed] = useState<Form>();
  const preview = useMutation({
    mutationFn: (form: Form) => answer(api.POST('/api/v1/assessment-rules/preview', { body: bodyOf(form) })),
    onSuccess: (_, form) => setPreviewed(form),
  });
  const isPreviewed = previewed !== undefined && isSame(previewed, edit.form);
  const error = edit.error ?? preview.error;
  const problem = error instanceof Problem ? error : undefined;
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, error);
  const cancel = (): void => {
    edit.discard();
    void onDone(false);
  };
  return (
    <form
      ref={element}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        preview.mutate(edit.form);
      }}
    >
      <UnsavedGuard isChanged={edit.isUnsaved} />
      <Stack maw={820}>
        <FormNotices
          isRestored={edit.isRestored}
          error={error}
          fields={(problem?.errors ?? [])
            .map(({ field }) => field)
            .filter((field) => field.startsWith('rules.'))}
          clashes={
            <EditClashes
              edit={edit}
              labelOf={() => t('assess.rulesTitle')}
              wordsOf={(_, rules) => rules.map(({ id }) => id).join('; ')}
            />
          }
        />
        <Text>{t('assess.rulesHelp')}</Text>
        <RuleRows
          rules={edit.form.rules}
          questions={questions}
          problem={problem}
          onChange={(rules) => edit.change({ rules })}
        />
        {isPreviewed && preview.data && <PreviewTable preview={preview.data} />}
        {edit.isChanged && !isPreviewed && <Text>{t('assess.previewFirst')}</Text>}
        <Group>
          <Button type="submit" variant={isPreviewed ? 'default' : 'filled'} loading={preview.isPending}>
            {t('assess.preview')}
          </Button>
          {isPreviewed && edit.isChanged && (
            <Button loading={edit.isPending} onClick={edit.save}>
              {t('assess.rulesSave')}
            </Button>
          )}
          <Button variant="default" onClick={cancel}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface RowsProps {
  rules: readonly RuleForm[];
  questions: readonly Question[];
  problem: Problem | undefined;
  onChange: (rules: RuleForm[]) => void;
}

/** The rules as rows. The last one decides about all other devices, so that it stays where it is. */
function RuleRows({ rules, questions, problem, onChange }: RowsProps) {
  const [open, setOpen] = useState<readonly string[]>([]);
  const last = rules.length - 1;
  const movable = rules.slice(0, last);
  const end = rules.slice(last);
  const set = (index: number, change: Partial<RuleForm>): void => onChange(withRow(rules, index, change));
  const add = (): void => {
    const rule = newRule(rules);
    onChange([...movable, rule, ...end]);
    setOpen((before) => [...before, rule.key]);
  };
  const toggle = (key: string): void =>
    setOpen((before) => (before.includes(key) ? before.filter((one) => one !== key) : [...before, key]));
  const swapped = (index: number, other: number): RuleForm[] =>
    movable.map((rule, at) => (at === index ? movable[other] : at === other ? movable[index] : rule) ?? rule);
  const hasProblem = (index: number): boolean =>
    (problem?.errors ?? []).some(({ field }) => field.startsWith(`rules.${index}.`));
  return (
    <>
      <Rows
        rows={movable}
        labelOf={(n) => t('assess.ruleN', { n: String(n) })}
        removeLabelOf={(n) => t('assess.ruleRemove', { n: String(n) })}
        addLabel={t('assess.ruleAdd')}
        onAdd={rules.length < MOST_RULES ? add : undefined}
        onRemove={(index) => onChange(rules.filter((_, at) => at !== index))}
        moving={{
          labelOf: (n, by) => t(by < 0 ? 'assess.ruleUp' : 'assess.ruleDown', { n: String(n) }),
          onMove: (index, by) => onChange([...swapped(index, index + by), ...end]),
        }}
      >
        {(rule, index) => (
          <RuleRow
            rule={rule}
            index={index}
            questions={questions}
            problem={problem}
            isOpen={open.includes(rule.key) || hasProblem(index)}
            onToggle={() => toggle(rule.key)}
            onChange={(change) => set(index, change)}
          />
        )}
      </Rows>
      {end.map((rule) => (
        <Paper key={rule.key} withBorder p="sm">
          <Text fw={600}>{t('assess.ruleLast')}</Text>
          <RuleFields
            title={t('assess.ruleLast')}
            rule={rule}
            index={last}
            isLast
            questions={questions}
            problem={problem}
            onChange={(change) => set(last, change)}
          />
        </Paper>
      ))}
    </>
  );
}
