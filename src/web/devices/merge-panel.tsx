import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { STATUS_WORDS } from '../common/words.js';
import { CodeReader } from '../scan/code-reader.js';

interface Props {
  device: Shape<'DeviceDetail'>;
  etag: string;
  onDone: () => void;
}

/** Two records of one thing: this one survives, the other becomes void and points to it. */
export function MergePanel({ device, etag, onDone }: Props) {
  const queries = useQueryClient();
  const [other, setOther] = useState<Shape<'DeviceFound'>>();
  const [why, setWhy] = useState('');
  const finding = useMutation({
    mutationFn: async (code: string) => {
      const { items } = await answer(api.GET('/api/v1/devices/lookup', { params: { query: { code } } }));
      const others = items.filter(({ id }) => id !== device.id);
      if (others.length === 0) throw new Error(`No other device has the code ${code}.`);
      return others[0];
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
    <Stack>
      <Text>
        {device.assetTag ?? device.serialNumber} stays. Scan the other record of the same thing: its codes and
        loans come over, and it becomes void.
      </Text>
      {error && (
        <Alert color="red" role="alert">
          {wordsOf(error)}
        </Alert>
      )}
      {other ? (
        <>
          <Alert color="orange" title={`${other.assetTag ?? other.serialNumber} becomes void`}>
            {other.manufacturer} {other.model}, {STATUS_WORDS[other.status]}, {other.siteName}
          </Alert>
          <TextInput label="Why" value={why} onChange={(event) => setWhy(event.currentTarget.value)} />
        </>
      ) : (
        <CodeReader onCode={(code) => finding.mutate(code)} label="The other one’s code" />
      )}
      <Group>
        {other && (
          <Button onClick={() => merging.mutate(other.id)} loading={merging.isPending}>
            Merge them
          </Button>
        )}
        <Button variant="default" onClick={onDone}>
          Leave them apart
        </Button>
      </Group>
    </Stack>
  );
}
