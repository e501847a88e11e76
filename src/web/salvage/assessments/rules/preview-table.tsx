import { Stack, Table, Text, Title } from '@mantine/core';
import type { Shape } from '../../../api/problem.js';
import { TextLink } from '../../../common/text-link.js';
import { t } from '../../../text/text.js';
import { resultWords } from '../assessment-words.js';

/** More rows say nothing more to a person. */
const MOST_SHOWN = 50;

/** What rules would have decided about the latest assessments. */
export function PreviewTable({
  preview: { assessments, counts, changes },
}: {
  preview: Shape<'RulesPreview'>;
}) {
  const changed = counts.filter(({ from, to }) => from !== to);
  return (
    <section aria-labelledby="rules-preview">
      <Stack gap="sm">
        <Title order={2} size="h4" id="rules-preview">
          {t('assess.previewTitle')}
        </Title>
        <Text role="status">
          {assessments === 0
            ? t('assess.previewNothing')
            : t('assess.previewCount', { assessments, changes: changes.length })}
        </Text>
        {changed.map(({ from, to, count }) => (
          <Text key={`${from} ${to}`}>
            {t('assess.previewFromTo', {
              count: String(count),
              from: resultWords(from),
              to: resultWords(to),
            })}
          </Text>
        ))}
        {changes.length > 0 && <Changes changes={changes} />}
      </Stack>
    </section>
  );
}

function Changes({ changes }: { changes: Shape<'RulesPreview'>['changes'] }) {
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={t('assess.previewChanges')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('common.device')}</Table.Th>
            <Table.Th>{t('assess.previewFrom')}</Table.Th>
            <Table.Th>{t('assess.previewTo')}</Table.Th>
            <Table.Th>{t('assess.rule')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changes.slice(0, MOST_SHOWN).map(({ id, deviceCode, from, to, rule }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <TextLink to="/assessments/$id" params={{ id }}>
                  {deviceCode ?? t('devices.noTag')}
                </TextLink>
              </Table.Td>
              <Table.Td data-label={t('assess.previewFrom')}>{resultWords(from)}</Table.Td>
              <Table.Td data-label={t('assess.previewTo')}>{resultWords(to)}</Table.Td>
              <Table.Td data-label={t('assess.rule')}>{rule}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
