import { Button, Group, Paper, PasswordInput, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { wordsOf } from '../api/problem.js';
import { useField, useWaiting } from '../journal/journal-context.js';
import { signIn } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { textsOf } from '../common/form-texts.js';
import { t } from '../text/text.js';

/** The sign-in has ended: work goes on, what is scanned waits, and the same account sends it. */
export function SignInAgain() {
  const queries = useQueryClient();
  const session = useSession();
  const { sendNow } = useField();
  const waiting = useWaiting();
  const again = useMutation({
    mutationFn: signIn,
    onSuccess: async () => {
      await queries.invalidateQueries();
      sendNow();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const text = textsOf(event.currentTarget);
    again.mutate({ email: text('email'), password: text('password') });
  };
  return (
    <Paper component="section" aria-label={t('shell.againLabel')} withBorder p="md" mb="md">
      {/* Where the page is hidden behind it, this is its heading. */}
      <Title order={session.role === 'vendor' ? 1 : 2} size="h4">
        {t('shell.againTitle')}
      </Title>
      <Text mb="xs">
        {session.role === 'vendor' ? t('shell.againVendor') : t('shell.againText', { count: waiting })}
      </Text>
      {again.error && (
        <Text role="alert" fw={700} mb="xs">
          {wordsOf(again.error)}
        </Text>
      )}
      <form onSubmit={submit}>
        <Group align="end">
          <TextInput
            name="email"
            type="email"
            label={t('session.email')}
            defaultValue={session.email ?? ''}
            autoComplete="username"
            required
          />
          <PasswordInput
            name="password"
            label={t('session.password')}
            autoComplete="current-password"
            required
            miw={220}
          />
          <Button type="submit" loading={again.isPending}>
            {t('session.signIn')}
          </Button>
        </Group>
      </form>
    </Paper>
  );
}
