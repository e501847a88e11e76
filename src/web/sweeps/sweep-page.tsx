import {
  Alert,
  Anchor,
  Badge,
  Button,
  Checkbox,
  Group,
  Loader,
  Progress,
  Stack,
  Text,
  Textarea,
  Title,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { addressOf } from '../api/address.js';
import { api, answer } from '../api/client.js';
import { NoAnswer, type Shape, wordsOf } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { count, when } from '../common/words.js';
import { useField } from '../journal/journal-context.js';
import { CodeReader } from '../scan/code-reader.js';
import { DeviceChooser } from '../scan/device-chooser.js';
import { ResultBanner } from '../scan/result-banner.js';
import { RunningList } from '../scan/running-list.js';
import { useScanning } from '../scan/use-scanning.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { FindingList } from './finding-list.js';
import { rememberSweep, rememberedSweep } from './remembered-sweeps.js';

const route = getRouteApi('/shell/sweeps/$id');
const ASK_EVERY_MS = 5_000;

/** One sweep: scan what is here, see what is still missing, close it. Others may sweep with you. */
export function SweepPage() {
  const { id } = route.useParams();
  const { database } = useField();
  const { data, error } = useQuery({
    queryKey: ['sweep', id],
    refetchInterval: ASK_EVERY_MS,
    queryFn: async () => {
      try {
        const sweep = await answer(api.GET('/api/v1/sweeps/{id}', { params: { path: { id } } }));
        await rememberSweep(database, sweep);
        return { sweep, isRemembered: false };
      } catch (failure) {
        const sweep = failure instanceof NoAnswer ? await rememberedSweep(database, id) : undefined;
        if (!sweep) throw failure;
        return { sweep, isRemembered: true };
      }
    },
  });
  if (error && !data)
    return (
      <Alert color="orange" title="This sweep could not be shown" role="alert">
        {wordsOf(error)}
      </Alert>
    );
  if (!data) return <Loader aria-label="Loading" />;
  return <Sweep sweep={data.sweep} isRemembered={data.isRemembered} />;
}

function Sweep({ sweep, isRemembered }: { sweep: Shape<'SweepDetail'>; isRemembered: boolean }) {
  const session = useSession();
  const { verified, misplaced, missing, unknown } = sweep.found;
  const retired = sweep.found['retired'] ?? 0;
  return (
    <Stack>
      <Group justify="space-between" align="start">
        <div>
          <Title order={1} size="h2">
            {sweep.name}
          </Title>
          <Text c="dimmed">
            {[sweep.siteName, sweep.room, sweep.cart].filter(Boolean).join(' · ')}, begun{' '}
            {when(sweep.begunAt)}
          </Text>
        </div>
        <Badge size="xl" variant={sweep.closedAt ? 'default' : 'filled'}>
          {sweep.closedAt ? 'closed' : 'open'}
        </Badge>
      </Group>
      <div>
        <Progress
          value={sweep.expected ? (100 * (sweep.expected - (missing ?? 0))) / sweep.expected : 0}
          size="lg"
          aria-label="Seen of what is expected"
        />
        <Text mt={4}>
          {sweep.expected - (missing ?? 0)} of {count(sweep.expected, 'device')} seen: {verified ?? 0} where
          they belong, {misplaced ?? 0} misplaced, {missing ?? 0}{' '}
          {sweep.closedAt ? 'missing' : 'not seen yet'}, {unknown ?? 0} unknown, {retired} retired.
        </Text>
        {sweep.late > 0 && (
          <Text fw={700}>
            {count(sweep.late, 'scan')} came after it was closed; its report is as it was signed.
          </Text>
        )}
        {isRemembered && (
          <Text c="dimmed">There is no network: these numbers are from the last time there was.</Text>
        )}
      </div>
      {!sweep.closedAt && may(session, 'devices:edit') && <SweepScanner sweep={sweep} />}
      {!isRemembered && <FindingList sweep={sweep} />}
      {!sweep.closedAt && may(session, 'devices:edit') && !isRemembered && <CloseSweep sweep={sweep} />}
      {sweep.closedAt && <SignedReport sweep={sweep} />}
    </Stack>
  );
}

function SweepScanner({ sweep }: { sweep: Shape<'SweepDetail'> }) {
  const { id, site, room, cart } = sweep;
  const said = useCallback(
    () => ({ action: 'seen', site, sweep: id, ...(room ? { room } : {}), ...(cart ? { cart } : {}) }),
    [id, site, room, cart],
  );
  const { shown, choice, record, choose, dismissChoice } = useScanning(said);
  const recordAll = async (codes: string[]): Promise<void> => {
    for (const code of codes) await record(code);
  };
  return (
    <Stack gap="sm">
      <ResultBanner shown={shown} />
      <CodeReader onCode={(code) => void record(code)} onList={(codes) => void recordAll(codes)} />
      <RunningList sweep={id} />
      {choice && (
        <DeviceChooser
          code={choice.scan.code}
          devices={choice.candidates}
          onChoose={(deviceId) => void choose(deviceId)}
          onClose={dismissChoice}
        />
      )}
    </Stack>
  );
}

function CloseSweep({ sweep }: { sweep: Shape<'SweepDetail'> }) {
  const queries = useQueryClient();
  const [moves, setMoves] = useState(true);
  const [note, setNote] = useState('');
  const closing = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/sweeps/{id}/closing', {
          params: { path: { id: sweep.id } },
          body: { moves, ...(note.trim() ? { note: note.trim() } : {}) },
        }),
      ),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        Close it
      </Title>
      {closing.error && (
        <Alert color="red" role="alert">
          {wordsOf(closing.error)}
        </Alert>
      )}
      <Checkbox
        label="Move what stands elsewhere than expected to where it was found"
        checked={moves}
        onChange={(event) => setMoves(event.currentTarget.checked)}
      />
      <Textarea label="Note" value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <Group>
        <Button onClick={() => closing.mutate()} loading={closing.isPending}>
          Close and sign
        </Button>
      </Group>
    </Stack>
  );
}

function SignedReport({ sweep }: { sweep: Shape<'SweepDetail'> }) {
  return (
    <Group>
      <Text>Report to sign:</Text>
      {(['pdf', 'csv', 'xlsx'] as const).map((format) => (
        <Anchor
          key={format}
          href={addressOf('/api/v1/sweeps/{id}/report/{format}', { id: sweep.id, format })}
          download
          py={6}
        >
          {format.toUpperCase()}
        </Anchor>
      ))}
      <LinkButton to="/labels" search={{ sweep: sweep.id }} variant="default">
        Print labels
      </LinkButton>
    </Group>
  );
}
