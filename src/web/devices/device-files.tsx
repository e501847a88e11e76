import { Anchor, Group, Text } from '@mantine/core';
import { addressOf } from '../api/address.js';

/** The selection as a file, in the columns that can be loaded again. */
export function DeviceFiles({ search }: { search: Record<string, string | undefined> }) {
  return (
    <Group gap="xs">
      <Text size="sm">As a file:</Text>
      {(['csv', 'xlsx', 'pdf'] as const).map((format) => (
        <Anchor
          key={format}
          size="sm"
          py={6}
          href={addressOf('/api/v1/devices/export/{format}', { format }, search)}
          download
        >
          {format.toUpperCase()}
        </Anchor>
      ))}
    </Group>
  );
}
