import { Anchor, Badge, Group, NativeSelect, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { ListFiles } from '../common/list-files.js';
import { Pages } from '../common/pages.js';
import { Empty } from '../common/states.js';
import { when, word } from '../common/words.js';
import { t } from '../text/text.js';

/** What needs attention comes first; what was found is on the pages of the devices. */
const OUTCOMES = ['unknown', 'refused', 'failed', 'found'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** What manufacturers last said of devices. */
export function AnswersTable() {
  const [outcome, setOutcome] = useState<Outcome>('unknown');
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="end">
        <div>
          <Title order={2} size="h4">
            {t('lookUps.answers')}
          </Title>
          <Text c="dimmed">{t('lookUps.answersAbout')}</Text>
        </div>
        <Group align="end" gap="xs">
          <NativeSelect
            label={t('lookUps.show')}
            value={outcome}
            onChange={(event) => setOutcome(event.currentTarget.value as Outcome)}
            data={OUTCOMES.map((value) => ({ value, label: word('lookUpOutcome', value) }))}
          />
          <ListFiles path="/api/v1/coverage-look-ups/answers" names={{}} query={{ outcome }} />
        </Group>
      </Group>
      <Pages
        queryKey={['coverage-answers', outcome]}
        load={(cursor) =>
          answer(
            api.GET('/api/v1/coverage-look-ups/answers', {
              params: { query: { outcome, limit: 50, cursor } },
            }),
          )
        }
        empty={<Empty title={t('lookUps.none')}>{t('lookUps.noneText')}</Empty>}
      >
        {(answers) => <Answers answers={answers} />}
      </Pages>
    </Stack>
  );
}

function Answers({ answers }: { answers: Shape<'AnswerView'>[] }) {
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={t('lookUps.answers')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('lookUps.device')}</Table.Th>
            <Table.Th>{t('lookUps.answer')}</Table.Th>
            <Table.Th>{t('lookUps.detail')}</Table.Th>
            <Table.Th>{t('lookUps.askedAt')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {answers.map(({ deviceId, deviceCode, site, maker, serialNumber, outcome, detail, askedAt }) => (
            <Table.Tr key={`${deviceId} ${maker}`}>
              <Table.Td>
                <Anchor
                  fw={600}
                  renderRoot={(props) => <Link to="/devices/$id" params={{ id: deviceId }} {...props} />}
                >
                  {deviceCode}
                </Anchor>
                <Text size="sm" c="dimmed">
                  {serialNumber} · {site}
                </Text>
              </Table.Td>
              <Table.Td data-label={t('lookUps.answer')}>
                <Badge variant="default">{word('lookUpOutcome', outcome)}</Badge>
              </Table.Td>
              <Table.Td data-label={detail ? t('lookUps.detail') : undefined}>{detail}</Table.Td>
              <Table.Td data-label={t('lookUps.askedAt')}>{when(askedAt)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
