import { Badge } from '@mantine/core';
import type { Shape } from '../api/problem.js';
import { t } from '../text/text.js';

type Purchase = Shape<'PurchaseView'>;

/** How many hours or days a week. */
export function amountWords({ amount, unit }: Pick<Purchase, 'amount' | 'unit'>): string {
  return unit === 'days'
    ? t('support.daysAWeek', { count: amount })
    : t('support.hoursAWeek', { count: amount });
}

/** Who pays, and from what. */
export function payerWords({ payer, payerName }: Pick<Purchase, 'payer' | 'payerName'>): string {
  const words = PAYERS[payer]();
  return payerName ? t('support.payerOf', { payer: words, name: payerName }) : words;
}

export const PAYERS: Readonly<Record<Purchase['payer'], () => string>> = {
  site: () => t('support.payerSite'),
  categorical: () => t('support.payerCategorical'),
  gift: () => t('support.payerGift'),
};

export const PURCHASE_STATES = ['draft', 'submitted', 'approved', 'encumbered', 'cancelled'] as const;

/** Where a request is on its way. */
export function PurchaseState({ state }: Pick<Purchase, 'state'>) {
  const isWaiting = state === 'submitted';
  return (
    <Badge flex="none" size="lg" variant={isWaiting ? 'filled' : 'default'}>
      {t(`support.${state}`)}
    </Badge>
  );
}
