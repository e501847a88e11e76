import { Alert, Button, Group, Stack, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api, answer } from '../api/client.js';
import { Problem, type Shape, wordsOf } from '../api/problem.js';
import { changeOf, type DeviceForm, formOf } from './device-fields.js';
import { DeviceFormFields } from './device-form.js';

const route = getRouteApi('/shell/devices/new');
const NOTHING = formOf({});

/** Registers one device; scans that waited for its code are applied to it. */
export function NewDevicePage() {
  const { code } = route.useSearch();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form, setForm] = useState<DeviceForm>(() => ({
    ...NOTHING,
    assetTag: code ?? '',
    status: 'in_stock',
  }));
  const making = useMutation({
    mutationFn: async () => {
      const body = changeOf(NOTHING, form) as Shape<'DeviceBody'>;
      const device = await answer(api.POST('/api/v1/devices', { body }));
      // Where nothing waits for the code, there is nothing to apply.
      if (code) await api.POST('/api/v1/unknown-codes/retry', { body: { code } });
      return device;
    },
    onSuccess: async (device) => {
      await queries.invalidateQueries();
      await navigate({ to: '/devices/$id', params: { id: device.id } });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    making.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Title order={1} size="h2">
          New device
        </Title>
        {making.error && (
          <Alert color="red" role="alert">
            {wordsOf(making.error)}
          </Alert>
        )}
        <DeviceFormFields
          form={form}
          onChange={(change) => setForm((before) => ({ ...before, ...change }))}
          problem={making.error instanceof Problem ? making.error : undefined}
        />
        <Group>
          <Button type="submit" loading={making.isPending}>
            Register it
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
