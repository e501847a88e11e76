import { Anchor, Badge, Group, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { ListFiles } from '../common/list-files.js';
import { Page } from '../common/page.js';
import { Pages } from '../common/pages.js';
import { Empty } from '../common/states.js';
import { number, word } from '../common/words.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { promiseWords } from './vendor-draft.js';

/** Companies that make, sell, insure and repair devices. */
export function VendorsPage() {
  const decides = may(useSession(), 'settings:edit');
  return (
    <Page
      title={t('vendors.title')}
      about={t('vendors.about')}
      actions={
        <>
          <ListFiles path="/api/v1/vendors" names={{}} />
          {decides && <LinkButton to="/vendors/new">{t('vendors.new')}</LinkButton>}
        </>
      }
    >
      <Pages
        queryKey={['vendors']}
        load={(cursor) => answer(api.GET('/api/v1/vendors', { params: { query: { limit: 100, cursor } } }))}
        empty={
          <Empty title={t('vendors.none')}>{decides ? t('vendors.noneText') : t('vendors.noneAsk')}</Empty>
        }
      >
        {(vendors) => <VendorTable vendors={vendors} />}
      </Pages>
    </Page>
  );
}

function VendorTable({ vendors }: { vendors: Shape<'VendorView'>[] }) {
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={t('vendors.list')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('vendors.name')}</Table.Th>
            <Table.Th>{t('vendors.roles')}</Table.Th>
            <Table.Th>{t('vendors.acknowledges')}</Table.Th>
            <Table.Th>{t('vendors.resolves')}</Table.Th>
            <Table.Th>{t('vendors.contacts')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {vendors.map((vendor) => (
            <VendorRow key={vendor.id} vendor={vendor} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function VendorRow({ vendor }: { vendor: Shape<'VendorView'> }) {
  const { id, key, name, roles, contacts, isActive } = vendor;
  const acknowledges = promiseWords(vendor.acknowledgeWithinHours);
  const resolves = promiseWords(vendor.resolveWithinHours);
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs">
          <Anchor fw={600} renderRoot={(props) => <Link to="/vendors/$id" params={{ id }} {...props} />}>
            {name}
          </Anchor>
          <Badge variant={isActive ? 'light' : 'default'}>
            {isActive ? t('vendors.active') : t('vendors.inactive')}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {key}
        </Text>
      </Table.Td>
      <Table.Td>{roles.map((role) => word('vendorRole', role)).join(', ')}</Table.Td>
      <Table.Td data-label={acknowledges ? t('vendors.acknowledges') : undefined}>{acknowledges}</Table.Td>
      <Table.Td data-label={resolves ? t('vendors.resolves') : undefined}>{resolves}</Table.Td>
      <Table.Td data-label={t('vendors.contacts')}>{number(contacts.length)}</Table.Td>
    </Table.Tr>
  );
}
