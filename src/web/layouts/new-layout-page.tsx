import { Alert, Button, FileButton, Group, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { addressOf } from '../api/address.js';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { sendFile } from '../api/send-file.js';
import { Page } from '../common/page.js';
import { UnsavedGuard } from '../common/unsaved-guard.js';
import { useDraft } from '../common/use-draft.js';
import { t } from '../text/text.js';
import { definitionOf, isLayoutChanged, type LayoutDraft, NEW_LAYOUT } from './layout-draft.js';
import { LayoutForm } from './layout-form.js';

/** Writes a new layout: from a ready-made one, from the vendor's own empty file, or from the beginning. */
export function NewLayoutPage() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const isChanged = (draft: LayoutDraft): boolean => isLayoutChanged(NEW_LAYOUT, draft);
  const { value, setValue, isRestored, discard } = useDraft<LayoutDraft>('layout.new', NEW_LAYOUT, isChanged);
  const adding = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/v1/claim-layouts', { body: { ...definitionOf(value), name: value.name } })),
    onSuccess: async ({ id }) => {
      discard();
      await queries.invalidateQueries();
      await navigate({ to: '/claim-layouts/$id', params: { id }, ignoreBlocker: true });
    },
  });
  const leave = async (): Promise<void> => {
    discard();
    await navigate({ to: '/claim-layouts', ignoreBlocker: true });
  };
  return (
    <Page title={t('layouts.new')} about={t('layouts.newAbout')}>
      <UnsavedGuard isChanged={isChanged(value) && !adding.isSuccess} />
      <Beginnings onBegin={(begun) => setValue((before) => ({ ...before, ...begun }))} />
      <LayoutForm
        draft={value}
        onChange={(change) => setValue((before) => ({ ...before, ...change }))}
        isRestored={isRestored}
        submit={t('layouts.add')}
        isPending={adding.isPending}
        error={adding.error}
        onSubmit={() => adding.mutate()}
        onCancel={() => void leave()}
      />
    </Page>
  );
}

/** What a layout can be made from. */
function Beginnings({ onBegin }: { onBegin: (draft: Partial<LayoutDraft>) => void }) {
  const [unmatched, setUnmatched] = useState<string[]>();
  const { data } = useQuery({
    queryKey: ['claim-layouts', 'fields'],
    staleTime: Infinity,
    queryFn: () => answer(api.GET('/api/v1/claim-layouts/choices')),
  });
  const readyMade = data?.readyMade ?? [];
  const reading = useMutation({
    mutationFn: readTemplate,
    onSuccess: (template) => {
      setUnmatched(template.unmatched);
      onBegin(template.definition);
    },
  });
  return (
    <Stack gap="sm" maw={720}>
      <Group align="end" gap="sm">
        <Select
          flex="1 1 14rem"
          label={t('layouts.fromReadyMade')}
          data={readyMade.map(({ key, name }) => ({ value: key, label: name }))}
          value={null}
          onChange={(key) => {
            const chosen = readyMade.find((one) => one.key === key);
            setUnmatched(undefined);
            if (chosen) onBegin(chosen.definition);
          }}
          placeholder={t('common.chooseOne')}
        />
        <FileButton onChange={(file) => file && reading.mutate(file)} accept=".csv,.xlsx,.txt">
          {(props) => (
            <Button {...props} variant="default" loading={reading.isPending}>
              {t('layouts.fromTemplate')}
            </Button>
          )}
        </FileButton>
      </Group>
      {reading.error && (
        <Alert color="red" role="alert">
          {wordsOf(reading.error)}
        </Alert>
      )}
      {unmatched && (
        <Alert color={unmatched.length > 0 ? 'orange' : 'green'} role="status" title={t('layouts.read')}>
          {unmatched.length > 0 && <Text>{t('layouts.unmatched', { columns: unmatched.join(', ') })}</Text>}
        </Alert>
      )}
    </Stack>
  );
}

function readTemplate(file: File): Promise<Shape<'TemplateLayout'>> {
  const body = new FormData();
  body.append('file', file, file.name);
  return sendFile(addressOf('/api/v1/claim-layouts/from-template', {}), body);
}
