import { Anchor, Badge, Card, Checkbox, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { GOOD, WAITS } from '../common/tones.js';
import { useSession } from '../session/session-context.js';
import { DueNote } from './deadlines/due-note.js';
import { t } from '../text/text.js';
import { ageWords, type Claim, deviceWords, needsAcceptance, STATES_OF } from './claim-words.js';
import type { SelectedClaims } from './in-bulk/use-selected-claims.js';

/** The words say everything; the color only helps to find what needs the district. */
const LOOKS: Readonly<Partial<Record<Claim['state'], { color: string }>>> = {
  waiting: { color: WAITS },
  denied: { color: WAITS },
  resolved: { color: GOOD },
};

export function ClaimStateBadge({ state }: { state: Claim['state'] }) {
  // “Us” is the district, and a vendor is not.
  const isAtVendor = useSession().role === 'vendor' && state === 'waiting';
  return (
    <Badge size="lg" flex="none" {...(LOOKS[state] ?? { variant: 'default' })}>
      {isAtVendor ? t('desk.waiting') : t(`claims.state_${state}`)}
    </Badge>
  );
}

/** Where the heading above says less than the state. */
const SEVERAL_STATES: readonly Claim['state'][] = [
  ...STATES_OF.vendor,
  ...STATES_OF.answered,
  ...STATES_OF.ended,
];

/** One claim, on the board and in lists. */
export function ClaimCard({
  claim,
  selected,
  showsState = SEVERAL_STATES.includes(claim.state),
}: {
  claim: Claim;
  selected?: SelectedClaims;
  /** The state is not in the heading above. */
  showsState?: boolean;
}) {
  const { id, number, category, isAccidental, vendorName, siteName } = claim;
  return (
    <Card withBorder component="article" padding="sm" aria-label={number} className="claim-card">
      <Group gap="xs" wrap="nowrap" align="center" mb={4}>
        {selected && (
          <Checkbox
            size="md"
            aria-label={t('claims.select', { number })}
            checked={selected.has(id)}
            onChange={() => selected.toggle([claim], !selected.has(id))}
          />
        )}
        <Anchor fw={600} renderRoot={(props) => <Link to="/claims/$id" params={{ id }} {...props} />}>
          {number}
        </Anchor>
      </Group>
      <div className="claim-words">
        <Text fw={600}>
          {t(`claims.category_${category}`)}
          {isAccidental && ` · ${t('claims.accident')}`}
        </Text>
        <Text size="sm">{deviceWords(claim)}</Text>
        <Text size="sm" c="dimmed">
          {vendorName}
          <br />
          {siteName} · {ageWords(claim)}
        </Text>
        <DueNote claim={claim} />
        {(showsState || needsAcceptance(claim)) && (
          <Group gap={6} mt={6}>
            {showsState && <ClaimStateBadge state={claim.state} />}
            {needsAcceptance(claim) && (
              <Badge
                size="lg"
                variant="default"
                leftSection={
                  <IconAlertTriangle size={14} color="var(--mantine-color-orange-filled)" aria-hidden />
                }
              >
                {t('claims.warnings')}
              </Badge>
            )}
          </Group>
        )}
      </div>
    </Card>
  );
}
