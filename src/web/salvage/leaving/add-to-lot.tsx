import { MOST_IN_LOT } from '../../../salvage/lots/lot-limits.js';
import { Alert, Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { wordsOf } from '../../api/problem.js';
import { useFocusBack } from '../../common/lazy-window.js';
import { LinkButton } from '../../common/link-button.js';
import { type Total, totalWords } from '../../common/table/total.js';
import { number } from '../../common/words.js';
import { RefusedDevices } from '../../devices/refused-devices.js';
import { t } from '../../text/text.js';
import { type LotRow, titleOf } from '../lots/lot-words.js';
import { type Added, addMany, type Groups, NOTHING_ADDED } from './add-many.js';
import { ChooseLot } from './choose-lot.js';

interface Props {
  total: Total;
  /** The devices, from the first one on each time that it is called. */
  devices: () => Groups;
  /** Only retired devices are among them. */
  areRetired: boolean;
  onClose: () => void;
}

/** Puts devices of the list on an open lot: those that somebody selected, or all that match. */
export function AddToLot({ total, devices, areRetired, onClose }: Props) {
  useFocusBack();
  const queries = useQueryClient();
  const [lot, setLot] = useState<LotRow>();
  const [now, setNow] = useState(NOTHING_ADDED);
  const stop = useRef(new AbortController());
  const adding = useMutation({
    mutationFn: ({ id, devices: onIt }: LotRow) => {
      stop.current = new AbortController();
      setNow(NOTHING_ADDED);
      return addMany(id, devices(), {
        room: MOST_IN_LOT - onIt,
        signal: stop.current.signal,
        onProgress: setNow,
      });
    },
    onSuccess: setNow,
    onSettled: () => queries.invalidateQueries(),
  });
  if (!lot)
    return (
      <ChooseLot
        total={total}
        areRetired={areRetired}
        onChosen={(chosen) => {
          setLot(chosen);
          adding.mutate(chosen);
        }}
        onClose={onClose}
      />
    );
  const isStopped = stop.current.signal.aborted;
  return (
    <Modal
      opened
      // While devices are being added, closing the window would hide what becomes of them.
      onClose={adding.isPending ? () => stop.current.abort() : onClose}
      closeButtonProps={{ 'aria-label': t(adding.isPending ? 'jobs.stop' : 'common.close') }}
      title={titleOf(lot)}
    >
      <Stack>
        {adding.isPending ? (
          <Working now={now} total={total} onStop={() => stop.current.abort()} />
        ) : (
          <>
            <Outcome now={now} total={total} isStopped={isStopped} />
            {adding.error && (
              <Alert color="red" role="alert" title={t('leaving.addingFailed')}>
                {wordsOf(adding.error)}
              </Alert>
            )}
            <Group justify="end">
              {adding.error && <Button onClick={() => adding.mutate(lot)}>{t('common.tryAgain')}</Button>}
              <Button variant="default" onClick={onClose}>
                {t('common.close')}
              </Button>
              <LinkButton to="/lots/$id" params={{ id: lot.id }} data-autofocus>
                {t('pickUp.toLot')}
              </LinkButton>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}

function Working({ now, total, onStop }: { now: Added; total: Total; onStop: () => void }) {
  const [isStopping, setIsStopping] = useState(false);
  return (
    <>
      <Progress
        value={(100 * now.done) / Math.max(now.done, total.count)}
        size="lg"
        aria-label={t('leaving.adding')}
      />
      <Text role="status">{t('jobs.doneOf', { done: number(now.done), total: totalWords(total) })}</Text>
      <Text size="sm">{t('leaving.keepOpen')}</Text>
      <Group justify="end">
        <Button
          variant="default"
          loading={isStopping}
          onClick={() => {
            setIsStopping(true);
            onStop();
          }}
        >
          {t('jobs.stop')}
        </Button>
      </Group>
    </>
  );
}

/** How many devices were added, and what became of the others. */
function Outcome({ now, total, isStopped }: { now: Added; total: Total; isStopped: boolean }) {
  const { done, added, refused, isFull } = now;
  const before = done - added - refused.length;
  const counted = (count: number): { count: number; number: string } => ({ count, number: number(count) });
  return (
    <>
      <div role="status">
        <Text fw={600}>{t('leaving.added', counted(added))}</Text>
        {before > 0 && <Text>{t('leaving.addedBefore', counted(before))}</Text>}
      </div>
      {isFull && (
        <Alert color="orange" title={t('leaving.full', { most: number(MOST_IN_LOT) })}>
          {t('leaving.fullText', { number: totalWords({ ...total, count: total.count - done }) })}
        </Alert>
      )}
      {isStopped && !isFull && (
        <Text>{t('leaving.stopped', { done: number(done), total: totalWords(total) })}</Text>
      )}
      {refused.length > 0 && (
        <RefusedDevices title={t('leaving.refused', counted(refused.length))} refusals={refused} />
      )}
    </>
  );
}
