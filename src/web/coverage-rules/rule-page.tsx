import { Button, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api, answer, tagged } from '../api/client.js';
import { useRecordEdit } from '../common/form/use-record-edit.js';
import { LinkButton } from '../common/link-button.js';
import { Loaded } from '../common/loaded.js';
import { Page } from '../common/page.js';
import { Empty } from '../common/states.js';
import { useHasDraft } from '../common/use-draft.js';
import { money } from '../common/words.js';
import { exclusionWords } from '../coverages/coverage-words.js';
import { FactList } from '../devices/fact-list.js';
import { t } from '../text/text.js';
import { changeOfRule, formOfRule, type Rule } from './rule-form.js';
import { RuleFormFields } from './rule-form-fields.js';
import { RuleRuns } from './rule-runs.js';
import { conditionWords, fieldLabel, lengthWords, valueWords } from './rule-words.js';
import { Applied } from './rules-page.js';

const route = getRouteApi('/shell/coverage-rules/$id');

const ruleOf = (id: string) => tagged(api.GET('/api/v1/coverage-rules/{id}', { params: { path: { id } } }));
const draftName = (id: string): string => `rule.${id}`;

/** One rule: what it gives to which devices, what it would do, and what it did. */
export function RulePage() {
  const { id } = route.useParams();
  const query = useQuery({ queryKey: ['coverage-rule', id], queryFn: () => ruleOf(id) });
  return (
    <Loaded query={query} failed={t('rules.failed')} missing={<NoRule />}>
      {({ value, etag }) => <Shown key={id} rule={value} etag={etag} />}
    </Loaded>
  );
}

function Shown({ rule, etag }: { rule: Rule; etag: string }) {
  const hasDraft = useHasDraft(draftName(rule.id));
  const [isEditing, setIsEditing] = useState(hasDraft);
  return (
    <Page
      title={rule.name}
      about={t('rules.pageAbout')}
      actions={
        <>
          <LinkButton to="/coverage-rules" variant="default">
            {t('rules.all')}
          </LinkButton>
          {!isEditing && (
            <Button variant="default" onClick={() => setIsEditing(true)}>
              {t('common.edit')}
            </Button>
          )}
        </>
      }
    >
      {isEditing ? (
        <EditRule rule={rule} etag={etag} onDone={() => setIsEditing(false)} />
      ) : (
        <>
          <Facts rule={rule} />
          <RuleRuns rule={rule} />
        </>
      )}
    </Page>
  );
}

function Facts({ rule }: { rule: Rule }) {
  const { incidentsAYear, incidentsInTotal, excludes, waitingDays } = rule;
  const count = (value: number | null): string | null => (value === null ? null : String(value));
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="rule-facts">
      <Title order={2} size="h4" id="rule-facts" mb="xs">
        {t('rules.facts')}
      </Title>
      <FactList
        facts={[
          [
            t('rules.coverage'),
            t('coverage.nameOf', { vendor: rule.vendorName, kind: t(`coverage.kind_${rule.kind}`) }),
          ],
          [t('rules.length'), lengthWords(rule)],
          [
            t('rules.devices'),
            conditionWords(rule).map((words) => (
              <Text key={words} size="sm">
                {words}
              </Text>
            )),
          ],
          [t('coverage.contractNumber'), rule.contractNumber],
          [t('coverage.serviceLevel'), rule.serviceLevel && t(`coverage.serviceLevel_${rule.serviceLevel}`)],
          [t('coverage.incidentsAYear'), count(incidentsAYear)],
          [t('coverage.incidentsInTotal'), count(incidentsInTotal)],
          [t('coverage.deductibleCents'), money(rule.deductibleCents)],
          [t('coverage.repairCapCents'), money(rule.repairCapCents)],
          [t('coverage.waiting'), waitingDays === 0 ? null : t('coverage.days', { count: waitingDays })],
          [t('coverage.excludes'), excludes.map(exclusionWords).join(', ')],
          [t('coverage.replaced'), t(`coverage.onReplacement_${rule.onReplacement}`)],
          [t('rules.applied'), <Applied key="applied" rule={rule} />],
        ]}
      />
    </Paper>
  );
}

function EditRule({ rule, etag, onDone }: { rule: Rule; etag: string; onDone: () => void }) {
  const { id } = rule;
  const record = useRecordEdit({
    draft: draftName(id),
    row: rule,
    etag,
    formOf: formOfRule,
    changeOf: changeOfRule,
    save: (body, version) =>
      answer(
        api.PATCH('/api/v1/coverage-rules/{id}', {
          params: { path: { id }, header: { 'If-Match': version } },
          body,
        }),
      ),
    read: () => ruleOf(id),
    labelOf: fieldLabel,
    wordsOf: valueWords,
    onDone,
  });
  return <RuleFormFields record={record} submit={t('common.save')} />;
}

function NoRule() {
  return (
    <Empty title={t('rules.notFound')} isPage>
      <LinkButton to="/coverage-rules">{t('rules.all')}</LinkButton>
    </Empty>
  );
}
