import {
  Alert,
  Button,
  Fieldset,
  Paper,
  PasswordInput,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api, answer } from '../api/client.js';
import { Problem, type Shape, wordsOf } from '../api/problem.js';
import { CenteredPage } from '../common/centered-page.js';
import { signIn } from './session.js';
import { textsOf } from '../common/form-texts.js';

const TIME_ZONES = Intl.supportedValuesOf('timeZone');

/** The way into an empty deployment: makes the first district and its admin, and signs them in. */
export function SetUpPage() {
  const { secret } = useParams({ from: '/setup/$secret' });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const path = { params: { path: { secret } } };
  const link = useQuery({
    queryKey: ['setup', secret],
    retry: false,
    queryFn: () => answer(api.GET('/api/v1/setup/{secret}', path)),
  });
  const settingUp = useMutation({
    mutationFn: async (body: Shape<'SetupBody'>) => {
      await answer(api.POST('/api/v1/setup/{secret}', { ...path, body }));
      await signIn({ email: body.account.email, password: body.account.password });
    },
    onSuccess: async () => {
      await queries.invalidateQueries();
      await navigate({ to: '/' });
    },
  });
  const problem = settingUp.error instanceof Problem ? settingUp.error : undefined;
  if (link.error)
    return (
      <CenteredPage>
        <Paper component="main" withBorder p="xl" radius="md">
          <Title order={1} size="h3" mb="sm">
            This set-up link cannot be used
          </Title>
          <Text>
            {wordsOf(link.error)} Whoever runs the server finds a new one in its log at each start, as long as
            there is no district.
          </Text>
        </Paper>
      </CenteredPage>
    );
  return (
    <CenteredPage>
      <Paper component="main" withBorder p="xl" radius="md">
        <SetUpForm onSubmit={settingUp.mutate} isPending={settingUp.isPending} problem={problem} />
      </Paper>
    </CenteredPage>
  );
}

function SetUpForm({
  onSubmit,
  isPending,
  problem,
}: {
  onSubmit: (body: Shape<'SetupBody'>) => void;
  isPending: boolean;
  problem: Problem | undefined;
}) {
  const [timeZone, setTimeZone] = useState(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const text = textsOf(event.currentTarget);
    const name = text('district');
    onSubmit({
      district: { name, slug: text('slug') || slugOf(name), timeZone },
      account: { email: text('email'), name: text('name'), password: text('password') },
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Title order={1} size="h2">
          Set up Rollcall
        </Title>
        <Text>This makes your district and its first admin. The link works once.</Text>
        {problem && (
          <Alert color="red" role="alert">
            {problem.whole}
          </Alert>
        )}
        <Fieldset legend="District">
          <Stack gap="sm">
            <TextInput name="district" label="Name" placeholder="Irvine Unified" required autoFocus />
            <TextInput
              name="slug"
              label="Short name"
              description="Lower case letters, digits and hyphens; made from the name where you leave it out"
              pattern="[a-z0-9\-]+"
            />
            <Select
              label="Time zone"
              data={TIME_ZONES}
              value={timeZone}
              onChange={(zone) => zone && setTimeZone(zone)}
              searchable
              allowDeselect={false}
              limit={50}
            />
          </Stack>
        </Fieldset>
        <Fieldset legend="Its admin: you">
          <Stack gap="sm">
            <TextInput name="name" label="Your name" autoComplete="name" required />
            <TextInput name="email" type="email" label="E-mail" autoComplete="username" required />
            <PasswordInput
              name="password"
              label="Password"
              description="At least twelve characters"
              autoComplete="new-password"
              minLength={12}
              required
            />
          </Stack>
        </Fieldset>
        <Button type="submit" size="md" loading={isPending}>
          Make the district
        </Button>
      </Stack>
    </form>
  );
}

function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63);
}
