import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** Where this is all that the page says. */
  isPage?: boolean;
  children?: ReactNode;
}

/** Nothing is here, and what to do next. */
export function Empty({ title, isPage = false, children }: Props) {
  return (
    <Paper withBorder p="xl" ta="center">
      {isPage ? (
        <Title order={1} size="h3">
          {title}
        </Title>
      ) : (
        <Text fw={700}>{title}</Text>
      )}
      {children && (
        <Text component="div" c="dimmed" mt="xs">
          {children}
        </Text>
      )}
    </Paper>
  );
}
