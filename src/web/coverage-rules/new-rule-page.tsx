import { useNavigate } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import { useNewRecord } from '../common/form/use-new-record.js';
import { Page } from '../common/page.js';
import { t } from '../text/text.js';
import { NEW_RULE, newRuleBody } from './rule-form.js';
import { RuleFormFields } from './rule-form-fields.js';

/** Adds a rule. It does nothing until somebody applies it. */
export function NewRulePage() {
  const navigate = useNavigate();
  const record = useNewRecord({
    draft: 'rule.new',
    blank: NEW_RULE,
    add: (form) => answer(api.POST('/api/v1/coverage-rules', { body: newRuleBody(form) })),
    onAdded: ({ id }) => navigate({ to: '/coverage-rules/$id', params: { id }, ignoreBlocker: true }),
    onLeave: () => navigate({ to: '/coverage-rules', ignoreBlocker: true }),
  });
  return (
    <Page title={t('rules.new')} about={t('rules.newAbout')}>
      <RuleFormFields record={record} submit={t('rules.add')} />
    </Page>
  );
}
