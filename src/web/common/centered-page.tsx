import { Container } from '@mantine/core';
import type { ReactNode } from 'react';

/** One thing in the middle of the page, for whoever is not signed in. */
export function CenteredPage({ children }: { children: ReactNode }) {
  return (
    <Container size={460} py={{ base: 'md', sm: 80 }} px="md">
      {children}
    </Container>
  );
}
