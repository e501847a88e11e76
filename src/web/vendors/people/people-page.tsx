import { Alert, Badge, Button, Group, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { api, answer } from '../../api/client.js';
import { Problem, type Shape, wordsOf } from '../../api/problem.js';
import { FormProblem, useFocusOnProblem } from '../../common/form-problem.js';
import { Page } from '../../common/page.js';
import { Pages } from '../../common/pages.js';
import { Empty } from '../../common/states.js';
import { when } from '../../common/words.js';
import { t } from '../../text/text.js';
import { VendorLinks } from '../part/vendor-links.js';
import { useVendorName } from '../use-vendor-name.js';
import { InvitationRow } from './invitation-row.js';

const route = getRouteApi('/shell/vendors/$id/people');

/** Who works at a vendor and may sign in, and who was invited to. */
export function VendorPeoplePage() {
  const { id } = route.useParams();
  return (
    <Page title={t('vendorPeople.title')} about={useVendorName(id)}>
      <VendorLinks id={id} current="people" />
      <Text maw={720}>{t('vendorPeople.about')}</Text>
      <Invite vendorId={id} />
      <Part title={t('vendorPeople.accounts')}>
        <Pages
          queryKey={['vendor', id, 'accounts']}
          load={(cursor) =>
            answer(
              api.GET('/api/v1/vendors/{id}/accounts', {
                params: { path: { id }, query: { limit: 100, cursor } },
              }),
            )
          }
          empty={<Empty title={t('vendorPeople.noAccounts')}>{t('vendorPeople.noAccountsText')}</Empty>}
        >
          {(accounts) => (
            <Rows label={t('vendorPeople.accounts')}>
              {accounts.map((account) => (
                <AccountRow key={account.id} vendorId={id} account={account} />
              ))}
            </Rows>
          )}
        </Pages>
      </Part>
      <Part title={t('vendorPeople.invitations')}>
        <Pages
          queryKey={['vendor', id, 'invitations']}
          load={(cursor) =>
            answer(
              api.GET('/api/v1/vendors/{id}/invitations', {
                params: { path: { id }, query: { limit: 100, cursor } },
              }),
            )
          }
          empty={<Text c="dimmed">{t('vendorPeople.noInvitations')}</Text>}
        >
          {(invitations) => (
            <Rows label={t('vendorPeople.invitations')}>
              {invitations.map((invitation) => (
                <InvitationRow key={invitation.id} vendorId={id} invitation={invitation} />
              ))}
            </Rows>
          )}
        </Pages>
      </Part>
    </Page>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {title}
      </Title>
      {children}
    </Stack>
  );
}

function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={label}>
      <Table>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </div>
  );
}

const NOBODY = { name: '', email: '' };

function Invite({ vendorId }: { vendorId: string }) {
  const queries = useQueryClient();
  const [form, setForm] = useState(NOBODY);
  const inviting = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/vendors/{id}/invitations', { params: { path: { id: vendorId } }, body: form }),
      ),
    onSuccess: async () => {
      setForm(NOBODY);
      await queries.invalidateQueries();
    },
  });
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, inviting.error);
  const problem = inviting.error instanceof Problem ? inviting.error : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    inviting.mutate();
  };
  return (
    <form onSubmit={submit} ref={element} noValidate aria-label={t('vendorPeople.invite')}>
      <Stack gap="sm" maw={720}>
        <FormProblem error={inviting.error} fields={['name', 'email']} />
        {inviting.data && (
          <Alert color="green" role="status">
            {t('vendorPeople.invited', { email: inviting.data.email })}
          </Alert>
        )}
        <Group align="start" gap="sm">
          <TextInput
            flex="1 1 12rem"
            label={t('vendorPeople.name')}
            value={form.name}
            onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
            error={problem?.of('name')}
            required
            maxLength={200}
            autoComplete="off"
          />
          <TextInput
            flex="1 1 14rem"
            label={t('vendorPeople.email')}
            type="email"
            value={form.email}
            onChange={(event) => setForm({ ...form, email: event.currentTarget.value })}
            error={problem?.of('email')}
            required
            maxLength={320}
            autoComplete="off"
          />
        </Group>
        <Group>
          <Button type="submit" loading={inviting.isPending}>
            {t('vendorPeople.invite')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function AccountRow({ vendorId, account }: { vendorId: string; account: Shape<'VendorAccountView'> }) {
  const { id: accountId, email, name, disabledAt, version } = account;
  const queries = useQueryClient();
  const isShut = disabledAt !== null;
  const changing = useMutation({
    mutationFn: () =>
      answer(
        api.PATCH('/api/v1/vendors/{id}/accounts/{accountId}', {
          params: { path: { id: vendorId, accountId }, header: { 'If-Match': `"${version}"` } },
          body: { disabled: !isShut },
        }),
      ),
    onSettled: () => queries.invalidateQueries(),
  });
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs">
          <Text fw={600}>{name}</Text>
          {isShut && (
            <Badge size="lg" variant="default">
              {t('vendorPeople.shut')}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {email}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{isShut ? t('vendorPeople.shutAt', { when: when(disabledAt) }) : ''}</Text>
        {changing.error && (
          <Text size="sm" role="alert">
            {wordsOf(changing.error)}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Button
          size="sm"
          variant="default"
          loading={changing.isPending}
          onClick={() => changing.mutate()}
          aria-label={isShut ? t('vendorPeople.openOf', { name }) : t('vendorPeople.shutOf', { name })}
        >
          {isShut ? t('vendorPeople.open') : t('vendorPeople.close')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
