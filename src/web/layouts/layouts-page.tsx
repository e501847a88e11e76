import { Anchor, Badge, Group, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import { LinkButton } from '../common/link-button.js';
import { Page } from '../common/page.js';
import { Pages } from '../common/pages.js';
import { Empty } from '../common/states.js';
import { number, when } from '../common/words.js';
import { t } from '../text/text.js';
import type { Layout } from './layout-draft.js';

/** What files of claims look like. */
export function LayoutsPage() {
  return (
    <Page
      title={t('layouts.title')}
      about={t('layouts.about')}
      actions={
        <>
          <LinkButton to="/claim-batches" variant="default">
            {t('batches.title')}
          </LinkButton>
          <LinkButton to="/claim-layouts/new">{t('layouts.new')}</LinkButton>
        </>
      }
    >
      <Pages
        queryKey={['claim-layouts']}
        load={(cursor) =>
          answer(api.GET('/api/v1/claim-layouts', { params: { query: { limit: 100, cursor } } }))
        }
        empty={<Empty title={t('layouts.none')}>{t('layouts.noneText')}</Empty>}
      >
        {(layouts) => <LayoutTable layouts={layouts} />}
      </Pages>
    </Page>
  );
}

function LayoutTable({ layouts }: { layouts: Layout[] }) {
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={t('layouts.title')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('layouts.name')}</Table.Th>
            <Table.Th>{t('layouts.format')}</Table.Th>
            <Table.Th>{t('layouts.columns')}</Table.Th>
            <Table.Th>{t('layouts.changedAt')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {layouts.map(({ id, name, definition, isArchived, updatedAt }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Group gap="xs">
                  <Anchor
                    fw={600}
                    renderRoot={(props) => <Link to="/claim-layouts/$id" params={{ id }} {...props} />}
                  >
                    {name}
                  </Anchor>
                  {isArchived && (
                    <Badge size="lg" variant="default">
                      {t('layouts.archived')}
                    </Badge>
                  )}
                </Group>
              </Table.Td>
              <Table.Td data-label={t('layouts.format')}>{t(`layouts.format_${definition.format}`)}</Table.Td>
              <Table.Td data-label={t('layouts.columns')}>{number(definition.columns.length)}</Table.Td>
              <Table.Td data-label={t('layouts.changedAt')}>{when(updatedAt)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
