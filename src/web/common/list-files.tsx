import { Anchor, Group, Text } from '@mantine/core';
import { addressOf, type PathNames, type ReadablePath } from '../api/address.js';

/** A list as a file: the same address, in another form. */
export function ListFiles<P extends ReadablePath>({
  path,
  names,
  query = {},
}: {
  path: P;
  names: PathNames<P>;
  query?: Record<string, string | undefined>;
}) {
  return (
    <Group gap="xs">
      <Text size="sm">As a file:</Text>
      {(['csv', 'xlsx', 'pdf'] as const).map((format) => (
        <Anchor key={format} size="sm" href={addressOf(path, names, { ...query, format })} download py={6}>
          {format.toUpperCase()}
        </Anchor>
      ))}
    </Group>
  );
}
