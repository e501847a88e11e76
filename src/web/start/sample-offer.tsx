import { Alert, Button, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { wordsOf } from '../api/problem.js';
import { importKindsOf } from '../imports/import-kinds.js';
import { useField } from '../journal/journal-context.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { loadSample, removeSample, SAMPLE_KINDS, sampleImports } from './sample.js';

/** Offers a small district to try things out with, and takes it away again. */
export function SampleOffer({ isEmpty }: { isEmpty: boolean }) {
  const kinds = importKindsOf(useSession());
  const mayLoad = SAMPLE_KINDS.every((kind) => kinds.includes(kind));
  const queries = useQueryClient();
  const { data: there } = useQuery({
    queryKey: ['sample'],
    queryFn: sampleImports,
    enabled: mayLoad && !isEmpty,
  });
  const { refreshNow } = useField();
  const onSettled = (): Promise<void> => {
    refreshNow();
    return queries.invalidateQueries();
  };
  const loading = useMutation({ mutationFn: loadSample, onSettled });
  const removing = useMutation({ mutationFn: removeSample, onSettled });
  const error = loading.error ?? removing.error;
  if (!mayLoad) return null;
  if (error)
    return (
      <Alert color="red" role="alert">
        {t('start.sampleFailed', { reason: wordsOf(error) })}
      </Alert>
    );
  if (isEmpty || loading.isPending)
    return (
      <Alert color="cyan" title={t('start.sample')}>
        <Text mb="sm">{t('start.sampleText')}</Text>
        <Button onClick={() => loading.mutate()} loading={loading.isPending} variant="default">
          {t('start.loadSample')}
        </Button>
      </Alert>
    );
  if (!there || there.length === 0) return null;
  return (
    <Alert color="orange" title={t('start.sampleHere')}>
      <Text mb="sm">{t('start.sampleHereText')}</Text>
      <Button onClick={() => removing.mutate()} loading={removing.isPending} variant="default">
        {t('start.removeSample')}
      </Button>
    </Alert>
  );
}
