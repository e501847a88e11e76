import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { importKindsOf } from '../imports/import-kinds.js';
import { LinkButton } from '../common/link-button.js';
import { Failed, Loading } from '../common/states.js';
import { useHasDraft } from '../common/use-draft.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { CoverageBadge } from './coverage-badge.js';
import { CoverageCard } from './coverage-card.js';
import { newDraftName, NewCoverage } from './new-coverage.js';
import { differencesIn } from './differences.js';
import { differenceWords } from './coverage-words.js';

/** What covers a device today: the state of its best coverage, and each warranty and contract. */
export function CoverageSection({ deviceId, isVoid }: { deviceId: string; isVoid: boolean }) {
  const found = useQuery({
    queryKey: ['device', deviceId, 'coverage'],
    queryFn: () => answer(api.GET('/api/v1/devices/{id}/coverage', { params: { path: { id: deviceId } } })),
  });
  const edits = may(useSession(), 'warranty:edit') && !isVoid;
  const hasDraft = useHasDraft(newDraftName(deviceId));
  const [isAdding, setIsAdding] = useState(edits && hasDraft);
  const { data, error } = found;
  return (
    <section aria-labelledby="coverage">
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Group gap="sm">
            <Title order={2} size="h4" id="coverage">
              {t('coverage.title')}
            </Title>
            {data && <StateOf coverage={data} />}
          </Group>
          {edits && data && !isAdding && (
            <Button variant="default" onClick={() => setIsAdding(true)}>
              {t('coverage.add')}
            </Button>
          )}
        </Group>
        {error && !data && (
          <Failed title={t('coverage.failed')} error={error} onRetry={() => void found.refetch()} />
        )}
        {!error && !data && <Loading />}
        {isAdding && <NewCoverage deviceId={deviceId} onDone={() => setIsAdding(false)} />}
        {data && data.coverages.length === 0 && !isAdding && <NothingOnRecord edits={edits} />}
        {data && <Differences coverages={data.coverages} edits={edits} />}
        {data?.coverages.map((coverage) => (
          <CoverageCard key={coverage.id} coverage={coverage} edits={edits} />
        ))}
      </Stack>
    </section>
  );
}

function StateOf({ coverage: { state, coverages } }: { coverage: Shape<'DeviceCoverage'> }) {
  // Those that last longest come first.
  const best = coverages.find((one) => one.state === state);
  return <CoverageBadge state={state} lastOn={best?.lastOn} />;
}

function NothingOnRecord({ edits }: { edits: boolean }) {
  const imports = importKindsOf(useSession()).includes('coverages');
  const whatToDo = imports ? t('coverage.noneAdd') : t('coverage.noneAddHere');
  return (
    <>
      <Text c="dimmed">{[t('coverage.noneText'), edits ? whatToDo : ''].join(' ')}</Text>
      {edits && imports && (
        <Group>
          <LinkButton to="/imports/new" search={{ kind: 'coverages' }} variant="default" size="sm">
            {t('coverage.importFile')}
          </LinkButton>
        </Group>
      )}
    </>
  );
}

/** Says where sources disagree, because Rollcall keeps what each of them says. */
function Differences({ coverages, edits }: { coverages: readonly Shape<'CoverageView'>[]; edits: boolean }) {
  const differences = differencesIn(coverages);
  if (differences.length === 0) return null;
  return (
    <Alert color="orange" title={t('coverage.differentTitle')}>
      {differences.map((group) => (
        <Text key={group[0]?.id}>{differenceWords(group)}</Text>
      ))}
      {edits && <Text mt="xs">{t('coverage.differentHelp')}</Text>}
    </Alert>
  );
}
