import { Button, Group, Tabs, Textarea, TextInput, FileButton, Stack } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { CameraView } from './camera-view.js';
import { useTypedScanner } from './use-typed-scanner.js';

interface Props {
  onCode: (code: string) => void;
  /** Many at once, where that makes sense. */
  onList?: (codes: string[]) => void;
  label?: string;
}

/** Every way a code comes in: the camera, a scanner that types, a hand, a list. */
export function CodeReader({ onCode, onList, label = 'Scan or type a code' }: Props) {
  useTypedScanner(onCode);
  if (!onList)
    return (
      <Stack gap="sm">
        <TypedCode onCode={onCode} label={label} />
        <CameraView onCode={onCode} />
      </Stack>
    );
  return (
    <Tabs defaultValue="scan" keepMounted={false}>
      <Tabs.List grow mb="sm">
        <Tabs.Tab value="scan">Scan</Tabs.Tab>
        <Tabs.Tab value="list">Paste a list</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="scan">
        <Stack gap="sm">
          <TypedCode onCode={onCode} label={label} />
          <CameraView onCode={onCode} />
        </Stack>
      </Tabs.Panel>
      <Tabs.Panel value="list">
        <CodeList onList={onList} />
      </Tabs.Panel>
    </Tabs>
  );
}

function TypedCode({ onCode, label }: { onCode: (code: string) => void; label: string }) {
  const field = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const input = field.current;
    if (!input?.value.trim()) return;
    onCode(input.value);
    input.value = '';
  };
  return (
    <form onSubmit={submit}>
      <Group align="end" gap="xs" wrap="nowrap">
        <TextInput
          ref={field}
          label={label}
          flex={1}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="done"
        />
        <Button type="submit" variant="default">
          Add
        </Button>
      </Group>
    </form>
  );
}

function CodeList({ onList }: { onList: (codes: string[]) => void }) {
  const [text, setText] = useState('');
  const codes = codesIn(text);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (codes.length === 0) return;
    onList(codes);
    setText('');
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Textarea
          label="Codes"
          description="One to a line, from a spreadsheet or the memory of a scanner"
          rows={6}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group gap="xs">
          <FileButton
            accept=".txt,.csv,text/plain,text/csv"
            onChange={(file) => void file?.text().then((content) => setText(content))}
          >
            {(props) => (
              <Button variant="default" {...props}>
                From a file
              </Button>
            )}
          </FileButton>
          <Button type="submit" disabled={codes.length === 0}>
            Add {codes.length > 0 ? codes.length : ''} {codes.length === 1 ? 'code' : 'codes'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The first cell of every line; each code once. */
export function codesIn(text: string): string[] {
  const first = text
    .split(/\r\n|\r|\n/)
    .map((line) => (line.split(/[,;\t]/)[0] ?? '').replaceAll('"', '').trim());
  return [...new Set(first.filter(Boolean))];
}
