import { Badge, Button, Group, Paper, Stack, Table, Text, Textarea, TextInput, Title } from '@mantine/core';
import { type FormEvent, useCallback, useRef, useState } from 'react';
import { CodeReader, codesIn } from '../scan/code-reader.js';
import { SiteField } from '../scan/place-fields.js';
import { ResultBanner } from '../scan/result-banner.js';
import { RunningList } from '../scan/running-list.js';
import { useScanning } from '../scan/use-scanning.js';

/** One line of the hand-out: a person, and what they were given. */
interface Line {
  person: string;
  device?: string;
}

/**
 * Hands out by scanning person and device in turn, or down a class list. A person is their number in the district's
 * files, as it is on their card, or their address.
 */
export function HandOutPage() {
  const [lines, setLines] = useState<Line[]>([]);
  const [site, setSite] = useState<string>();
  const [dueOn, setDueOn] = useState('');
  // The next reading may come before React has drawn the last one.
  const latest = useRef(lines);
  const update = (next: Line[]): void => {
    latest.current = next;
    setLines(next);
  };
  const current = lines.find(({ device }) => device === undefined);
  const person = useRef('');
  const said = useCallback(
    () => ({
      action: 'deploy',
      person: person.current,
      ...(site ? { site } : {}),
      ...(dueOn ? { dueOn } : {}),
    }),
    [site, dueOn],
  );
  const { shown, record } = useScanning(said);
  const onCode = (code: string): void => {
    const at = latest.current.findIndex(({ device }) => device === undefined);
    const line = latest.current[at];
    if (!line) return update([...latest.current, { person: code.trim() }]);
    // The card once more: nobody is handed themselves.
    if (line.person === code.trim()) return;
    person.current = line.person;
    update(latest.current.with(at, { ...line, device: code.trim() }));
    void record(code);
  };
  const skip = (): void => update(latest.current.filter((line) => line !== current));
  return (
    <Stack>
      <Title order={1} size="h2">
        Hand out
      </Title>
      <Group align="end">
        <SiteField value={site} onChange={setSite} label="At" />
        <TextInput
          label="Due back on"
          type="date"
          value={dueOn}
          onChange={(event) => setDueOn(event.currentTarget.value)}
        />
      </Group>
      <Paper withBorder p="md" role="status" aria-live="polite">
        <Text size="xl" fw={700}>
          {current
            ? `Now the device for ${current.person}`
            : 'Now the person: scan their card, or type their number'}
        </Text>
        {current && (
          <Button variant="default" mt="xs" onClick={skip}>
            Not this person
          </Button>
        )}
      </Paper>
      <ResultBanner shown={shown} />
      <CodeReader onCode={onCode} label={current ? 'The device’s code' : 'The person’s number'} />
      <ClassList
        onPeople={(people) => update([...latest.current, ...people.map((one) => ({ person: one }))])}
      />
      {lines.length > 0 && <LineTable lines={lines} current={current} />}
      <Title order={2} size="h4">
        Scanned on this device
      </Title>
      <RunningList />
    </Stack>
  );
}

function ClassList({ onPeople }: { onPeople: (people: string[]) => void }) {
  const [text, setText] = useState('');
  const people = codesIn(text);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (people.length === 0) return;
    onPeople(people);
    setText('');
  };
  return (
    <form onSubmit={submit}>
      <Textarea
        label="A class list"
        description="Numbers or addresses, one to a line: then scan only devices, in that order"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        rows={3}
      />
      <Button type="submit" variant="default" mt="xs" disabled={people.length === 0}>
        Take the list
      </Button>
    </form>
  );
}

function LineTable({ lines, current }: { lines: Line[]; current: Line | undefined }) {
  return (
    <div className="wide" tabIndex={0} role="region" aria-label="The list">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Person</Table.Th>
            <Table.Th>Device</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line, i) => (
            <Table.Tr key={`${i} ${line.person}`}>
              <Table.Td>{line.person}</Table.Td>
              <Table.Td>
                {line.device ?? (
                  <Badge variant={line === current ? 'filled' : 'default'}>
                    {line === current ? 'now' : 'waits'}
                  </Badge>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
