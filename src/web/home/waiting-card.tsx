import { Anchor, Badge, Card, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { number } from '../common/words.js';
import { WAITS } from '../common/tones.js';
import { t } from '../text/text.js';

interface Card {
  title: string;
  /** Where the list is. */
  link: LinkProps;
  /** What the number means. */
  children: ReactNode;
}

/** A card with how many things of a list wait. */
export function WaitingList({
  queryKey,
  load,
  ...card
}: Card & {
  queryKey: string;
  load: () => Promise<{ items: unknown[]; nextCursor: string | null }>;
}) {
  const { data, error } = useQuery({ queryKey: ['home', queryKey], queryFn: load });
  return <Waits {...card} n={data?.items.length} isMore={data?.nextCursor != null} failed={error !== null} />;
}

/** A card with a number of things that wait, and the way to them. */
export function Waits({
  title,
  n,
  isMore = false,
  failed = false,
  link,
  children,
}: Card & { n: number | undefined; isMore?: boolean; failed?: boolean }) {
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" wrap="nowrap">
        <Anchor fw={700} renderRoot={(props) => <Link {...link} {...props} />}>
          {title}
        </Anchor>
        <Badge size="xl" flex="none" variant={n ? 'filled' : 'default'} color={WAITS}>
          {failed ? '–' : n === undefined ? '…' : `${number(n)}${isMore ? '+' : ''}`}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed" mt={4}>
        {failed ? t('home.couldNotLoad') : n === 0 ? t('home.allClear') : children}
      </Text>
    </Card>
  );
}
