import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';
import { answer, api } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { FormProblem, useFocusOnProblem } from '../common/form-problem.js';
import { textsOf } from '../common/form-texts.js';
import { t } from '../text/text.js';
import { useSession } from './session-context.js';

const FIELDS = ['currentPassword', 'newPassword'];

/** Changes the password of whoever is signed in. */
export function PasswordWindow({ onClose }: { onClose: () => void }) {
  const { email } = useSession();
  const form = useRef<HTMLFormElement>(null);
  const changing = useMutation({
    mutationFn: (body: { currentPassword: string; newPassword: string }) =>
      answer(api.PUT('/api/v1/session/password', { body })),
  });
  useFocusOnProblem(form, changing.error);
  const problem = changing.error instanceof Problem ? changing.error : undefined;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const text = textsOf(event.currentTarget);
    changing.mutate({ currentPassword: text('currentPassword'), newPassword: text('newPassword') });
  };
  return (
    <Modal opened onClose={onClose} title={t('ownPassword.changePassword')}>
      {changing.isSuccess ? (
        <Stack>
          <Text role="status">{t('ownPassword.passwordChanged')}</Text>
          <Group justify="end">
            <Button onClick={onClose} autoFocus>
              {t('common.close')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <form ref={form} onSubmit={submit}>
          <Stack>
            <FormProblem error={changing.error} fields={FIELDS} />
            {/* Password managers keep the new password under this. */}
            <TextInput
              name="email"
              type="email"
              label={t('session.email')}
              value={email ?? ''}
              autoComplete="username"
              readOnly
            />
            <PasswordInput
              name="currentPassword"
              label={t('ownPassword.currentPassword')}
              error={problem?.of('currentPassword')}
              aria-invalid={Boolean(problem?.of('currentPassword'))}
              autoComplete="current-password"
              required
              data-autofocus
            />
            <PasswordInput
              name="newPassword"
              label={t('ownPassword.newPassword')}
              description={t('ownPassword.passwordHelp')}
              error={problem?.of('newPassword')}
              aria-invalid={Boolean(problem?.of('newPassword'))}
              autoComplete="new-password"
              minLength={12}
              required
            />
            <Text size="sm">{t('ownPassword.passwordEnds')}</Text>
            <Button type="submit" loading={changing.isPending}>
              {t('ownPassword.changePassword')}
            </Button>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
