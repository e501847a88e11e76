import { Button, Group, Stack, TextInput } from '@mantine/core';
import { IconCamera, IconClipboardList } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { lazyWindow } from '../common/lazy-window.js';
import { t } from '../text/text.js';
import { useTypedScanner } from './use-typed-scanner.js';

const RunningCamera = lazyWindow(async () => (await import('./running-camera.js')).RunningCamera);
const CodeListWindow = lazyWindow(async () => (await import('./code-list-window.js')).CodeListWindow);

interface Props {
  onCode: (code: string) => void;
  /** Many at once, where that makes sense. */
  onList?: (codes: string[]) => void;
  label?: string;
}

/** Every way a code comes in: the camera, a scanner that types, a hand, a list. */
export function CodeReader({ onCode, onList, label = t('scan.code') }: Props) {
  useTypedScanner(onCode);
  return (
    <Stack gap="xs">
      <div className="reader-ways">
        <CameraView onCode={onCode} />
        {onList && <CodeList onList={onList} />}
      </div>
      <TypedCode onCode={onCode} label={label} />
    </Stack>
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
          aria-label={label}
          placeholder={label}
          flex={1}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="done"
        />
        <Button type="submit" variant="default" px="md">
          {t('scan.add')}
        </Button>
      </Group>
    </form>
  );
}

/** A list that somebody has already: of a spreadsheet, or of the memory of a scanner. */
function CodeList({ onList }: { onList: (codes: string[]) => void }) {
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  const close = (): void => setIsOpen(false);
  const add = (codes: string[]): void => {
    close();
    setText('');
    onList(codes);
  };
  return (
    <>
      <Button
        variant="default"
        px={6}
        leftSection={<IconClipboardList size={20} aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        {t('scan.pasteList')}
      </Button>
      {isOpen && <CodeListWindow text={text} onText={setText} onAdd={add} onClose={close} onGiveUp={close} />}
    </>
  );
}

/** The camera, on demand. It is in this file because the scan page loads each further file over the school's network. */
export function CameraView({ onCode }: { onCode: (code: string) => void }) {
  const [isOn, setIsOn] = useState(false);
  const stop = (): void => setIsOn(false);
  return isOn ? (
    <RunningCamera onCode={onCode} onStop={stop} onGiveUp={stop} />
  ) : (
    <Button leftSection={<IconCamera size={20} aria-hidden />} onClick={() => setIsOn(true)} px={6}>
      {t('scan.startCamera')}
    </Button>
  );
}
