import { Anchor, Badge, Group, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { ListFiles } from '../common/list-files.js';
import { Page } from '../common/page.js';
import { Pages } from '../common/pages.js';
import { Empty } from '../common/states.js';
import { word } from '../common/words.js';
import { useSiteNames } from '../sites/use-sites.js';
import { t } from '../text/text.js';
import { needsSites } from './account-roles.js';

/** Lists the accounts. */
export function AccountsPage() {
  return (
    <Page
      title={t('accounts.title')}
      about={t('accounts.about')}
      actions={
        <>
          <ListFiles path="/api/v1/accounts" names={{}} />
          <LinkButton to="/accounts/new">{t('accounts.new')}</LinkButton>
        </>
      }
    >
      <Pages
        queryKey={['accounts']}
        load={(cursor) => answer(api.GET('/api/v1/accounts', { params: { query: { limit: 100, cursor } } }))}
        empty={<Empty title={t('accounts.none')}>{t('accounts.newAbout')}</Empty>}
      >
        {(accounts) => <AccountTable accounts={accounts} />}
      </Pages>
    </Page>
  );
}

function AccountTable({ accounts }: { accounts: Shape<'AccountView'>[] }) {
  const nameOf = useSiteNames();
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={t('accounts.list')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('accounts.name')}</Table.Th>
            <Table.Th>{t('accounts.role')}</Table.Th>
            <Table.Th>{t('accounts.sites')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {accounts.map((account) => (
            <Table.Tr key={account.id}>
              <Table.Td>
                <Group gap="xs">
                  <Anchor
                    fw={600}
                    renderRoot={(props) => <Link to="/accounts/$id" params={{ id: account.id }} {...props} />}
                  >
                    {account.name}
                  </Anchor>
                  {account.disabledAt !== null && <Badge variant="default">{t('accounts.disabled')}</Badge>}
                </Group>
                <Text size="sm" c="dimmed">
                  {account.email}
                </Text>
              </Table.Td>
              <Table.Td>{word('role', account.role)}</Table.Td>
              <Table.Td>{reachOf(account, nameOf)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** What an account can see: all sites, the names of its regions and sites, or their number. */
function reachOf({ role, sites, regions }: Shape<'AccountView'>, nameOf: (code: string) => string): string {
  if (role === 'admin' || role === 'its') return t('accounts.everySite');
  if (!needsSites(role)) return '';
  const named = sites.length > 3 ? [t('accounts.manySites', { count: sites.length })] : sites.map(nameOf);
  return [...regions, ...named].join(', ') || t('accounts.noSites');
}
