import { Alert, Text } from '@mantine/core';
import type { Job } from '../common/jobs/use-job.js';
import { number } from '../common/words.js';
import { t } from '../text/text.js';

/** What the job of a look-up says of itself when it is over. */
interface Tally {
  asked: number;
  found: number;
  unknown: number;
  refused: number;
  failed: number;
  added: number;
  changed: number;
  unchanged: number;
  differing: number;
}

/** What a look-up came to. Why one ended early is said on the card of the manufacturer. */
export function LookUpResult({ job }: { job: Job }) {
  if (job.state !== 'done') return null;
  const { asked, found, unknown, refused, failed, added, changed, unchanged, differing } =
    job.result as Tally;
  return (
    <Alert color="cyan" role="status" title={t('lookUps.asked', { count: asked })}>
      {asked > 0 && (
        <>
          <Text size="sm">
            {t('lookUps.counts', {
              found: number(found),
              unknown: number(unknown),
              refused: number(refused),
              failed: number(failed),
            })}
          </Text>
          <Text size="sm">
            {t('lookUps.written', {
              added: number(added),
              changed: number(changed),
              unchanged: number(unchanged),
            })}
          </Text>
          {differing > 0 && <Text size="sm">{t('lookUps.differing', { count: differing })}</Text>}
        </>
      )}
    </Alert>
  );
}
