import { Anchor, Group, Text } from '@mantine/core';

/** A list as a file: the same address, in another form. */
export function ListFiles({
  path,
  query = {},
}: {
  path: string;
  query?: Record<string, string | undefined>;
}) {
  return (
    <Group gap="xs">
      <Text size="sm">As a file:</Text>
      {(['csv', 'xlsx', 'pdf'] as const).map((format) => (
        <Anchor key={format} size="sm" href={addressOf(path, { ...query, format })} download py={6}>
          {format.toUpperCase()}
        </Anchor>
      ))}
    </Group>
  );
}

function addressOf(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return `/api/v1${path}?${new URLSearchParams(given)}`;
}
