import '../claims/claims.css';
import { Alert, Button, Code, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { Remarks } from '../batches/remarks.js';
import { Rows } from '../batches/new-batch-page.js';
import { useVendorChoices } from '../coverages/use-vendors.js';
import { t } from '../text/text.js';
import { definitionOf, type LayoutDraft } from './layout-draft.js';

/** Writes the ready claims of a vendor in a layout that is not saved yet. Nothing is sent. */
export function LayoutTryOut({ draft }: { draft: LayoutDraft }) {
  const [vendor, setVendor] = useState<string | null>(null);
  const trying = useMutation({
    mutationFn: (key: string) =>
      answer(
        api.POST('/api/v1/claim-layouts/preview', {
          body: { vendor: key, definition: definitionOf(draft) },
        }),
      ),
  });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="layout-try">
      <Stack gap="sm">
        <Title order={2} size="h4" id="layout-try">
          {t('layouts.try')}
        </Title>
        <Text size="sm">{t('layouts.tryHelp')}</Text>
        <Group align="end" gap="sm">
          <Select
            label={t('claims.vendor')}
            data={useVendorChoices()}
            value={vendor}
            onChange={setVendor}
            placeholder={t('common.chooseOne')}
            nothingFoundMessage={t('coverage.noVendorFound')}
            searchable
          />
          <Button
            variant="default"
            disabled={vendor === null}
            loading={trying.isPending}
            onClick={() => vendor && trying.mutate(vendor)}
          >
            {t('layouts.tryIt')}
          </Button>
        </Group>
        {trying.error && (
          <Alert color="orange" role="alert">
            {wordsOf(trying.error)}
          </Alert>
        )}
        {trying.data && <Tried preview={trying.data} />}
      </Stack>
    </Paper>
  );
}

function Tried({ preview }: { preview: Shape<'LayoutPreview'> }) {
  const { notSent, changed, text, claimCount } = preview;
  return (
    <>
      {notSent.length > 0 && (
        <Alert color="orange" title={t('batches.notSent', { count: notSent.length })}>
          <Remarks claims={notSent} />
        </Alert>
      )}
      {changed.length > 0 && (
        <Alert color="cyan" title={t('batches.changed', { count: changed.length })}>
          <Remarks claims={changed} />
        </Alert>
      )}
      {claimCount > 0 && <Rows preview={preview} />}
      {text !== null && claimCount > 0 && (
        <div className="wide" tabIndex={0} role="region" aria-label={t('layouts.text')}>
          <Code block>{text}</Code>
        </div>
      )}
    </>
  );
}
