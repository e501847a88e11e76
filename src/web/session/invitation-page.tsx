import { Alert, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { api, answer } from '../api/client.js';
import { Problem, type Shape, wordsOf } from '../api/problem.js';
import { CenteredPage } from '../common/centered-page.js';
import { textsOf } from '../common/form-texts.js';
import { useTitle } from '../common/use-title.js';
import { t } from '../text/text.js';
import { signIn } from './session.js';

type Invitation = Shape<'InvitationShown'>;

/** Where a person who works at a vendor accepts an invitation: they choose a password, and are signed in. */
export function InvitationPage() {
  const { secret } = useParams({ from: '/invitation/$secret' });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const path = { params: { path: { secret } } };
  const link = useQuery({
    queryKey: ['invitation', secret],
    retry: false,
    queryFn: () => answer(api.GET('/api/v1/invitations/{secret}', path)),
  });
  const accepting = useMutation({
    mutationFn: async (body: Shape<'InvitationAcceptanceBody'>) => {
      const { email, districtSlug } = await answer(
        api.POST('/api/v1/invitations/{secret}', { ...path, body }),
      );
      await signIn({ email, password: body.password, district: districtSlug });
    },
    onSuccess: async () => {
      await queries.invalidateQueries();
      await navigate({ to: '/' });
    },
  });
  const problem = accepting.error instanceof Problem ? accepting.error : undefined;
  useTitle(t('welcome.accept'));
  return (
    <CenteredPage>
      <Paper component="main" withBorder p="xl" radius="md">
        {link.error && (
          <>
            <Title order={1} size="h3" mb="sm">
              {t('welcome.invitationUnusable')}
            </Title>
            <Text>{wordsOf(link.error)}</Text>
          </>
        )}
        {link.data && (
          <AcceptForm
            invitation={link.data}
            onSubmit={accepting.mutate}
            isPending={accepting.isPending}
            problem={problem}
          />
        )}
      </Paper>
    </CenteredPage>
  );
}

function AcceptForm({
  invitation: { vendor, district, email, name },
  onSubmit,
  isPending,
  problem,
}: {
  invitation: Invitation;
  onSubmit: (body: Shape<'InvitationAcceptanceBody'>) => void;
  isPending: boolean;
  problem: Problem | undefined;
}) {
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const text = textsOf(event.currentTarget);
    onSubmit({ name: text('name'), password: text('password') });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Title order={1} size="h2">
          {t('welcome.invitationTitle', { vendor })}
        </Title>
        <Text>{t('welcome.invitationText', { vendor, district, email })}</Text>
        {problem && (
          <Alert color="red" role="alert">
            {problem.whole}
          </Alert>
        )}
        <TextInput
          name="name"
          label={t('welcome.yourName')}
          defaultValue={name}
          autoComplete="name"
          maxLength={200}
          required
        />
        <TextInput
          name="email"
          type="email"
          label={t('session.email')}
          value={email}
          autoComplete="username"
          readOnly
        />
        <PasswordInput
          name="password"
          label={t('session.password')}
          description={t('ownPassword.passwordHelp')}
          error={problem?.of('password')}
          aria-invalid={Boolean(problem?.of('password'))}
          autoComplete="new-password"
          minLength={12}
          required
          autoFocus
        />
        <Button type="submit" size="md" loading={isPending}>
          {t('welcome.accept')}
        </Button>
      </Stack>
    </form>
  );
}
