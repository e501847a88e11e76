import { Alert, Anchor, Button, FileButton, Group, Paper, Radio, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { addressOf } from '../api/address.js';
import { wordsOf } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { Page } from '../common/page.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { type ImportKind, importKindsOf } from './import-kinds.js';
import { LotOfFile } from './lot-of-file.js';
import { uploadImport } from './upload-import.js';

const route = getRouteApi('/shell/imports/new');

/** Chooses a file, and has it checked. */
export function NewImportPage() {
  const kinds = importKindsOf(useSession());
  const { kind: asked, lot } = route.useSearch();
  const kind = kinds.find((one) => one === asked) ?? kinds[0];
  const navigate = useNavigate({ from: '/imports/new' });
  if (!kind) return null;
  return (
    <Page title={t('imports.new')} about={t('imports.newAbout')}>
      <Stack maw={720}>
        <Radio.Group
          label={t('imports.kind')}
          value={kind}
          onChange={(to) => void navigate({ search: { kind: to }, replace: true })}
        >
          <Stack gap="xs" mt="xs">
            {kinds.map((one) => (
              <Radio
                key={one}
                value={one}
                label={t(`imports.${one}`)}
                description={t(`imports.${one}Text`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Anchor href={addressOf('/api/v1/imports/templates/{kind}', { kind })} download={`${kind}.csv`}>
          {t('imports.template')}
        </Anchor>
        {kind === 'settlements' && (
          <LotOfFile
            lot={lot}
            onChange={(to) => void navigate({ search: { kind, lot: to }, replace: true })}
          />
        )}
        <FileUpload key={kind} kind={kind} lot={kind === 'settlements' ? lot : undefined} />
      </Stack>
    </Page>
  );
}

function FileUpload({ kind, lot }: { kind: ImportKind; lot: string | undefined }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [isOver, setIsOver] = useState(false);
  const sending = useMutation({
    mutationFn: (chosen: File) =>
      uploadImport(kind, chosen, chosen.name, 'rehearse', lot ? { lot: Number(lot) } : undefined),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries();
      await navigate({ to: '/imports/$id', params: { id } });
    },
  });
  const choose = (chosen: File | null): void => {
    sending.reset();
    setFile(chosen);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    choose(event.dataTransfer.files[0] ?? null);
  };
  return (
    <>
      <Paper
        withBorder
        p="xl"
        ta="center"
        className="drop"
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <Text mb="sm">{t('imports.drop')}</Text>
        <FileButton accept=".csv,.tsv,.txt,.xlsx" onChange={choose}>
          {(props) => (
            <Button {...props} variant="default">
              {t('imports.choose')}
            </Button>
          )}
        </FileButton>
        {file && (
          <Text mt="sm" fw={600}>
            {t('imports.chosen', { name: file.name })}
          </Text>
        )}
      </Paper>
      {sending.error && (
        <Alert color="red" role="alert">
          {wordsOf(sending.error)}
        </Alert>
      )}
      <Group>
        <Button
          disabled={!file}
          loading={sending.isPending}
          onClick={() => {
            if (file) sending.mutate(file);
          }}
        >
          {t('imports.check')}
        </Button>
        <LinkButton to="/imports" variant="default">
          {t('common.cancel')}
        </LinkButton>
      </Group>
    </>
  );
}
