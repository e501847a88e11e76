import { Alert, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { word } from '../common/words.js';
import { CodeReader } from '../scan/code-reader.js';
import { t } from '../text/text.js';
import { nameOfDevice } from './device-names.js';

interface Props {
  device: Shape<'DeviceDetail'>;
  etag: string;
  onDone: () => void;
}

/** Two records of one thing: this one is kept, the other becomes void and points to it. */
export function MergePanel({ device, etag, onDone }: Props) {
  const queries = useQueryClient();
  const [other, setOther] = useState<Shape<'DeviceFound'>>();
  const [why, setWhy] = useState('');
  const finding = useMutation({
    mutationFn: async (code: string) => {
      const { items } = await answer(api.GET('/api/v1/devices/lookup', { params: { query: { code } } }));
      const found = items.find(({ id }) => id !== device.id);
      if (!found) throw new Error(t('devices.noOther', { code }));
      return found;
    },
    onSuccess: setOther,
  });
  const merging = useMutation({
    mutationFn: (duplicateId: string) =>
      answer(
        api.POST('/api/v1/devices/{id}/merge', {
          params: { path: { id: device.id }, header: { 'If-Match': etag } },
          body: { duplicateId, ...(why.trim() ? { note: why.trim() } : {}) },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
  const error = finding.error ?? merging.error;
  return (
    <section aria-labelledby="merge">
      <Stack>
        <Title order={2} size="h4" id="merge">
          {t('devices.merge')}
        </Title>
        <Text>{t('devices.mergeText', { name: nameOfDevice(device) })}</Text>
        {error && (
          <Alert color="red" role="alert">
            {wordsOf(error)}
          </Alert>
        )}
        {other ? (
          <>
            <Alert color="orange" title={t('devices.becomesVoid', { name: nameOfDevice(other) })}>
              {[`${other.manufacturer} ${other.model}`, word('status', other.status), other.siteName].join(
                ' · ',
              )}
            </Alert>
            <TextInput
              label={t('devices.reason')}
              description={t('devices.reasonHelp')}
              value={why}
              onChange={(event) => setWhy(event.currentTarget.value)}
            />
          </>
        ) : (
          <CodeReader onCode={(code) => finding.mutate(code)} label={t('devices.otherCode')} />
        )}
        <Group>
          {other && (
            <Button onClick={() => merging.mutate(other.id)} loading={merging.isPending}>
              {t('devices.mergeConfirm')}
            </Button>
          )}
          <Button variant="default" onClick={onDone}>
            {t('devices.mergeCancel')}
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
