import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { addressOf } from '../../api/address.js';
import { NoAnswer, wordsOf } from '../../api/problem.js';
import { sendFile } from '../../api/send-file.js';
import type { ClaimFileKind } from './claim-file.js';
import { prepared } from './prepared-file.js';

/** A file that somebody has chosen and the server does not have yet. */
export interface Upload {
  id: string;
  file: File;
  kind: ClaimFileKind | undefined;
  /** Which part of it is sent, from 0 to 1. */
  part: number;
  /** Why it was not added. */
  refusal?: string;
  /** Nothing that is sent again can help: the file itself is wrong. */
  isUseless?: boolean;
}

interface Uploads {
  /** Those that are waiting, on their way, or refused. */
  uploads: readonly Upload[];
  isSending: boolean;
  /** Adds files, one after the other. @param kind by default, told from the file itself */
  add: (files: readonly File[], kind?: ClaimFileKind) => void;
  again: (upload: Upload) => void;
  dismiss: (upload: Upload) => void;
}

/** Adds photos and papers to a claim. */
export function useUploads(claimId: string): Uploads {
  const queries = useQueryClient();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  // One at a time: a phone on a school's network would send twenty photos slower at once.
  const line = useRef<Promise<void>>(Promise.resolve());
  const change = (id: string, changed: Partial<Upload>): void =>
    setUploads((before) => before.map((one) => (one.id === id ? { ...one, ...changed } : one)));
  const remove = (id: string): void => setUploads((before) => before.filter((one) => one.id !== id));

  const send = async ({ id, file, kind }: Upload): Promise<void> => {
    try {
      const ready = await prepared(file).catch((error: Error) => error);
      if (ready instanceof Error) {
        change(id, { refusal: wordsOf(ready), isUseless: true });
        return;
      }
      const body = new FormData();
      // The fields come before the file, so that the server knows what it reads.
      body.append('kind', kind ?? (ready.file.type === 'application/pdf' ? 'other' : 'photo'));
      body.append('file', ready.file, ready.name);
      const onProgress = (part: number): void => change(id, { part });
      await sendFile(addressOf('/api/v1/claims/{id}/files', { id: claimId }), body, { onProgress, key: id });
      remove(id);
      await queries.invalidateQueries({ queryKey: ['claim', claimId] });
    } catch (error) {
      // What was refused gets a new answer the next time. What may have arrived must not be added twice.
      change(id, {
        part: 0,
        refusal: wordsOf(error),
        ...(error instanceof NoAnswer ? {} : { id: uuidv7() }),
      });
    }
  };
  const enqueue = (added: readonly Upload[]): void => {
    for (const one of added) line.current = line.current.then(() => send(one));
  };
  return {
    uploads,
    isSending: uploads.some(({ refusal }) => refusal === undefined),
    add: (files, kind) => {
      const added = files.map((file): Upload => ({ id: uuidv7(), file, kind, part: 0 }));
      setUploads((before) => [...before, ...added]);
      enqueue(added);
    },
    again: (one) => {
      change(one.id, { refusal: undefined });
      enqueue([one]);
    },
    dismiss: ({ id }) => remove(id),
  };
}
