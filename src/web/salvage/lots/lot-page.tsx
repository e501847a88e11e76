import '../../claims/claims.css';
import './lots.css';
import { Alert, Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { HistoryList } from '../../common/history/history-list.js';
import { LinkButton } from '../../common/link-button.js';
import { Loaded } from '../../common/loaded.js';
import { Page } from '../../common/page.js';
import { Part } from '../../common/part.js';
import { Empty } from '../../common/states.js';
import { useHasDraft } from '../../common/use-draft.js';
import { may } from '../../session/session.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import { LotStateBadge } from './lot-badges.js';
import { LotDevices } from './lot-devices.js';
import { LotDifferences } from './lot-differences.js';
import { draftName, LotEditor, readLot } from './lot-editor.js';
import { LotFacts, LotPapers } from './lot-facts.js';
import { LotLine } from './lot-line.js';
import { LotObligations } from './lot-obligations.js';
import { LotSteps } from './lot-steps.js';
import { lackWords, type Lot, stepWords, titleOf } from './lot-words.js';
import { LotReturned } from '../returned/lot-returned.js';
import { NotWipedAlert } from '../returned/not-wiped-alert.js';

const route = getRouteApi('/shell/lots/$id');

/** Everything about one lot, and the steps that the person who looks at it can take. */
export function LotPage() {
  const { id } = route.useParams();
  const query = useQuery({ queryKey: ['lot', id], queryFn: () => readLot(id) });
  return (
    <Loaded query={query} failed={t('lots.failed')} missing={<NoLot />}>
      {({ value, etag }) => <Shown key={id} lot={value} etag={etag} />}
    </Loaded>
  );
}

/** States before the pick-up. */
const STAYS: readonly Lot['state'][] = ['open', 'frozen', 'approved'];

function Shown({ lot, etag }: { lot: Lot; etag: string }) {
  const edits = may(useSession(), 'salvage:edit') && STAYS.includes(lot.state);
  const hasDraft = useHasDraft(draftName(lot.id));
  const [isEditing, setIsEditing] = useState(edits && hasDraft);
  const isGone = lot.state === 'picked_up' || lot.state === 'settled';
  return (
    <Page
      title={titleOf(lot)}
      about={
        <Group gap="xs">
          <LotStateBadge state={lot.state} />
          <span>
            {t(`lots.route_${lot.route}`)} · {t('common.devices', { count: lot.devices })}
          </span>
        </Group>
      }
      actions={
        <>
          <LinkButton to="/lots" variant="default">
            {t('lots.all')}
          </LinkButton>
          {edits && !isEditing && (
            <Button variant="default" onClick={() => setIsEditing(true)}>
              {t('common.edit')}
            </Button>
          )}
        </>
      }
    >
      <NotWipedAlert lot={lot} />
      <LotLine lot={lot} />
      {isEditing && edits ? (
        <LotEditor lot={lot} etag={etag} onDone={() => setIsEditing(false)} />
      ) : (
        <LotSteps lot={lot} />
      )}
      <Lacks lot={lot} />
      {lot.manifestSha256 === null ? (
        <LotFacts lot={lot} />
      ) : (
        <div className="claim-parts">
          <Stack>
            {isGone && <LotObligations lot={lot} />}
            <LotFacts lot={lot} />
          </Stack>
          <Stack>
            {isGone && <LotDifferences lot={lot} />}
            <LotPapers lot={lot} />
          </Stack>
        </div>
      )}
      {isGone && <LotReturned lot={lot} />}
      <LotDevices lot={lot} />
      <History lot={lot} />
    </Page>
  );
}

/** What keeps an open lot from being frozen, and what to do about it. */
function Lacks({ lot: { state, devices, lacks } }: { lot: Lot }) {
  if (state !== 'open' || devices === 0) return null;
  if (lacks.length === 0)
    return (
      <Alert color="green" title={t('lots.complete')}>
        {t('lots.completeText')}
      </Alert>
    );
  return (
    <Alert color="orange" title={t('lots.lacksTitle')}>
      <ul className="remarks">
        {lacks.map(({ lack, devices: count }) => (
          <li key={lack}>
            <strong>{t('lots.lackCount', { lack: lackWords(lack), count })}</strong> {toDo(lack)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function toDo(lack: Lot['lacks'][number]['lack']): string {
  const key = `lots.todo_${lack}`;
  return t.has(key) ? (t as (key: string) => string)(key) : '';
}

/** Who took which step, when and why, latest first. */
function History({ lot: { steps } }: { lot: Lot }) {
  return (
    <Part id="lot-history" title={t('history.title')}>
      <HistoryList
        entries={steps.toReversed().map(({ version, step, takenAt, takenByName, note }) => ({
          id: String(version),
          title: stepWords(step),
          at: takenAt,
          by: takenByName ?? undefined,
          changes: [],
          note: note ?? undefined,
        }))}
      />
    </Part>
  );
}

export function NoLot() {
  return (
    <Empty title={t('lots.notFound')} isPage>
      <p>{t('lots.notFoundText')}</p>
      <LinkButton to="/lots">{t('lots.all')}</LinkButton>
    </Empty>
  );
}
