import { v7 as uuidv7 } from 'uuid';
import { NoAnswer, problemOf } from './problem.js';

interface Options {
  /** Hears which part of the file is on the server, from 0 to 1. */
  onProgress?: (part: number) => void;
  /** Sent again with the same key after a lost answer, a file is not added twice. */
  key?: string;
}

/** Sends a file to an address of our API. @throws Problem, or NoAnswer if there is no connection */
export async function sendFile<T>(
  address: string,
  body: FormData,
  { onProgress, key = uuidv7() }: Options = {},
): Promise<T> {
  const { status, text } = await post(address, body, key, onProgress);
  const said = jsonOf(text);
  if (status < 200 || status > 299) throw problemOf({ status }, said);
  return said as T;
}

/** Not `fetch`, which does not tell how much of a file it has sent. */
function post(
  address: string,
  body: FormData,
  key: string,
  onProgress: Options['onProgress'],
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress?.(total ? loaded / total : 0),
    );
    request.addEventListener('load', () => resolve({ status: request.status, text: request.responseText }));
    for (const failure of ['error', 'abort', 'timeout'])
      request.addEventListener(failure, () => reject(new NoAnswer()));
    request.open('POST', address);
    request.setRequestHeader('idempotency-key', key);
    request.send(body);
  });
}

/** What an answer says; null where a server in between has answered with something else than JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
