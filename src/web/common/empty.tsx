import { Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Nothing is here, and what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Paper withBorder p="xl" ta="center">
      <Text fw={700}>{title}</Text>
      {children && (
        <Text component="div" c="dimmed" mt="xs">
          {children}
        </Text>
      )}
    </Paper>
  );
}
