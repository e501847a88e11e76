import { Anchor, Group, Paper, Title } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';

/** One subject on a home page: its title, what there is, and the way to all of it. */
export function Panel({
  title,
  all,
  actions,
  children,
}: {
  title: string;
  /** Where all of it is, and what the link says. */
  all?: { link: LinkProps; text: string };
  /** What can be done with it, such as a download. */
  actions?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Group justify="space-between" mb="xs" gap="xs">
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {all && <Anchor renderRoot={(props) => <Link {...all.link} {...props} />}>{all.text}</Anchor>}
        {actions}
      </Group>
      {children}
    </Paper>
  );
}
