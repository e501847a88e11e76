import { Alert, Button, Group, Radio, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, answer, tagged } from '../api/client.js';
import { Problem, type Shape, wordsOf } from '../api/problem.js';
import { fieldWords } from '../common/words.js';
import { changeOf, type Clash, type DeviceForm, formOf, merge } from './device-fields.js';
import { DeviceFormFields } from './device-form.js';

interface Props {
  device: Shape<'DeviceDetail'>;
  etag: string;
  onDone: () => void;
}

/** Changes a device. Where somebody else has saved meanwhile, both are brought together, and nothing is overwritten. */
export function DeviceEditor({ device, etag, onDone }: Props) {
  const queries = useQueryClient();
  const [base, setBase] = useState({ form: formOf(device), etag });
  const [form, setForm] = useState(base.form);
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState<'lost' | 'stolen'>('lost');
  const [clashes, setClashes] = useState<Clash[]>();
  const saving = useMutation({
    mutationFn: async () => {
      const change = changeOf(base.form, form);
      const more = {
        ...(why.trim() ? { note: why.trim() } : {}),
        ...(change['status'] === 'missing' ? { missing } : {}),
      };
      return answer(
        api.PATCH('/api/v1/devices/{id}', {
          params: { path: { id: device.id }, header: { 'If-Match': base.etag } },
          body: { ...change, ...more },
        }),
      );
    },
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
    onError: async (error) => {
      if (!(error instanceof Problem) || error.status !== 412) return;
      const now = await tagged(api.GET('/api/v1/devices/{id}', { params: { path: { id: device.id } } }));
      const theirs = formOf(now.value);
      const { merged, clashes: both } = merge(base.form, form, theirs);
      setForm(merged);
      setBase({ form: theirs, etag: now.etag });
      setClashes(both);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (Object.keys(changeOf(base.form, form)).length === 0) onDone();
    else saving.mutate();
  };
  const problem = saving.error instanceof Problem ? saving.error : undefined;
  return (
    <form onSubmit={submit} aria-label="Change the device">
      <Stack>
        {clashes ? (
          <Meanwhile
            clashes={clashes}
            form={form}
            onPick={(change) => setForm((before) => ({ ...before, ...change }))}
          />
        ) : (
          saving.error && (
            <Alert color="red" role="alert">
              {wordsOf(saving.error)}
            </Alert>
          )
        )}
        <DeviceFormFields
          form={form}
          onChange={(change) => setForm((before) => ({ ...before, ...change }))}
          problem={problem}
        />
        {form.status === 'missing' && base.form.status !== 'missing' && (
          <Select
            label="How it went missing"
            data={[
              { value: 'lost', label: 'Lost' },
              { value: 'stolen', label: 'Stolen' },
            ]}
            value={missing}
            onChange={(value) => setMissing(value === 'stolen' ? 'stolen' : 'lost')}
            allowDeselect={false}
            maw={300}
          />
        )}
        <TextInput
          label="Why"
          description="Kept in its history"
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" loading={saving.isPending}>
            Save
          </Button>
          <Button variant="default" onClick={onDone}>
            Leave it as it is
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What another person has saved meanwhile, and what both changed. */
function Meanwhile({
  clashes,
  form,
  onPick,
}: {
  clashes: Clash[];
  form: DeviceForm;
  onPick: (change: Partial<DeviceForm>) => void;
}) {
  return (
    <Alert color="orange" title="Somebody else has changed it meanwhile" role="alert">
      <Text mb="sm">
        {clashes.length === 0
          ? 'Their change and yours are about different things: both are below. Save once more.'
          : 'Both of you changed these. Choose, then save once more.'}
      </Text>
      {clashes.map(({ field, mine, theirs }) => (
        <Radio.Group
          key={field}
          label={
            <Title order={3} size="h6">
              {fieldWords(field)}
            </Title>
          }
          value={form[field] === mine ? 'mine' : 'theirs'}
          onChange={(choice) => onPick({ [field]: choice === 'mine' ? mine : theirs })}
          mb="sm"
        >
          <Group>
            <Radio value="mine" label={`Yours: ${mine || 'nothing'}`} />
            <Radio value="theirs" label={`Theirs: ${theirs || 'nothing'}`} />
          </Group>
        </Radio.Group>
      ))}
    </Alert>
  );
}
