import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { api, answer } from '../../api/client.js';
import { Problem, type Shape, wordsOf } from '../../api/problem.js';
import { useFocusOnProblem } from '../../common/form-problem.js';
import { useFocusBack } from '../../common/lazy-window.js';
import { Failed, Loading } from '../../common/states.js';
import { t } from '../../text/text.js';
import type { Claim } from '../changing/use-claim-change.js';
import { ReplacementFields } from './replacement-fields.js';
import { bodyOf, formOf, WITH_VENDOR } from './replacement-form.js';
import { TakesOver } from './takes-over.js';

interface Props {
  claim: Claim;
  etag: string;
  /** The serial number that the vendor named. */
  said: string | undefined;
  onClose: () => void;
}

/** Adds the device that the vendor sent, and says first what it takes over from the claimed one. */
export function ReplacementWindow(props: Props) {
  const { deviceId } = props.claim;
  const device = useQuery({
    queryKey: ['device', deviceId, 'alone'],
    queryFn: () => answer(api.GET('/api/v1/devices/{id}', { params: { path: { id: deviceId } } })),
  });
  useFocusBack();
  return (
    <Modal opened onClose={props.onClose} title={t('claimWork.replace')} size="lg">
      {device.error && !device.data && (
        <Failed title={t('devices.failed')} error={device.error} onRetry={() => void device.refetch()} />
      )}
      {!device.error && !device.data && <Loading />}
      {device.data && <Form {...props} device={device.data} />}
    </Modal>
  );
}

/** Fields that show what the API says of them. */
const FIELDS = ['serialNumber', 'assetTag', 'dataRemoved'];

function Form({ claim, etag, said, onClose, device }: Props & { device: Shape<'DeviceDetail'> }) {
  const { id, state } = claim;
  const queries = useQueryClient();
  const [form, setForm] = useState(() => formOf(device, claim, said));
  const resolves = WITH_VENDOR.includes(state);
  const adding = useMutation({
    mutationFn: () => {
      const params = { path: { id }, header: { 'If-Match': etag } };
      const body = bodyOf(form);
      return answer(
        resolves
          ? api.POST('/api/v1/claims/{id}/steps', {
              params,
              body: { step: 'resolve', outcome: 'replaced', replacement: body },
            })
          : api.POST('/api/v1/claims/{id}/replacement', { params, body }),
      );
    },
    onSuccess: onClose,
    // After a refusal too: behind the window, the page then shows what somebody else has changed.
    onSettled: () => queries.invalidateQueries(),
  });
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, adding.error);
  const problem = adding.error instanceof Problem ? adding.error : undefined;
  // As a step of the claim, the fields of the replacement are part of a larger request.
  const of = (field: string): string | undefined => problem?.of(field) ?? problem?.of(`replacement.${field}`);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    adding.mutate();
  };
  return (
    <form onSubmit={submit} ref={element} noValidate>
      <Stack>
        <ReplacementFields
          form={form}
          device={device}
          onChange={(change) => setForm((before) => ({ ...before, ...change }))}
          problemOf={of}
        />
        <TakesOver device={device} form={form} resolves={resolves} />
        {adding.error && !FIELDS.some(of) && (
          <Alert color="red" role="alert">
            {wordsOf(adding.error)}
          </Alert>
        )}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={adding.isPending}>
            {t('claimWork.add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
