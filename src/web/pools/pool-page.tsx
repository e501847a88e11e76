import '../claims/claims.css';
import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api, answer, tagged } from '../api/client.js';
import { decidesOnVendors } from '../app/navigation.js';
import { ClaimCards, useClaims } from '../claims/claim-list.js';
import { useRecordEdit } from '../common/form/use-record-edit.js';
import { LinkButton } from '../common/link-button.js';
import { Loaded } from '../common/loaded.js';
import { Page } from '../common/page.js';
import { Empty } from '../common/states.js';
import { useHasDraft } from '../common/use-draft.js';
import { number } from '../common/words.js';
import { leftWords } from '../coverages/coverage-words.js';
import { FactList } from '../devices/fact-list.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { changeOfPool, formOfPool, type Pool, type PoolForm, valueWords } from './pool-form.js';
import { PoolFormFields } from './pool-form-fields.js';

const route = getRouteApi('/shell/incident-pools/$id');

const poolOf = (id: string) => tagged(api.GET('/api/v1/incident-pools/{id}', { params: { path: { id } } }));
const draftName = (id: string): string => `pool.${id}`;

/** One pool: which plan it is of, what is left, and which claims used it. */
export function PoolPage() {
  const { id } = route.useParams();
  const query = useQuery({ queryKey: ['incident-pool', id], queryFn: () => poolOf(id) });
  return (
    <Loaded query={query} failed={t('pools.failed')} missing={<NoPool />}>
      {({ value, etag }) => <Shown key={id} pool={value} etag={etag} />}
    </Loaded>
  );
}

function Shown({ pool, etag }: { pool: Pool; etag: string }) {
  const edits = decidesOnVendors(useSession());
  const hasDraft = useHasDraft(draftName(pool.id));
  const [isEditing, setIsEditing] = useState(edits && hasDraft);
  return (
    <Page
      title={pool.name}
      about={t('pools.pageAbout')}
      actions={
        <>
          <LinkButton to="/incident-pools" variant="default">
            {t('pools.all')}
          </LinkButton>
          {edits && !isEditing && (
            <Button variant="default" onClick={() => setIsEditing(true)}>
              {t('common.edit')}
            </Button>
          )}
        </>
      }
    >
      {isEditing && <EditPool pool={pool} etag={etag} onDone={() => setIsEditing(false)} />}
      <div className="claim-parts">
        {!isEditing && <Facts pool={pool} />}
        <ClaimsOfPool id={pool.id} />
      </div>
    </Page>
  );
}

function Facts({ pool }: { pool: Pool }) {
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="pool-facts">
      <Title order={2} size="h4" id="pool-facts" mb="xs">
        {t('pools.facts')}
      </Title>
      <FactList
        facts={[
          [t('pools.left'), pool.left === 0 ? t('pools.usedUp') : leftWords(pool)],
          [t('pools.used'), number(pool.used)],
          [t('pools.usedBefore'), number(pool.usedBefore)],
          [t('coverage.vendor'), pool.vendorName],
          [t('coverage.kind'), t(`coverage.kind_${pool.kind}`)],
          [t('coverage.contractNumber'), pool.contractNumber],
          [t('pools.devices'), number(pool.devices)],
        ]}
      />
      {pool.devices === 0 && <Text mt="xs">{t('pools.noDevices')}</Text>}
    </Paper>
  );
}

function EditPool({ pool, etag, onDone }: { pool: Pool; etag: string; onDone: () => void }) {
  const { id } = pool;
  const record = useRecordEdit({
    draft: draftName(id),
    row: pool,
    etag,
    formOf: formOfPool,
    changeOf: changeOfPool,
    save: (body, version) =>
      answer(
        api.PATCH('/api/v1/incident-pools/{id}', {
          params: { path: { id }, header: { 'If-Match': version } },
          body,
        }),
      ),
    read: () => poolOf(id),
    labelOf,
    wordsOf: valueWords,
    onDone,
  });
  return <PoolFormFields record={record} isNew={false} submit={t('common.save')} />;
}

function labelOf(field: keyof PoolForm): string {
  if (field === 'vendor' || field === 'kind' || field === 'contractNumber') return t(`coverage.${field}`);
  return t(`pools.${field}`);
}

/** The claims that have an incident of the pool, newest first. */
function ClaimsOfPool({ id }: { id: string }) {
  const list = useClaims({ pool: id });
  return (
    <section aria-labelledby="pool-claims">
      <Stack gap="sm" maw={620}>
        <Title order={2} size="h4" id="pool-claims">
          {t('pools.claims')}
        </Title>
        <ClaimCards
          list={list}
          selected={undefined}
          showsState
          empty={<Text c="dimmed">{t('pools.claimsNone')}</Text>}
        />
      </Stack>
    </section>
  );
}

function NoPool() {
  return (
    <Empty title={t('pools.notFound')} isPage>
      <LinkButton to="/incident-pools">{t('pools.all')}</LinkButton>
    </Empty>
  );
}
