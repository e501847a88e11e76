import { Anchor, Badge, Group, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { addressOf } from '../api/address.js';
import { LinkButton } from '../common/link-button.js';
import { FileMenu } from '../common/list-files.js';
import { Page } from '../common/page.js';
import { Pages } from '../common/pages.js';
import { Empty } from '../common/states.js';
import { SearchField } from '../common/table/search-field.js';
import { number, word } from '../common/words.js';
import { importKindsOf } from '../imports/import-kinds.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';

/** Schools, offices and warehouses, with the way to add one or many. */
export function SitesPage() {
  const session = useSession();
  const [text, setText] = useState('');
  // A site belongs to the district: whoever sees only some sites adds none.
  const mayAdd = session.sites === 'all';
  return (
    <Page
      title={t('sites.title')}
      about={t('sites.about')}
      actions={
        <>
          <FileMenu addressIn={(format) => addressOf('/api/v1/sites/export/{format}', { format })} />
          {importKindsOf(session).includes('sites') && (
            <LinkButton to="/imports/new" search={{ kind: 'sites' }} variant="default">
              {t('sites.import')}
            </LinkButton>
          )}
          {mayAdd && <LinkButton to="/sites/new">{t('sites.new')}</LinkButton>}
        </>
      }
    >
      <SearchField
        label={t('sites.search')}
        placeholder={t('sites.search')}
        value={text}
        onChange={setText}
      />
      <Pages
        queryKey={['sites', 'list', text]}
        load={(cursor) =>
          answer(
            api.GET('/api/v1/sites', {
              params: { query: { limit: 100, cursor, ...(text ? { text } : {}) } },
            }),
          )
        }
        empty={<Empty title={t('sites.none')}>{text ? t('sites.noneFits') : t('sites.noneText')}</Empty>}
      >
        {(sites) => <SiteTable sites={sites} />}
      </Pages>
    </Page>
  );
}

function SiteTable({ sites }: { sites: Shape<'SiteView'>[] }) {
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={t('sites.list')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('sites.name')}</Table.Th>
            <Table.Th>{t('sites.type')}</Table.Th>
            <Table.Th>{t('sites.regionShort')}</Table.Th>
            <Table.Th>{t('sites.students')}</Table.Th>
            <Table.Th>{t('sites.devices')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sites.map(({ id, code, name, type, region, pupils, closedOn }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Group gap="xs">
                  <Anchor
                    fw={600}
                    renderRoot={(props) => <Link to="/sites/$id" params={{ id }} {...props} />}
                  >
                    {name}
                  </Anchor>
                  {closedOn !== null && <Badge variant="default">{t('sites.closed')}</Badge>}
                </Group>
                <Text size="sm" c="dimmed">
                  {code}
                </Text>
              </Table.Td>
              <Table.Td>{word('siteType', type)}</Table.Td>
              <Table.Td data-label={region ? t('sites.regionShort') : undefined}>{region}</Table.Td>
              <Table.Td data-label={pupils === null ? undefined : t('sites.students')}>
                {pupils !== null && number(pupils)}
              </Table.Td>
              <Table.Td>
                <Anchor
                  aria-label={t('sites.devicesAt', { site: name })}
                  renderRoot={(props) => <Link to="/devices" search={{ site: code }} {...props} />}
                >
                  {t('sites.devices')}
                </Anchor>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
