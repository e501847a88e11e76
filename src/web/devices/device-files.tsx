import { Anchor, Group, Text } from '@mantine/core';

/** The selection as a file, in the columns that can be loaded again. */
export function DeviceFiles({ search }: { search: Record<string, string | undefined> }) {
  const given = Object.entries(search).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const query = new URLSearchParams(given).toString();
  return (
    <Group gap="xs">
      <Text size="sm">As a file:</Text>
      {(['csv', 'xlsx', 'pdf'] as const).map((format) => (
        <Anchor key={format} size="sm" py={6} href={`/api/v1/devices/export/${format}?${query}`} download>
          {format.toUpperCase()}
        </Anchor>
      ))}
    </Group>
  );
}
