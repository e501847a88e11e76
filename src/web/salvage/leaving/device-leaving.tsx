import '../lots/lots.css';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../../api/client.js';
import type { Shape } from '../../api/problem.js';
import { TextLink } from '../../common/text-link.js';
import { may } from '../../session/session.js';
import { useSession } from '../../session/session-context.js';
import { Loaded } from '../../common/loaded.js';
import { t } from '../../text/text.js';
import { LotStateBadge } from '../lots/lot-badges.js';
import { ROUTES, titleOf } from '../lots/lot-words.js';
import { DeviceReleases } from './device-releases.js';

type RouteGates = Shape<'RouteGates'>;

/** A device is on one lot at a time; those before were canceled, or left it behind. */
const MOST_LOTS = 10;

/** What a retired device still needs before it can leave, the lot that it is on, and its release from management. */
export function DeviceLeaving({ device: { id, status } }: { device: Shape<'DeviceDetail'> }) {
  const sees = may(useSession(), 'salvage:edit');
  const [isOpen, setIsOpen] = useState(false);
  if (!sees || (status !== 'retired' && status !== 'disposed')) return null;
  return (
    <section aria-labelledby="leaving">
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Title order={2} size="h4" id="leaving">
            {t(status === 'disposed' ? 'leaving.titleGone' : 'leaving.title')}
          </Title>
          <Button variant="default" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {t(isOpen ? 'leaving.hide' : 'leaving.show')}
          </Button>
        </Group>
        {isOpen && (
          <>
            {status === 'retired' && <Gates id={id} />}
            <LotsOfDevice id={id} isGone={status === 'disposed'} />
            <DeviceReleases id={id} isGone={status === 'disposed'} />
          </>
        )}
      </Stack>
    </section>
  );
}

function LotsOfDevice({ id, isGone }: { id: string; isGone: boolean }) {
  const query = useQuery({
    queryKey: ['lots', 'of', id],
    queryFn: () => answer(api.GET('/api/v1/lots', { params: { query: { device: id, limit: MOST_LOTS } } })),
  });
  return (
    <Loaded query={query} failed={t('common.listFailed')}>
      {({ items }) => (
        <div>
          <Text fw={600}>{t('leaving.lot')}</Text>
          {items.length === 0 && (
            <Text c="dimmed">{t(isGone ? 'leaving.lotNoneGone' : 'leaving.lotNone')}</Text>
          )}
          {items.map((lot) => (
            <Group key={lot.id} gap="sm" mt="xs">
              <TextLink to="/lots/$id" params={{ id: lot.id }}>
                {titleOf(lot)}
              </TextLink>
              <LotStateBadge state={lot.state} />
            </Group>
          ))}
        </div>
      )}
    </Loaded>
  );
}

function Gates({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['device-gates', id],
    queryFn: () => answer(api.GET('/api/v1/devices/{id}/clearances', { params: { path: { id } } })),
  });
  return (
    <Loaded query={query} failed={t('leaving.failed')}>
      {({ routes }) => <GatesOfRoutes routes={routes} />}
    </Loaded>
  );
}

/** The gates of the routes that the device may take. Routes with the same gates stand together. */
function GatesOfRoutes({ routes }: { routes: readonly RouteGates[] }) {
  return (
    <div className="claim-parts">
      {togetherOf(routes).map(({ names, gates }) => (
        <div key={names}>
          <Text fw={600}>{names}</Text>
          <ul className="lot-rows" aria-label={names}>
            {gates.map(({ gate, isOpen }) => (
              <li key={gate}>
                <Text fw={isOpen ? undefined : 600}>
                  <span aria-hidden>{isOpen ? '✓ ' : '✗ '}</span>
                  {t(isOpen ? 'leaving.isOpen' : 'leaving.isClosed', { gate: gateWords('gate', gate) })}
                </Text>
                {!isOpen && <Text size="sm">{gateWords('open', gate)}</Text>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** The name of a gate, or what opens it. */
function gateWords(of: 'gate' | 'open', gate: RouteGates['gates'][number]['gate']): string {
  const key = `leaving.${of}_${gate}`;
  return t.has(key) ? (t as (key: string) => string)(key) : gate.replaceAll('_', ' ');
}

function togetherOf(routes: readonly RouteGates[]): { names: string; gates: RouteGates['gates'] }[] {
  const groups = new Map<string, { names: string[]; gates: RouteGates['gates'] }>();
  for (const { route, mayBegin, gates } of routes) {
    const known = ROUTES.find((one) => one === route);
    if (!mayBegin || !known) continue;
    const key = JSON.stringify(gates);
    const group = groups.get(key) ?? { names: [], gates };
    group.names.push(t(`lots.route_${known}`));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ names, gates }) => ({ names: names.join(', '), gates }));
}
