import { Alert, Badge } from '@mantine/core';
import { t } from '../../text/text.js';
import { type Assessment, resultWords } from './assessment-words.js';

/** What counts now. A swollen battery is said first, because it is dangerous. */
export function ResultBadge({ of }: { of: Pick<Assessment, 'result' | 'isOverruled' | 'hazard'> }) {
  if (of.hazard !== null)
    return (
      <Badge color="red" variant="filled" size="md" leftSection="!">
        {t('assess.swollen')}
      </Badge>
    );
  return (
    <Badge variant="default" size="md">
      {of.isOverruled ? t('assess.overruledAs', { result: resultWords(of.result) }) : resultWords(of.result)}
    </Badge>
  );
}

/** What to do at once with a swollen battery. */
export function SwollenAlert() {
  return (
    <Alert color="red" role="alert" title={t('assess.swollen')}>
      {t('assess.swollenNow')}
    </Alert>
  );
}
