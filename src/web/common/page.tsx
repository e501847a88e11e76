import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTitle } from './use-title.js';

interface Props {
  /** The heading, and the title of the browser's tab. */
  title: string;
  /** A line below the heading: what this page shows, or what it is of. */
  about?: ReactNode;
  /** The things to do here, at the right of the heading; below it on a phone. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A page in the frame: its title in the tab, one heading, its actions always in the same place. */
export function Page({ title, about, actions, children }: Props) {
  useTitle(title);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="start" gap="sm" className="page-head">
        <div>
          <Title order={1} size="h2">
            {title}
          </Title>
          {about !== undefined && (
            <Text component="div" c="dimmed">
              {about}
            </Text>
          )}
        </div>
        {actions !== undefined && (
          <Group gap="xs" className="page-actions">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Stack>
  );
}
