import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../../api/client.js';
import { ruleWords } from '../../catalogue/retention-words.js';
import { day } from '../../common/words.js';
import { t } from '../../text/text.js';

/** Until when the records of a device must be kept, and why. Nothing if no grant asks for that, or without a connection. */
export function DeviceRetention({ id }: { id: string }) {
  const { data } = useQuery({
    queryKey: ['retention', id],
    queryFn: () => answer(api.GET('/api/v1/devices/{id}/retention', { params: { path: { id } } })),
  });
  if (!data || data.rules.length === 0) return null;
  const { keepUntil, isOpenEnded, rules } = data;
  const fund = [...new Set(rules.map(({ fundingSource }) => fundingSource))].join(', ');
  return (
    <section aria-labelledby="retention">
      <Stack gap={4}>
        <Title order={2} size="h4" id="retention">
          {t('catalogue.keepTitle')}
        </Title>
        <Text>
          {isOpenEnded
            ? t('catalogue.keepOpen', { fund })
            : t('catalogue.keepUntil', { day: day(keepUntil), fund })}
        </Text>
        {rules.map((rule, i) => (
          <Text key={i} size="sm" c="dimmed">
            {[
              ruleWords(rule),
              rule.until === null
                ? t('catalogue.untilUnknown')
                : t('catalogue.until', { day: day(rule.until) }),
              rule.source,
            ].join(' · ')}
          </Text>
        ))}
      </Stack>
    </section>
  );
}
