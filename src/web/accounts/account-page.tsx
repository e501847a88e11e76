import { Alert, Button, Group, Modal, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, answer, tagged } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { EditClashes } from '../common/edit-clashes.js';
import { isSame } from '../common/edits.js';
import { Page } from '../common/page.js';
import { Failed, Loading } from '../common/states.js';
import { BAD } from '../common/tones.js';
import { useDraftEdit } from '../common/use-draft-edit.js';
import { word } from '../common/words.js';
import { useSession } from '../session/session-context.js';
import { useSiteNames } from '../sites/use-sites.js';
import { t } from '../text/text.js';
import { type AccountDraft, AccountForm } from './account-form.js';
import { needsSites } from './account-roles.js';

type Account = Shape<'AccountView'>;

const route = getRouteApi('/shell/accounts/$id');

const accountOf = (id: string) => tagged(api.GET('/api/v1/accounts/{id}', { params: { path: { id } } }));

/** Changes the role and the sites of an account, sets a password, or disables the account. */
export function AccountPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['account', id],
    queryFn: () => accountOf(id),
    refetchOnWindowFocus: false,
  });
  if (error && !data)
    return <Failed title={t('accounts.notShown')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { value, etag } = data;
  return <EditAccount key={`${id} ${value.disabledAt ?? ''}`} account={value} etag={etag} />;
}

function EditAccount({ account, etag }: { account: Account; etag: string }) {
  const { id, email, name, disabledAt } = account;
  const isSelf = useSession().accountId === id;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [asksDisable, setAsksDisable] = useState(false);
  const siteName = useSiteNames();
  const change = (body: Shape<'AccountChangeBody'>, ifMatch: string): Promise<Account> =>
    answer(
      api.PATCH('/api/v1/accounts/{id}', {
        params: { path: { id }, header: { 'If-Match': ifMatch } },
        body,
      }),
    );
  // Without a draft: a password is not kept anywhere.
  const edit = useDraftEdit({
    saved: draftOf(account),
    etag,
    isChanged: (base, form) => !isSame(base, form),
    save: ({ form, etag: version }) => change(changeOf(form), version),
    read: async () => {
      const now = await accountOf(id);
      return { form: draftOf(now.value), etag: now.etag };
    },
    onSaved: async () => {
      await queries.invalidateQueries();
      await navigate({ to: '/accounts' });
    },
  });
  const switching = useMutation({
    mutationFn: (disabled: boolean) => change({ disabled }, etag),
    onSuccess: async () => {
      setAsksDisable(false);
      await queries.invalidateQueries();
    },
  });
  return (
    <Page
      title={name}
      about={email}
      actions={
        !isSelf &&
        (disabledAt === null ? (
          <Button variant="default" onClick={() => setAsksDisable(true)}>
            {t('accounts.disable')}
          </Button>
        ) : (
          <Button onClick={() => switching.mutate(false)} loading={switching.isPending}>
            {t('accounts.enable')}
          </Button>
        ))
      }
    >
      {disabledAt !== null && <Alert color="orange">{t('accounts.isDisabled')}</Alert>}
      {isSelf && <Text c="dimmed">{t('accounts.self')}</Text>}
      {switching.error && (
        <Alert color="red" role="alert">
          {wordsOf(switching.error)}
        </Alert>
      )}
      <AccountForm
        draft={edit.form}
        onChange={edit.change}
        isNew={false}
        isSelf={isSelf}
        submit={t('common.save')}
        isPending={edit.isPending}
        error={edit.error}
        clashes={
          <EditClashes
            edit={edit}
            labelOf={(field) => t(`accounts.${field}`)}
            wordsOf={(field, value) => wordsFor(field, value, siteName)}
          />
        }
        onSubmit={() => (edit.isChanged ? edit.save() : void navigate({ to: '/accounts' }))}
      />
      <Modal opened={asksDisable} onClose={() => setAsksDisable(false)} title={t('accounts.disableAsk')}>
        <Text mb="md">{t('accounts.disableText', { name })}</Text>
        <Group justify="end">
          <Button variant="default" onClick={() => setAsksDisable(false)}>
            {t('common.cancel')}
          </Button>
          <Button color={BAD} onClick={() => switching.mutate(true)} loading={switching.isPending}>
            {t('accounts.disable')}
          </Button>
        </Group>
      </Modal>
    </Page>
  );
}

function draftOf({ email, name, role, sites, regions }: Account): AccountDraft {
  return { email, name, role, sites, regions, password: '' };
}

function changeOf({ password, email: _, ...draft }: AccountDraft): Shape<'AccountChangeBody'> {
  return {
    ...draft,
    ...(needsSites(draft.role) ? {} : { sites: [], regions: [] }),
    ...(password ? { password } : {}),
  };
}

function wordsFor(
  field: keyof AccountDraft,
  value: string | string[],
  siteName: (code: string) => string,
): string {
  if (typeof value === 'string') return field === 'role' ? word('role', value) : value;
  return (field === 'sites' ? value.map(siteName) : value).join(', ');
}
