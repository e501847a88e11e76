import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { NoAnswer, wordsOf } from '../../api/problem.js';
import { sendFile } from '../../api/send-file.js';
import { prepared } from './prepared-file.js';

/** Where files go. */
export interface UploadTarget {
  address: string;
  /** What shows the files, and is asked for again after each of them. */
  queryKey: readonly string[];
  /** Papers are refused. */
  photosOnly?: boolean;
  /** Fields that are sent before a file. */
  fieldsOf?: (file: Blob) => Record<string, string>;
}

/** A file that somebody has chosen and the server does not have yet. */
export interface Upload {
  id: string;
  file: File;
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
  /** Adds files, one after the other. */
  add: (files: readonly File[]) => void;
  again: (upload: Upload) => void;
  dismiss: (upload: Upload) => void;
}

/** Adds photos and papers to a claim or to something else. */
export function useUploads({ address, queryKey, photosOnly = false, fieldsOf }: UploadTarget): Uploads {
  const queries = useQueryClient();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  // One at a time: a phone on a school's network would send twenty photos slower at once.
  const line = useRef<Promise<void>>(Promise.resolve());
  const change = (id: string, changed: Partial<Upload>): void =>
    setUploads((before) => before.map((one) => (one.id === id ? { ...one, ...changed } : one)));
  const remove = (id: string): void => setUploads((before) => before.filter((one) => one.id !== id));

  const send = async ({ id, file }: Upload): Promise<void> => {
    try {
      const ready = await prepared(file, photosOnly).catch((error: Error) => error);
      if (ready instanceof Error) {
        change(id, { refusal: wordsOf(ready), isUseless: true });
        return;
      }
      const body = new FormData();
      // The fields come before the file, so that the server knows what it reads.
      for (const [name, value] of Object.entries(fieldsOf?.(ready.file) ?? {})) body.append(name, value);
      body.append('file', ready.file, ready.name);
      const onProgress = (part: number): void => change(id, { part });
      await sendFile(address, body, { onProgress, key: id });
      remove(id);
      await queries.invalidateQueries({ queryKey });
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
    add: (files) => {
      const added = files.map((file): Upload => ({ id: uuidv7(), file, part: 0 }));
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
