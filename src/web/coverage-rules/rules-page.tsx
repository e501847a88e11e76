import { Anchor, Badge, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import { LinkButton } from '../common/link-button.js';
import { ListFiles } from '../common/list-files.js';
import { Page } from '../common/page.js';
import { Pages } from '../common/pages.js';
import { Empty } from '../common/states.js';
import { when } from '../common/words.js';
import { t } from '../text/text.js';
import type { Rule } from './rule-form.js';
import { conditionWords, lengthWords } from './rule-words.js';

/** Rules that give the same coverage to many devices. */
export function RulesPage() {
  return (
    <Page
      title={t('rules.title')}
      about={t('rules.about')}
      actions={
        <>
          <ListFiles path="/api/v1/coverage-rules" names={{}} />
          <LinkButton to="/coverage-rules/new">{t('rules.new')}</LinkButton>
        </>
      }
    >
      <Pages
        queryKey={['coverage-rules']}
        load={(cursor) =>
          answer(api.GET('/api/v1/coverage-rules', { params: { query: { limit: 100, cursor } } }))
        }
        empty={<Empty title={t('rules.none')}>{t('rules.noneText')}</Empty>}
      >
        {(rules) => <RuleTable rules={rules} />}
      </Pages>
    </Page>
  );
}

function RuleTable({ rules }: { rules: Rule[] }) {
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={t('rules.title')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('rules.name')}</Table.Th>
            <Table.Th>{t('rules.coverage')}</Table.Th>
            <Table.Th>{t('rules.devices')}</Table.Th>
            <Table.Th>{t('rules.applied')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rules.map((rule) => (
            <Table.Tr key={rule.id}>
              <Table.Td>
                <Anchor
                  fw={600}
                  renderRoot={(props) => (
                    <Link to="/coverage-rules/$id" params={{ id: rule.id }} {...props} />
                  )}
                >
                  {rule.name}
                </Anchor>
              </Table.Td>
              <Table.Td data-label={t('rules.coverage')}>
                <Text size="sm">
                  {t('coverage.nameOf', { vendor: rule.vendorName, kind: t(`coverage.kind_${rule.kind}`) })}
                </Text>
                <Text size="sm">{lengthWords(rule)}</Text>
              </Table.Td>
              <Table.Td data-label={t('rules.devices')}>
                {conditionWords(rule).map((words) => (
                  <Text key={words} size="sm">
                    {words}
                  </Text>
                ))}
              </Table.Td>
              <Table.Td data-label={t('rules.applied')}>
                <Applied rule={rule} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** When a rule was applied, and whether it has changed since. */
export function Applied({ rule: { appliedAt, appliedVersion, version } }: { rule: Rule }) {
  if (appliedAt === null)
    return (
      <Badge size="lg" variant="default">
        {t('rules.notApplied')}
      </Badge>
    );
  return (
    <Text size="sm">
      {when(appliedAt)}
      {appliedVersion !== version && ` · ${t('rules.changedSince')}`}
    </Text>
  );
}
