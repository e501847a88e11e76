import { Alert, List, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Shape } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { Page } from '../common/page.js';
import { Failed, Loading } from '../common/states.js';
import { number, when } from '../common/words.js';
import { CodeReader } from '../scan/code-reader.js';
import { AskWhichDevice } from '../scan/ask-which-device.js';
import { ResultBanner } from '../scan/result-banner.js';
import { RunningList } from '../scan/running-list.js';
import { useScanning } from '../scan/use-scanning.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { FindingList } from './finding-list.js';
import { SignedReport } from './signed-report.js';
import { placeOf, titleOf } from './sweep-words.js';
import { SweepState } from './sweeps-page.js';
import { closingKey, useSweep } from './use-sweep.js';

const route = getRouteApi('/shell/sweeps/$id');

/** One sweep: scan what is here, and see what is still to be found. Several people may scan for it. */
export function SweepPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useSweep(id);
  if (error && !data)
    return <Failed title={t('sweeps.notShown')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return <Sweep sweep={data.sweep} isRemembered={data.isRemembered} />;
}

function Sweep({ sweep, isRemembered }: { sweep: Shape<'SweepDetail'>; isRemembered: boolean }) {
  const isOpen = sweep.closedAt === null;
  const scans = isOpen && may(useSession(), 'devices:edit');
  return (
    <Page
      title={titleOf(sweep)}
      about={
        <>
          {placeOf(sweep)}
          <br />
          {isOpen
            ? t('sweeps.startedBy', { name: sweep.begunByName, when: when(sweep.begunAt) })
            : t('sweeps.closedBy', { name: sweep.closedByName ?? '', when: when(sweep.closedAt) })}
        </>
      }
      actions={
        <>
          <SweepState isClosed={!isOpen} />
          {scans && !isRemembered && (
            <LinkButton to="/sweeps/$id/close" params={{ id: sweep.id }} variant="default">
              {t('sweeps.review')}
            </LinkButton>
          )}
        </>
      }
    >
      <ClosedJustNow id={sweep.id} />
      <SeenSoFar sweep={sweep} isRemembered={isRemembered} />
      {!isOpen && <SignedReport sweep={sweep} />}
      {scans && <SweepScanner sweep={sweep} />}
      {!isRemembered && <FindingList sweep={sweep} />}
    </Page>
  );
}

function SeenSoFar({ sweep, isRemembered }: { sweep: Shape<'SweepDetail'>; isRemembered: boolean }) {
  const { expected, found, late } = sweep;
  const seen = expected - (found['not_seen'] ?? 0) - (found['missing'] ?? 0);
  return (
    <div>
      <Progress
        value={expected > 0 ? (100 * seen) / expected : 0}
        size="lg"
        aria-label={t('sweeps.progress')}
      />
      <Text mt={4} fw={600}>
        {t('sweeps.seenOf', { seen: number(seen), count: expected })}
      </Text>
      {late > 0 && <Text>{t('sweeps.late', { count: late })}</Text>}
      {isRemembered && <Text c="dimmed">{t('sweeps.offline')}</Text>}
    </div>
  );
}

/** What closing the sweep did. It is shown to the person who has just closed it. */
function ClosedJustNow({ id }: { id: string }) {
  const { data } = useQuery<Shape<'ClosedSweep'> | null>({
    queryKey: closingKey(id),
    queryFn: () => null,
    enabled: false,
  });
  if (!data) return null;
  return (
    <Alert color="green" role="status" title={t('sweeps.wasClosed')}>
      {t('sweeps.moved', { count: data.moved })}
      {data.left.length > 0 && (
        <>
          {' '}
          {t('sweeps.left', { count: data.left.length })}
          <List size="sm">
            {data.left.map(({ deviceId, code, detail }) => (
              <List.Item key={deviceId}>{t('sweeps.leftOne', { code: code ?? '', detail })}</List.Item>
            ))}
          </List>
        </>
      )}
    </Alert>
  );
}

function SweepScanner({ sweep }: { sweep: Shape<'SweepDetail'> }) {
  const { id, site, room, cart } = sweep;
  const said = useCallback(
    () => ({ action: 'seen', site, sweep: id, ...(room ? { room } : {}), ...(cart ? { cart } : {}) }),
    [id, site, room, cart],
  );
  const { shown, choice, record, undo, choose, dismissChoice } = useScanning(said);
  const recordAll = async (codes: string[]): Promise<void> => {
    for (const code of codes) await record(code);
  };
  return (
    <Stack gap="sm">
      <ResultBanner shown={shown} />
      <CodeReader onCode={(code) => void record(code)} onList={(codes) => void recordAll(codes)} />
      <RunningList sweep={id} onUndo={(scan) => void undo(scan)} />
      <AskWhichDevice
        choice={choice}
        onChoose={(deviceId) => void choose(deviceId)}
        onClose={dismissChoice}
      />
    </Stack>
  );
}
