import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import { isSame } from '../common/edits.js';
import { Page } from '../common/page.js';
import { UnsavedGuard } from '../common/unsaved-guard.js';
import { useDraft } from '../common/use-draft.js';
import { t } from '../text/text.js';
import { NEW_RULE, newRuleBody, type RuleForm } from './rule-form.js';
import { RuleFormFields } from './rule-form-fields.js';

/** Adds a rule. It does nothing until somebody applies it. */
export function NewRulePage() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const isChanged = (form: RuleForm): boolean => !isSame(form, NEW_RULE);
  const draft = useDraft<RuleForm>('rule.new', NEW_RULE, isChanged);
  const adding = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/coverage-rules', { body: newRuleBody(draft.value) })),
    onSuccess: async ({ id }) => {
      draft.discard();
      await queries.invalidateQueries();
      await navigate({ to: '/coverage-rules/$id', params: { id }, ignoreBlocker: true });
    },
  });
  const leave = async (): Promise<void> => {
    draft.discard();
    await navigate({ to: '/coverage-rules', ignoreBlocker: true });
  };
  return (
    <Page title={t('rules.new')} about={t('rules.newAbout')}>
      <UnsavedGuard isChanged={isChanged(draft.value) && !adding.isSuccess} />
      <RuleFormFields
        form={draft.value}
        onChange={(change) => draft.setValue((before) => ({ ...before, ...change }))}
        isRestored={draft.isRestored}
        submit={t('rules.add')}
        isPending={adding.isPending}
        error={adding.error}
        onSubmit={() => adding.mutate()}
        onCancel={() => void leave()}
      />
    </Page>
  );
}
