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
import { useTitle } from '../common/use-title.js';
import { folded } from '../common/folded.js';
import { t } from '../text/text.js';

const TIME_ZONES = Intl.supportedValuesOf('timeZone');

/** The way into an empty deployment: makes the first district and its admin, and signs them in. */
export function SetUpPage() {
  useTitle(t('welcome.setUpTitle'));
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
            {t('welcome.linkUnusable')}
          </Title>
          <Text>
            {wordsOf(link.error)} {t('welcome.linkWhere')}
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
          {t('welcome.setUpTitle')}
        </Title>
        <Text>{t('welcome.setUpText')}</Text>
        {problem && (
          <Alert color="red" role="alert">
            {problem.whole}
          </Alert>
        )}
        <Fieldset legend={t('session.district')}>
          <Stack gap="sm">
            <TextInput
              name="district"
              label={t('welcome.districtName')}
              placeholder={t('welcome.districtExample')}
              required
              autoFocus
            />
            <TextInput
              name="slug"
              label={t('welcome.slug')}
              description={t('welcome.slugHelp')}
              pattern="[a-z0-9\-]+"
            />
            <Select
              label={t('welcome.timeZone')}
              data={TIME_ZONES}
              value={timeZone}
              onChange={(zone) => zone && setTimeZone(zone)}
              searchable
              allowDeselect={false}
              limit={50}
            />
          </Stack>
        </Fieldset>
        <Fieldset legend={t('welcome.you')}>
          <Stack gap="sm">
            <TextInput name="name" label={t('welcome.yourName')} autoComplete="name" required />
            <TextInput
              name="email"
              type="email"
              label={t('session.email')}
              autoComplete="username"
              required
            />
            <PasswordInput
              name="password"
              label={t('session.password')}
              description={t('ownPassword.passwordHelp')}
              autoComplete="new-password"
              minLength={12}
              required
            />
          </Stack>
        </Fieldset>
        <Button type="submit" size="md" loading={isPending}>
          {t('welcome.create')}
        </Button>
      </Stack>
    </form>
  );
}

function slugOf(name: string): string {
  const slug = folded(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
  // A name in another script leaves nothing. The short name can be chosen in its field.
  return slug || 'district';
}
