import { Stack } from '@mantine/core';
import type { ComponentProps } from 'react';
import { Part } from '../../common/part.js';

/** A part of the page of a claim that has lines of its own, with the action that belongs to it beside its title. */
export function ClaimSection({ children, ...props }: ComponentProps<typeof Part>) {
  return (
    <Part {...props}>
      <Stack gap="sm">{children}</Stack>
    </Part>
  );
}
