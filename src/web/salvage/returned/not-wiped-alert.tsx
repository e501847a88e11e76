import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { t } from '../../text/text.js';
import type { Lot } from '../lots/lot-words.js';
import { openOf } from './returned-words.js';

/** Nobody who opens a lot can miss that devices of it left with data. */
export function NotWipedAlert({ lot: { returned } }: { lot: Lot }) {
  const count = returned === null ? 0 : openOf(returned, 'not_wiped');
  if (count === 0) return null;
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('returned.notWipedTitle', { count })}
    >
      {t('returned.notWipedText')}
    </Alert>
  );
}
