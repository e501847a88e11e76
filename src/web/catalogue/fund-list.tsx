import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { Pages } from '../common/pages.js';
import { Part } from '../common/part.js';
import { Empty } from '../common/states.js';
import { t } from '../text/text.js';
import { RetentionWindow } from './retention-window.js';
import { dayWords, ruleWords } from './retention-words.js';

type Fund = Shape<'FundingView'>;

const PAGE = 50;

/** The funding sources of the district, with how long the records of their devices must be kept. */
export function FundList() {
  const [edited, setEdited] = useState<Fund>();
  return (
    <Part id="funds" title={t('catalogue.funds')}>
      <Text size="sm" mb="xs">
        {t('catalogue.fundsAbout')}
      </Text>
      <Pages
        queryKey={['funding-sources', 'list']}
        load={(cursor) =>
          answer(api.GET('/api/v1/funding-sources', { params: { query: { limit: PAGE, cursor } } }))
        }
        empty={<Empty title={t('catalogue.fundsNone')}>{t('catalogue.fundsNoneText')}</Empty>}
      >
        {(funds) => funds.map((fund) => <FundRow key={fund.id} fund={fund} onEdit={() => setEdited(fund)} />)}
      </Pages>
      {edited && <RetentionWindow fund={edited} onClose={() => setEdited(undefined)} />}
    </Part>
  );
}

function FundRow({ fund, onEdit }: { fund: Fund; onEdit: () => void }) {
  const { name, retentions } = fund;
  return (
    <Group justify="space-between" align="start" gap="sm" py={4}>
      <div>
        <Text fw={600}>{name}</Text>
        {retentions.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('catalogue.rulesNone')}
          </Text>
        )}
        {retentions.map((rule, i) => (
          <Text key={i} size="sm">
            {[ruleWords(rule), dayWords(rule), rule.source].filter(Boolean).join(' · ')}
          </Text>
        ))}
      </div>
      <Button variant="default" aria-label={t('catalogue.rulesEditOf', { fund: name })} onClick={onEdit}>
        {t('catalogue.rulesEdit')}
      </Button>
    </Group>
  );
}
