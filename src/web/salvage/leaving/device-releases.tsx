import { Alert, Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../../api/client.js';
import { Problem, type Shape } from '../../api/problem.js';
import { FormWindow } from '../../common/form-window.js';
import { when } from '../../common/words.js';
import { Loaded } from '../../common/loaded.js';
import { t } from '../../text/text.js';

type Release = Shape<'ReleaseView'>;

const SERVICES = [
  'google_admin',
  'apple_school_manager',
  'intune',
  'jamf',
  'mosyle',
  'other',
  'never_managed',
] as const satisfies readonly Release['service'][];

/** More of one device would be a mistake. */
const MOST = 10;

/** From which management a device was released, and the way to record it or to take it back. */
export function DeviceReleases({ id, isGone }: { id: string; isGone: boolean }) {
  const [isAsked, setIsAsked] = useState(false);
  const [back, setBack] = useState<Release>();
  const query = useQuery({
    queryKey: ['releases', 'of', id],
    queryFn: () => answer(api.GET('/api/v1/releases', { params: { query: { device: id, limit: MOST } } })),
  });
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('leaving.releases')}</Text>
      <Loaded query={query} failed={t('common.listFailed')}>
        {({ items }) => (
          <>
            {items.length === 0 && <Text c="dimmed">{t('leaving.releasesNone')}</Text>}
            {items.map((release) => (
              <Group key={release.id} gap="sm" justify="space-between">
                <div className="lot-words">
                  <Text>{t(`leaving.service_${release.service}`)}</Text>
                  <Text size="sm" c="dimmed">
                    {[when(release.releasedAt), release.recordedByName, release.note]
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                </div>
                {!isGone && (
                  <Button size="sm" variant="default" onClick={() => setBack(release)}>
                    {t('leaving.takeBack')}
                  </Button>
                )}
              </Group>
            ))}
          </>
        )}
      </Loaded>
      {!isGone && (
        <Group>
          <Button variant="default" onClick={() => setIsAsked(true)}>
            {t('leaving.record')}
          </Button>
        </Group>
      )}
      {isAsked && <RecordWindow id={id} onClose={() => setIsAsked(false)} />}
      {back && <TakeBackWindow release={back} onClose={() => setBack(undefined)} />}
    </Stack>
  );
}

function RecordWindow({ id, onClose }: { id: string; onClose: () => void }) {
  const queries = useQueryClient();
  const [service, setService] = useState<string>('');
  const [note, setNote] = useState('');
  const recording = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/releases', {
          body: {
            deviceIds: [id],
            service: service as Release['service'],
            ...(note.trim() && { note: note.trim() }),
          },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  const problem = recording.error instanceof Problem ? recording.error : undefined;
  return (
    <FormWindow
      title={t('leaving.recordTitle')}
      confirm={t('leaving.record')}
      isPending={recording.isPending}
      error={recording.error}
      isAtField={problem?.of('service') !== undefined}
      noValidate
      onConfirm={() => recording.mutate()}
      onClose={onClose}
    >
      <Text>{t('leaving.recordText')}</Text>
      <NativeSelect
        data-autofocus
        label={t('leaving.service')}
        data={[
          { value: '', label: t('common.chooseOne') },
          ...SERVICES.map((value) => ({ value, label: t(`leaving.service_${value}`) })),
        ]}
        value={service}
        onChange={(event) => setService(event.currentTarget.value)}
        error={problem?.of('service')}
        required
      />
      <Textarea
        label={t('lots.optional', { label: t('common.note') })}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={1000}
        autosize
        minRows={2}
      />
    </FormWindow>
  );
}

function TakeBackWindow({ release, onClose }: { release: Release; onClose: () => void }) {
  const queries = useQueryClient();
  const takingBack = useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/releases/{id}', { params: { path: { id: release.id } } })),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  return (
    <FormWindow
      title={t('leaving.takeBackTitle')}
      confirm={t('leaving.takeBack')}
      cancel={t('leaving.takeBackKeep')}
      isPending={takingBack.isPending}
      error={takingBack.error}
      onConfirm={() => takingBack.mutate()}
      onClose={onClose}
    >
      <Alert color="orange">
        {t('leaving.takeBackText', { service: t(`leaving.service_${release.service}`) })}
      </Alert>
    </FormWindow>
  );
}
