import { Progress, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { BAD, GOOD, WAITS } from '../../common/tones.js';
import { t } from '../../text/text.js';
import type { Claim } from '../claim-words.js';

/** The level from which a claim goes no higher. */
export const HIGHEST_LEVEL = 3;

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

type Clocked = Pick<Claim, 'state' | 'sentAt' | 'acknowledgedAt' | 'escalatesAt' | 'escalationLevel'>;

/** Whether the vendor has to act on the claim now. */
export function runsClock({ state }: Pick<Claim, 'state'>): boolean {
  return state === 'sent' || state === 'acknowledged' || state === 'in_progress';
}

/** How long the vendor still has, or why nobody counts. */
export function clockWords(claim: Clocked, now: number): string {
  const { state, escalatesAt, escalationLevel } = claim;
  if (escalatesAt !== null) return leftWords(Date.parse(escalatesAt) - now);
  if (state === 'waiting') return t('claims.clockStill');
  if (!runsClock(claim)) return '';
  return escalationLevel >= HIGHEST_LEVEL ? t('claims.clockHighest') : t('claims.clockNone');
}

/** Whole units only: nobody shall rely on time that is not there. */
function leftWords(left: number): string {
  if (left <= 0) return t('claims.clockOver');
  const minutes = Math.max(1, Math.floor(left / MINUTE_MS));
  if (minutes < HOUR_MINUTES) return t('claims.clockMinutes', { count: minutes });
  if (minutes < 2 * DAY_MINUTES) return t('claims.clockHours', { count: Math.floor(minutes / HOUR_MINUTES) });
  return t('claims.clockDays', { count: Math.floor(minutes / DAY_MINUTES) });
}

/** The share of the time that is left, from 0 to 1. */
function shareLeft({ sentAt, acknowledgedAt, escalatesAt }: Clocked, now: number): number {
  const from = Date.parse(acknowledgedAt ?? sentAt ?? '');
  const to = Date.parse(escalatesAt ?? '');
  return to > from ? Math.min(1, Math.max(0, (to - now) / (to - from))) : 0;
}

/** How much time is left before the claim goes one level higher: in words, and as a bar that gets shorter. */
export function ClaimClock({ claim }: { claim: Clocked }) {
  const now = useNow();
  const words = clockWords(claim, now);
  if (words === '') return null;
  const share = shareLeft(claim, now);
  return (
    <Stack gap={2}>
      <Text size="sm" fw={600}>
        {words}
      </Text>
      {claim.escalatesAt !== null && (
        // The words say the same.
        <Progress
          value={Math.max(2, share * 100)}
          color={share < 0.1 ? BAD : share < 0.4 ? WAITS : GOOD}
          size="md"
          aria-hidden
          aria-label={words}
        />
      )}
    </Stack>
  );
}

/** The time now, a minute ago at most. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
