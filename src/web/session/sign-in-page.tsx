import { Alert, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Problem, wordsOf } from '../api/problem.js';
import { CenteredPage } from '../common/centered-page.js';
import { signIn } from './session.js';
import { textsOf } from '../common/form-texts.js';
import { useTitle } from '../common/use-title.js';
import { t } from '../text/text.js';

/** Asks who it is. Scans that wait on the phone stay there for the account that made them. */
export function SignInPage({ note }: { note?: string }) {
  useTitle(t('session.signIn'));
  const queries = useQueryClient();
  const [needsDistrict, setNeedsDistrict] = useState(false);
  const signingIn = useMutation({
    mutationFn: signIn,
    onSuccess: () => queries.invalidateQueries(),
    onError: (error) => {
      if (error instanceof Problem && error.code === 'DISTRICT_UNCLEAR') setNeedsDistrict(true);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const text = textsOf(event.currentTarget);
    signingIn.mutate({
      email: text('email'),
      password: text('password'),
      ...(text('district') ? { district: text('district') } : {}),
    });
  };
  return (
    <CenteredPage>
      <Paper component="main" withBorder p="xl" radius="md">
        <form onSubmit={submit}>
          <Stack>
            <Title order={1} size="h2">
              {t('session.signInTitle')}
            </Title>
            {note && <Text>{note}</Text>}
            {signingIn.error && (
              <Alert color="red" role="alert">
                {wordsOf(signingIn.error)}
              </Alert>
            )}
            <TextInput
              name="email"
              type="email"
              label={t('session.email')}
              autoComplete="username"
              required
              autoFocus
            />
            <PasswordInput
              name="password"
              label={t('session.password')}
              autoComplete="current-password"
              required
            />
            {needsDistrict && (
              <TextInput
                name="district"
                label={t('session.district')}
                description={t('session.districtHelp')}
                required
              />
            )}
            <Button type="submit" size="md" loading={signingIn.isPending}>
              {t('session.signIn')}
            </Button>
            <Text size="sm">{t('session.noAccount')}</Text>
          </Stack>
        </form>
      </Paper>
    </CenteredPage>
  );
}
