import { Badge, Button, Code, CopyButton, Group, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../../api/client.js';
import { type Shape, wordsOf } from '../../api/problem.js';
import { when } from '../../common/words.js';
import { t } from '../../text/text.js';

type Invitation = Shape<'VendorInvitationView'>;

/** One invitation: what became of it, and what can be done with it while it is open. */
export function InvitationRow({ vendorId, invitation }: { vendorId: string; invitation: Invitation }) {
  const { id: invitationId, email, name, state, invitedAt, invitedByName, expiresAt } = invitation;
  const params = { path: { id: vendorId, invitationId } };
  const queries = useQueryClient();
  const [link, setLink] = useState<string>();
  const doing = useMutation({
    mutationFn: async (what: 'reminder' | 'withdrawal' | 'link') => {
      if (what === 'link') {
        const made = await answer(
          api.POST('/api/v1/vendors/{id}/invitations/{invitationId}/link', { params }),
        );
        setLink(new URL(made.link, window.location.origin).href);
        return;
      }
      await (what === 'reminder'
        ? answer(api.POST('/api/v1/vendors/{id}/invitations/{invitationId}/reminder', { params }))
        : answer(api.POST('/api/v1/vendors/{id}/invitations/{invitationId}/withdrawal', { params })));
    },
    onSettled: () => queries.invalidateQueries(),
  });
  const button = (what: 'reminder' | 'withdrawal' | 'link') => (
    <Button
      size="sm"
      variant="default"
      loading={doing.isPending && doing.variables === what}
      onClick={() => doing.mutate(what)}
      aria-label={t(`vendorPeople.of_${what}`, { name })}
    >
      {t(`vendorPeople.do_${what}`)}
    </Button>
  );
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs">
          <Text fw={600}>{name}</Text>
          <Badge size="lg" variant="default">
            {t(`vendorPeople.state_${state}`)}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {email}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">
          {t('vendorPeople.invitedAt', { when: when(invitedAt), name: invitedByName ?? '' })}
        </Text>
        {state === 'open' && <Text size="sm">{t('vendorPeople.until', { when: when(expiresAt) })}</Text>}
        {doing.error && (
          <Text size="sm" role="alert">
            {wordsOf(doing.error)}
          </Text>
        )}
        {doing.isSuccess && doing.variables === 'reminder' && (
          <Text size="sm" role="status">
            {t('vendorPeople.reminded')}
          </Text>
        )}
        {link !== undefined && <Link link={link} />}
      </Table.Td>
      <Table.Td>
        {state === 'open' && (
          <Group gap="xs">
            {button('reminder')}
            {button('link')}
            {button('withdrawal')}
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** The link is shown once, because nobody can read it again. */
function Link({ link }: { link: string }) {
  return (
    <Group gap="xs" mt="xs">
      <Text size="sm">{t('vendorPeople.linkHelp')}</Text>
      <Code style={{ overflowWrap: 'anywhere' }}>{link}</Code>
      <CopyButton value={link}>
        {({ copied, copy }) => (
          <Button size="sm" variant="default" onClick={copy}>
            {copied ? t('vendorPeople.copied') : t('vendorPeople.copy')}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
