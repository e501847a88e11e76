import { Alert, Anchor, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { ListFiles } from '../common/list-files.js';
import { Pages } from '../common/pages.js';
import { Empty } from '../common/states.js';
import { when, word, wordsIn } from '../common/words.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { refusalText } from '../text/refusals.js';
import { t } from '../text/text.js';
import { ClaimConflict } from './claim-conflict.js';
import { ClashTable } from './clash-table.js';
import { deviceWords } from './inbox-words.js';

/** Scans that do not match the records, both sides shown. */
export function ConflictList() {
  return (
    <Stack gap="xs">
      <Group justify="end">
        <ListFiles path="/api/v1/conflicts" names={{}} />
      </Group>
      <Pages
        queryKey={['conflicts']}
        load={(cursor) => answer(api.GET('/api/v1/conflicts', { params: { query: { limit: 50, cursor } } }))}
        empty={<Empty title={t('inbox.allClear')}>{t('inbox.conflictsEmpty')}</Empty>}
      >
        {(conflicts) => conflicts.map((conflict) => <ConflictCard key={conflict.id} conflict={conflict} />)}
      </Pages>
    </Stack>
  );
}

function ConflictCard({ conflict }: { conflict: Shape<'ConflictView'> }) {
  const { code, device, clash, reason, actionLabel, siteName, accountName, scannedAt } = conflict;
  const name = device ? deviceWords(device) : code;
  const action = wordsIn(actionLabel);
  return (
    <Card withBorder component="article" aria-label={t('inbox.scanOf', { device: name })}>
      <Group justify="space-between" align="start">
        <div>
          <Anchor fw={700} renderRoot={(props) => <Link to="/d/$code" params={{ code }} {...props} />}>
            {name}
          </Anchor>
          <Text>{siteName ? t('inbox.actionAt', { action, site: siteName }) : action}</Text>
        </div>
        <Text size="sm" c="dimmed">
          {t('inbox.scannedBy', { name: accountName, when: when(scannedAt) })}
        </Text>
      </Group>
      <Text mt="xs">{refusalText(reason) ?? conflict.detail}</Text>
      {device && (
        <Text size="sm" c="dimmed">
          {t('inbox.ourRecord', { status: word('status', device.status), site: device.siteName })}
        </Text>
      )}
      {reason !== 'AMBIGUOUS_CODE' && clash.length > 0 && <ClashTable clash={clash} />}
      <ClaimConflict conflict={conflict} />
      <ConflictDecision conflict={conflict} />
    </Card>
  );
}

/** The buttons. Only people who can decide see them. */
function ConflictDecision({ conflict }: { conflict: Shape<'ConflictView'> }) {
  const { id, candidates, reason } = conflict;
  const session = useSession();
  const queries = useQueryClient();
  const deciding = useMutation({
    mutationFn: (body: Shape<'ResolutionBody'>) =>
      answer(api.POST('/api/v1/conflicts/{id}/resolution', { params: { path: { id } }, body })),
    onSuccess: () => queries.invalidateQueries(),
  });
  if (!may(session, 'devices:edit')) return null;
  const isAmbiguous = reason === 'AMBIGUOUS_CODE';
  // A device that was disposed of comes back only by an administrator.
  const mayApply = reason !== 'RE_ENTERED' || may(session, 'devices:admin');
  const isDeciding = (body: Partial<Shape<'ResolutionBody'>>): boolean =>
    deciding.isPending &&
    deciding.variables.decision === body.decision &&
    deciding.variables.deviceId === body.deviceId;
  return (
    <>
      {deciding.error && (
        <Alert color="red" role="alert" mt="xs">
          {wordsOf(deciding.error)}
        </Alert>
      )}
      {isAmbiguous && <Text mt="sm">{t('inbox.whichDevice')}</Text>}
      {!mayApply && <Text mt="sm">{t('inbox.adminDecides')}</Text>}
      <Group mt="sm" gap="xs">
        {isAmbiguous
          ? candidates.map((device) => (
              <AmbiguousChoice
                key={device.id}
                device={device}
                isPending={isDeciding({ decision: 'apply', deviceId: device.id })}
                isDisabled={deciding.isPending}
                onChoose={() => deciding.mutate({ decision: 'apply', deviceId: device.id })}
              />
            ))
          : mayApply && (
              <Button
                onClick={() => deciding.mutate({ decision: 'apply' })}
                loading={isDeciding({ decision: 'apply' })}
                disabled={deciding.isPending}
              >
                {t('inbox.useScan')}
              </Button>
            )}
        <Button
          variant="default"
          onClick={() => deciding.mutate({ decision: 'dismiss' })}
          loading={isDeciding({ decision: 'dismiss' })}
          disabled={deciding.isPending}
        >
          {isAmbiguous ? t('inbox.dismiss') : t('inbox.keepRecord')}
        </Button>
      </Group>
    </>
  );
}

function AmbiguousChoice({
  device,
  isPending,
  isDisabled,
  onChoose,
}: {
  device: Shape<'ScannedDevice'>;
  isPending: boolean;
  isDisabled: boolean;
  onChoose: () => void;
}) {
  const name = deviceWords(device);
  return (
    <Group gap={4}>
      <Button onClick={onChoose} loading={isPending} disabled={isDisabled} variant="default">
        {t('inbox.thisDevice', { device: name, site: device.siteName })}
      </Button>
      <Anchor
        size="sm"
        aria-label={t('inbox.viewDevice', { device: name })}
        renderRoot={(props) => <Link to="/devices/$id" params={{ id: device.id }} {...props} />}
      >
        {t('inbox.view')}
      </Anchor>
    </Group>
  );
}
