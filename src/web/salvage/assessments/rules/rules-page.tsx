import { Button, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, tagged } from '../../../api/client.js';
import { Page } from '../../../common/page.js';
import { Failed, Loading } from '../../../common/states.js';
import { when } from '../../../common/words.js';
import { useHasDraft } from '../../../common/use-draft.js';
import { may } from '../../../session/session.js';
import { useSession } from '../../../session/session-context.js';
import { t } from '../../../text/text.js';
import { useChecklists } from '../use-checklists.js';
import { RuleList } from './rule-list.js';
import { DRAFT, RulesEditor } from './rules-editor.js';
import { allQuestions } from './all-questions.js';

/** The rules that recommend what to do with a device. Those who approve can change them. */
export function AssessmentRulesPage() {
  const decides = may(useSession(), 'salvage:approve');
  const [isEditing, setIsEditing] = useState(useHasDraft(DRAFT) && decides);
  const [isSaved, setIsSaved] = useState(false);
  const queries = useQueryClient();
  const checklists = useChecklists();
  const rules = useQuery({
    queryKey: ['assessment-rules'],
    queryFn: () => tagged(api.GET('/api/v1/assessment-rules')),
    refetchOnWindowFocus: false,
  });
  const error = rules.error ?? checklists.error;
  const retry = (): void => {
    void rules.refetch();
    void checklists.refetch();
  };
  const set = rules.data?.value;
  const questions = checklists.data && allQuestions(checklists.data.items);
  return (
    <Page
      title={t('assess.rulesTitle')}
      about={t('assess.rulesAbout')}
      actions={
        decides &&
        set &&
        !isEditing && <Button onClick={() => setIsEditing(true)}>{t('assess.rulesChange')}</Button>
      }
    >
      {error && <Failed title={t('assess.rulesFailed')} error={error} onRetry={retry} />}
      {(!set || !questions) && !error && <Loading />}
      {set && questions && !isEditing && (
        <>
          <Text role={isSaved ? 'status' : undefined}>
            {set.recordedAt === null
              ? t('assess.rulesStarting')
              : t('assess.rulesVersion', {
                  version: String(set.version),
                  when: when(set.recordedAt),
                  name: set.recordedByName ?? 'Rollcall',
                })}
          </Text>
          <RuleList set={set} questions={questions} />
        </>
      )}
      {rules.data && questions && isEditing && (
        <RulesEditor
          loaded={rules.data}
          questions={questions}
          onDone={async (saved) => {
            if (saved) await queries.invalidateQueries();
            setIsSaved(saved);
            setIsEditing(false);
          }}
        />
      )}
    </Page>
  );
}
