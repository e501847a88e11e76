import { Text } from '@mantine/core';
import { t } from '../text/text.js';
import { number } from './words.js';

/** On paper, says that a list has more rows than are printed. */
export function PrintedPart({ shown, total }: { shown: number; total: number | 'more' }) {
  if (shown === total) return null;
  return (
    <Text className="on-paper">
      {total === 'more'
        ? t('table.printedFirst', { shown: number(shown) })
        : t('table.printedOf', { shown: number(shown), total: number(total) })}
    </Text>
  );
}
