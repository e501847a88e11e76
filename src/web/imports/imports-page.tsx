import { Anchor, Badge, Card, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { ListFiles } from '../common/list-files.js';
import { Page } from '../common/page.js';
import { Pages } from '../common/pages.js';
import { Empty } from '../common/states.js';
import { number, when } from '../common/words.js';
import { t } from '../text/text.js';
import type { ImportKind } from './import-kinds.js';

/** Every import, with what it changed. */
export function ImportsPage() {
  return (
    <Page
      title={t('imports.title')}
      about={t('imports.about')}
      actions={
        <>
          <ListFiles path="/api/v1/imports" names={{}} />
          <LinkButton to="/imports/new">{t('imports.new')}</LinkButton>
        </>
      }
    >
      <Stack gap="sm">
        <Pages
          queryKey={['imports']}
          load={(cursor) => answer(api.GET('/api/v1/imports', { params: { query: { limit: 30, cursor } } }))}
          empty={<Empty title={t('imports.none')}>{t('imports.noneText')}</Empty>}
        >
          {(imports) => imports.map((one) => <ImportCard key={one.id} found={one} />)}
        </Pages>
      </Stack>
    </Page>
  );
}

function ImportCard({
  found: { id, kind, fileName, state, plan, createdAt },
}: {
  found: Shape<'ImportView'>;
}) {
  return (
    <Card withBorder component="article" aria-label={fileName}>
      <Group justify="space-between" align="start" gap="xs">
        <div className="import-file">
          <Anchor fw={600} renderRoot={(props) => <Link to="/imports/$id" params={{ id }} {...props} />}>
            {t('imports.fileTitle', { kind: t(`imports.${kind as ImportKind}`), name: fileName })}
          </Anchor>
          <Text size="sm" c="dimmed">
            {when(createdAt)}
          </Text>
          {plan && (
            <Text size="sm">
              {(['add', 'change', 'refused'] as const)
                .map((outcome) => `${t(`imports.${outcome}`)}: ${number(plan[outcome])}`)
                .join(' · ')}
            </Text>
          )}
        </div>
        <ImportState state={state} />
      </Group>
    </Card>
  );
}

export function ImportState({ state }: Pick<Shape<'ImportView'>, 'state'>) {
  return (
    <Badge flex="none" size="lg" variant={state === 'rehearsed' ? 'filled' : 'default'}>
      {t(`imports.${state}`)}
    </Badge>
  );
}
