import { Alert, Badge, Button, Divider, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { isLegalMove } from '../../devices/recording/device-lifecycle.js';
import { api, tagged } from '../api/client.js';
import { NoAnswer, Problem, type Shape } from '../api/problem.js';
import { DeviceClaims } from '../claims/device-claims.js';
import { LinkButton } from '../common/link-button.js';
import { Page } from '../common/page.js';
import { Empty, Failed, Loading } from '../common/states.js';
import { CoverageSection } from '../coverages/coverage-section.js';
import { useHasDraft } from '../common/use-draft.js';
import { when, word } from '../common/words.js';
import { DeviceAssessments } from '../salvage/assessments/device-assessments.js';
import { DeviceSanitizations } from '../salvage/device-sanitizations.js';
import { DeviceRetention } from '../salvage/leaving/device-retention.js';
import { DeviceLeaving } from '../salvage/leaving/device-leaving.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { DeviceEditor, draftName } from './device-editor.js';
import { DeviceFacts } from './device-facts.js';
import { DeviceHistory } from './device-history.js';
import { LossReport } from './loss-report.js';
import { MergePanel } from './merge-panel.js';
import { DeviceOnPhone } from './on-phone/device-on-phone.js';
import { nameOfDevice } from './device-names.js';

const route = getRouteApi('/shell/devices/$id');

type Mode = 'look' | 'edit' | 'merge' | 'report';

export function DevicePage() {
  return <DeviceById id={route.useParams().id} />;
}

/** Everything about one device. */
export function DeviceById({ id }: { id: string }) {
  const found = useQuery({
    queryKey: ['device', id],
    queryFn: () => tagged(api.GET('/api/v1/devices/{id}', { params: { path: { id } } })),
  });
  const { error } = found;
  if (error instanceof Problem && (error.status === 404 || error.status === 400)) return <NoDevice />;
  if (error instanceof NoAnswer && !found.data)
    return <DeviceOnPhone id={id} onRetry={() => void found.refetch()} />;
  if (error && !found.data)
    return <Failed title={t('devices.failed')} error={error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  return <Shown key={id} device={found.data.value} etag={found.data.etag} />;
}

function Shown({ device, etag }: { device: Shape<'DeviceDetail'>; etag: string }) {
  const session = useSession();
  const edits = may(session, 'devices:edit') && device.status !== 'void';
  const hasDraft = useHasDraft(draftName(device.id));
  const [mode, setMode] = useState<Mode>(edits && hasDraft ? 'edit' : 'look');
  const onDone = (): void => setMode('look');
  const parts = { device, etag, onDone };
  return (
    <Page
      title={nameOfDevice(device)}
      about={
        <Group gap="xs">
          <span>
            {device.manufacturer} {device.model}
          </span>
          <Badge size="lg" variant="default">
            {word('status', device.status)}
          </Badge>
        </Group>
      }
      actions={edits && mode === 'look' && <Actions device={device} onMode={setMode} />}
    >
      <Notices device={device} />
      {mode === 'edit' && <DeviceEditor {...parts} />}
      {mode === 'merge' && <MergePanel {...parts} />}
      {mode === 'report' && <LossReport {...parts} />}
      {mode === 'look' && (
        <>
          <DeviceFacts device={device} />
          <Divider />
          <CoverageSection deviceId={device.id} isVoid={device.status === 'void'} />
          <Divider />
          <DeviceClaims device={device} />
          <Divider />
          <DeviceAssessments device={device} />
          <Divider />
          <DeviceSanitizations device={device} />
          <DeviceLeaving device={device} />
          <DeviceRetention id={device.id} />
        </>
      )}
      <Divider />
      <DeviceHistory id={device.id} />
    </Page>
  );
}

function Actions({ device, onMode }: { device: Shape<'DeviceDetail'>; onMode: (mode: Mode) => void }) {
  const { status } = device;
  return (
    <>
      <Button onClick={() => onMode('edit')}>{t('common.edit')}</Button>
      {(status === 'missing' || isLegalMove(status, 'missing')) && (
        <Button variant="default" onClick={() => onMode('report')}>
          {status === 'missing' ? t('devices.updateReport') : t('devices.reportLoss')}
        </Button>
      )}
      <LinkButton to="/labels" search={{ device: device.id }} variant="default">
        {t('devices.printLabel')}
      </LinkButton>
      <Button variant="default" onClick={() => onMode('merge')}>
        {t('devices.merge')}
      </Button>
    </>
  );
}

/** What somebody must know before they do anything with it. */
function Notices({ device: { mergedIntoId, holds } }: { device: Shape<'DeviceDetail'> }) {
  return (
    <>
      {mergedIntoId && (
        <Alert color="orange" title={t('devices.mergedTitle')}>
          {t('devices.mergedText')}{' '}
          <LinkButton to="/devices/$id" params={{ id: mergedIntoId }} variant="default" size="sm">
            {t('devices.mergedShow')}
          </LinkButton>
        </Alert>
      )}
      {holds.map(({ id, kind, reason, forbids, placedAt, owner }) => (
        <Alert
          key={id}
          color="orange"
          title={t('devices.heldTitle', {
            reason: isOfClaim(kind, owner) ? t('claims.hold') : kind === 'lot' ? t('lots.hold') : reason,
          })}
        >
          {t('devices.heldText', {
            actions: forbids.map((action) => word('forbidden', action)).join(', '),
            when: when(placedAt),
            owner: isOfClaim(kind, owner) ? t('claims.title') : kind === 'lot' ? t('lots.title') : owner,
          })}
        </Alert>
      ))}
    </>
  );
}

/** Holds that Rollcall places for a warranty claim have the same reason, which the catalog has in each language. */
const isOfClaim = (kind: string, owner: string): boolean => kind === 'claim' && owner === 'warranty';

function NoDevice() {
  return (
    <Empty title={t('devices.notFound')} isPage>
      <p>{t('devices.notFoundText')}</p>
      <LinkButton to="/devices">{t('devices.title')}</LinkButton>
    </Empty>
  );
}
