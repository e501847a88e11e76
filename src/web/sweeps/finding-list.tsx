import { Badge, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { Empty } from '../common/empty.js';
import { ListFiles } from '../common/list-files.js';
import { Pages } from '../common/pages.js';
import { when } from '../common/words.js';

type Result = Shape<'SweepFindingView'>['result'];

const RESULTS: Record<Result, string> = {
  missing: 'Missing',
  misplaced: 'Misplaced',
  unknown: 'Unknown',
  retired: 'Retired, but seen',
  verified: 'Verified',
};

/** What is to be said of each device that was expected or seen. */
export function FindingList({ sweep }: { sweep: Shape<'SweepDetail'> }) {
  const [result, setResult] = useState<Result>('missing');
  const { id } = sweep;
  const seen = Object.values(sweep.found).join();
  return (
    <Stack gap="sm">
      <div className="wide" tabIndex={0} role="region" aria-label="Which findings">
        <SegmentedControl
          aria-label="Findings"
          value={result}
          onChange={(value) => setResult(value as Result)}
          data={Object.entries(RESULTS).map(([value, label]) => ({
            value,
            label: `${label} ${sweep.found[value as Result] ?? 0}`,
          }))}
        />
      </div>
      <Pages
        queryKey={['sweep', id, 'findings', result, seen]}
        load={(cursor) =>
          answer(
            api.GET('/api/v1/sweeps/{id}/findings', {
              params: { path: { id }, query: { result, limit: 100, cursor } },
            }),
          )
        }
        empty={<Empty title={`${RESULTS[result]}: none`} />}
      >
        {(findings) => <FindingTable findings={findings} />}
      </Pages>
      <ListFiles path="/api/v1/sweeps/{id}/findings" names={{ id }} />
    </Stack>
  );
}

function FindingTable({ findings }: { findings: Shape<'SweepFindingView'>[] }) {
  return (
    <div className="wide" tabIndex={0} role="region" aria-label="Findings">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Device</Table.Th>
            <Table.Th>Model</Table.Th>
            <Table.Th>Expected</Table.Th>
            <Table.Th>Found</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {findings.map((finding) => (
            <Table.Tr key={finding.key}>
              <Table.Td>
                <Text fw={600}>{finding.code}</Text>
                {finding.status && <Badge variant="default">{finding.status.replaceAll('_', ' ')}</Badge>}
              </Table.Td>
              <Table.Td>{finding.model}</Table.Td>
              <Table.Td>{finding.expectedRoom}</Table.Td>
              <Table.Td>
                {finding.foundRoom}
                {finding.seenAt && (
                  <Text size="sm" c="dimmed">
                    {when(finding.seenAt)}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
