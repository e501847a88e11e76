import { Button, FileButton, Group, Modal, Stack, Textarea } from '@mantine/core';
import type { FormEvent } from 'react';
import { t } from '../text/text.js';
import { codesIn } from './codes-in.js';

interface Props {
  text: string;
  onText: (text: string) => void;
  onAdd: (codes: string[]) => void;
  onClose: () => void;
}

/** Takes a list of codes, pasted or from a file. */
export function CodeListWindow({ text, onText, onAdd, onClose }: Props) {
  const codes = codesIn(text);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (codes.length > 0) onAdd(codes);
  };
  return (
    <Modal opened onClose={onClose} title={t('scan.pasteList')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Textarea
            label={t('scan.codes')}
            description={t('scan.codesHelp')}
            rows={6}
            value={text}
            onChange={(event) => onText(event.currentTarget.value)}
          />
          <Group gap="xs">
            <FileButton
              accept=".txt,.csv,text/plain,text/csv"
              onChange={(file) => void file?.text().then((content) => onText(content))}
            >
              {(props) => (
                <Button variant="default" {...props}>
                  {t('scan.fromFile')}
                </Button>
              )}
            </FileButton>
            <Button type="submit" disabled={codes.length === 0}>
              {t('scan.addCodes', { count: codes.length })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
