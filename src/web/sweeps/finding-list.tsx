import { Anchor, Group, Stack, Table, Tabs, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { ListFiles } from '../common/list-files.js';
import { Pages } from '../common/pages.js';
import { Empty } from '../common/states.js';
import { number, when, word } from '../common/words.js';
import { t } from '../text/text.js';
import { placeOf } from './sweep-words.js';

export type Finding = Shape<'SweepFindingView'>;
type Result = Finding['result'];

/** While it goes on, nothing is missing; once it is closed, nothing is still to be seen. */
const OPEN_RESULTS: readonly Result[] = ['not_seen', 'misplaced', 'unknown', 'retired', 'verified'];
const CLOSED_RESULTS: readonly Result[] = ['missing', 'misplaced', 'unknown', 'retired', 'verified'];

/** What a sweep says of each device that was expected or seen. */
export function FindingList({ sweep }: { sweep: Shape<'SweepDetail'> }) {
  const { id, found } = sweep;
  const results = sweep.closedAt === null ? OPEN_RESULTS : CLOSED_RESULTS;
  const [chosen, setChosen] = useState<Result>();
  const result = chosen && results.includes(chosen) ? chosen : results[0];
  return (
    <Stack gap="xs" component="section" aria-labelledby="sweep-results">
      <Group justify="space-between">
        <Title order={2} size="h4" id="sweep-results">
          {t('sweeps.results')}
        </Title>
        <ListFiles path="/api/v1/sweeps/{id}/findings" names={{ id }} />
      </Group>
      <Tabs value={result ?? null} onChange={(value) => setChosen(value as Result)} keepMounted={false}>
        <Tabs.List mb="xs">
          {results.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t('sweeps.resultCount', { result: t(`sweeps.${one}`), count: number(found[one] ?? 0) })}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {results.map((one) => (
          <Tabs.Panel key={one} value={one}>
            <Findings sweep={sweep} result={one} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  );
}

/** The devices or codes with one result. They are asked for again whenever the numbers change. */
function Findings({ sweep, result }: { sweep: Shape<'SweepDetail'>; result: Result }) {
  const { id } = sweep;
  return (
    <Pages
      queryKey={['sweep', id, 'findings', result, Object.values(sweep.found).join()]}
      load={(cursor) => loadFindings(id, result, cursor)}
      empty={<Empty title={t('sweeps.noResults')}>{t('sweeps.noResultsText')}</Empty>}
    >
      {(findings) => <FindingTable findings={findings} />}
    </Pages>
  );
}

export function loadFindings(
  id: string,
  result: Result,
  cursor: string | undefined,
): Promise<{ items: Finding[]; nextCursor: string | null }> {
  return answer(
    api.GET('/api/v1/sweeps/{id}/findings', {
      params: { path: { id }, query: { result, limit: 100, cursor } },
    }),
  );
}

function FindingTable({ findings }: { findings: Finding[] }) {
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={t('sweeps.resultDevices')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('common.device')}</Table.Th>
            <Table.Th>{t('sweeps.record')}</Table.Th>
            <Table.Th>{t('sweeps.found')}</Table.Th>
            <Table.Th>{t('sweeps.seen')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {findings.map((finding) => (
            <Table.Tr key={finding.key}>
              <Table.Td>
                <FoundDevice finding={finding} />
              </Table.Td>
              <Table.Td>{recordOf(finding)}</Table.Td>
              <Table.Td>{finding.foundRoom}</Table.Td>
              <Table.Td>
                {finding.seenAt &&
                  t('sweeps.seenBy', { name: finding.seenByName ?? '', when: when(finding.seenAt) })}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** The code of a device with a link to it, its model and its status. */
export function FoundDevice({ finding: { code, deviceId, model, status } }: { finding: Finding }) {
  const about = [model, status && word('status', status)].filter(Boolean).join(' · ');
  return (
    <>
      {deviceId ? (
        <Anchor
          fw={600}
          renderRoot={(props) => <Link to="/devices/$id" params={{ id: deviceId }} {...props} />}
        >
          {code ?? t('common.device')}
        </Anchor>
      ) : (
        <Text fw={600} span>
          {code}
        </Text>
      )}
      {about && (
        <Text size="sm" c="dimmed">
          {about}
        </Text>
      )}
    </>
  );
}

/** Where a device is on record. */
export function recordOf({ recordedSiteName, recordedRoom, recordedCart, expectedRoom }: Finding): string {
  // Of sweeps that were closed before this was kept, only the expected room is known.
  if (recordedSiteName === null) return expectedRoom ?? '';
  return placeOf({ siteName: recordedSiteName, room: recordedRoom, cart: recordedCart });
}
