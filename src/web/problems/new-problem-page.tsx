import { Alert, Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useLiveQuery } from 'dexie-react-hooks';
import { type FormEvent, useState } from 'react';
import { api, answer } from '../api/client.js';
import { Problem, wordsOf } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { Page } from '../common/page.js';
import { useField } from '../journal/journal-context.js';
import { SiteField } from '../scan/place-fields.js';
import { t } from '../text/text.js';

const route = getRouteApi('/shell/problems/new');

interface Form {
  site: string | undefined;
  code: string;
  room: string;
  description: string;
}

/** Reports a problem to the technicians of a site. */
export function NewProblemPage() {
  const search = route.useSearch();
  const only = useOnlySite();
  const [form, setForm] = useState<Form>({
    site: search.site,
    code: search.code ?? '',
    room: '',
    description: '',
  });
  const set = (change: Partial<Form>): void => setForm((before) => ({ ...before, ...change }));
  const site = form.site ?? only;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const sending = useMutation({
    mutationFn: () => send({ ...form, site }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      await navigate({ to: '/problems' });
    },
  });
  const problem = sending.error instanceof Problem ? sending.error : undefined;
  const errorOf = (field: string): string | undefined => problem?.of(field);
  const isAtField = ['site', 'deviceId', 'room', 'description'].some((field) => errorOf(field));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    sending.mutate();
  };
  return (
    <Page title={t('problems.new')} about={t('problems.newAbout')}>
      <form onSubmit={submit}>
        <Stack maw={560}>
          <SiteField
            label={t('problems.site')}
            value={site}
            onChange={(code) => set({ site: code })}
            required
          />
          <TextInput
            label={t('problems.deviceField')}
            description={t('problems.deviceHelp')}
            value={form.code}
            onChange={(event) => set({ code: event.currentTarget.value })}
            error={errorOf('deviceId')}
            autoComplete="off"
            autoCapitalize="characters"
            maxLength={128}
          />
          <TextInput
            label={t('problems.room')}
            description={t('problems.roomHelp')}
            value={form.room}
            onChange={(event) => set({ room: event.currentTarget.value })}
            error={errorOf('room')}
            maxLength={100}
          />
          <Textarea
            label={t('problems.description')}
            description={t('problems.descriptionHelp')}
            value={form.description}
            onChange={(event) => set({ description: event.currentTarget.value })}
            error={errorOf('description')}
            required
            maxLength={2000}
            autosize
            minRows={4}
          />
          {sending.error && !isAtField && (
            <Alert color="red" role="alert">
              {wordsOf(sending.error)}
            </Alert>
          )}
          <Group>
            <Button type="submit" loading={sending.isPending}>
              {t('problems.submit')}
            </Button>
            <LinkButton to="/problems" variant="default">
              {t('common.cancel')}
            </LinkButton>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}

/** The only site of a person, so that the page does not ask a question with one answer. */
function useOnlySite(): string | undefined {
  const { database } = useField();
  const sites = useLiveQuery(() => database.sites.limit(2).toArray(), [database]);
  return sites?.length === 1 ? sites[0]?.code : undefined;
}

async function send({ site = '', code, room, description }: Form): Promise<void> {
  await answer(
    api.POST('/api/v1/problem-reports', {
      body: {
        site,
        deviceId: code.trim() ? await deviceWith(code.trim()) : null,
        room: room.trim() || null,
        description,
      },
    }),
  );
}

/** The id of the device with a code. @throws Problem for the field, where there is none or more than one */
async function deviceWith(code: string): Promise<string> {
  const { items } = await answer(api.GET('/api/v1/devices/lookup', { params: { query: { code } } }));
  const [found, ...others] = items;
  if (found && others.length === 0) return found.id;
  const detail = found ? t('problems.deviceSeveral') : t('problems.deviceNone');
  throw new Problem(400, 'UNKNOWN_DEVICE', detail, [{ field: 'deviceId', code: 'UNKNOWN_DEVICE', detail }]);
}
