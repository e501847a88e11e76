import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { isNativeError } from 'node:util/types';
import { countParts } from './part-count.js';
import { InvalidInput, Refusal } from '../refusal.js';
import { badText, isWhole } from '../storable.js';

/** RFC 2046, section 5.1.1. */
const LONGEST_BOUNDARY = 70;
const LONGEST_FIELD_NAME = 100;
const LONGEST_FILE_NAME = 255;

/** The one file of an upload and the fields that came before it. */
export interface Upload<T> {
  fields: ReadonlyMap<string, string>;
  file: T;
}

/**
 * Reads a multipart body: fields first, then one file, and nothing after it.
 * @param take reads the file to its end; it must not do any other work, because the upload may still turn out broken
 * @param undo releases what `take` returned when the rest of the upload is refused
 * @throws InvalidInput for a body that is broken, incomplete or in another order
 */
export async function receiveUpload<T>(
  request: FastifyRequest,
  take: (file: Readable, fileName: string, fields: ReadonlyMap<string, string>) => Promise<T>,
  undo: (taken: T) => Promise<void> = async () => undefined,
): Promise<Upload<T>> {
  if (!request.isMultipart())
    throw new InvalidInput('Send the file as multipart/form-data.', [], 'NOT_MULTIPART');
  const sent = countParts(request.raw, boundaryOf(request.headers['content-type'] ?? ''));
  const fields = new Map<string, string>();
  let read = 0;
  const parts = request.parts();
  try {
    for await (const part of parts) {
      read += 1;
      assertName(part);
      if (part.type === 'field') {
        addField(fields, part.fieldname, part.value, part.valueTruncated ?? false);
        continue;
      }
      const file = await take(part.file, nameOf(part), fields);
      try {
        await assertLast(parts);
        assertAllRead(sent(), read);
      } catch (error) {
        await undo(file);
        throw error;
      }
      return { fields, file };
    }
    assertAllRead(sent(), read);
  } catch (error) {
    throw refusalOf(error);
  }
  throw new InvalidInput(
    'The upload has no file.',
    [{ field: 'file', code: 'REQUIRED', detail: 'Send one file, after the fields.' }],
    'NO_FILE',
  );
}

function boundaryOf(contentType: string): string {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]*)"|([^;\s]*))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain ?? '';
  if (boundary.length < 1 || boundary.length > LONGEST_BOUNDARY)
    throw broken(`the Content-Type header must name a boundary of 1 to ${LONGEST_BOUNDARY} characters`);
  return boundary;
}

function assertAllRead(sent: number, read: number): void {
  if (sent !== read) throw broken('one of its parts has no usable Content-Disposition header');
}

function assertName({ fieldname }: { fieldname: string | undefined }): void {
  if (!fieldname) throw broken('one of its parts has no name');
  if (!isWhole(fieldname)) throw badText('The name of a field');
  if (fieldname.length > LONGEST_FIELD_NAME)
    throw broken(`the name of a field is longer than ${LONGEST_FIELD_NAME} characters`);
}

function addField(fields: Map<string, string>, name: string, value: unknown, isCut: boolean): void {
  if (fields.has(name))
    throw new InvalidInput(
      `The field ${name} was sent twice.`,
      [{ field: name, code: 'SENT_TWICE', detail: 'Send this field once.' }],
      'FIELD_SENT_TWICE',
    );
  if (isCut)
    throw new InvalidInput(`The field ${name} is too long.`, [
      { field: name, code: 'MAX_LENGTH', detail: 'A field can hold up to 256 KiB.' },
    ]);
  // A part that says it is JSON arrives as what its JSON says.
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (!isWhole(text)) throw badText(`The field ${name}`, name);
  fields.set(name, text);
}

function nameOf({ filename }: MultipartFile): string {
  const name = filename || 'upload';
  if (!isWhole(name)) throw badText('The name of the file', 'file');
  if (name.length > LONGEST_FILE_NAME)
    throw new InvalidInput(`The name of the file is longer than ${LONGEST_FILE_NAME} characters.`, [
      { field: 'file', code: 'MAX_LENGTH', detail: 'Give the file a shorter name.' },
    ]);
  return name;
}

/** A field after the file would come too late to be obeyed, and must not be ignored. */
async function assertLast(parts: AsyncIterator<Multipart>): Promise<void> {
  const next = await parts.next();
  if (next.done) return;
  const { fieldname } = next.value;
  throw new InvalidInput(
    'Send the fields before the file, and the file last.',
    [{ field: fieldname ?? 'file', code: 'AFTER_FILE', detail: 'Send it before the file.' }],
    'FIELD_AFTER_FILE',
  );
}

/** What the caller is told when a part could not be read. Errors of this machine, such as a full disk, stay as they are. */
function refusalOf(error: unknown): unknown {
  if (error instanceof Refusal || !isError(error) || 'syscall' in error) return error;
  const code = 'code' in error ? error.code : undefined;
  if (code === 'FST_FILES_LIMIT')
    return new InvalidInput('Send one file at a time.', [], 'MORE_THAN_ONE_FILE');
  if (code === 'FST_PARTS_LIMIT' || code === 'FST_FIELDS_LIMIT')
    return new InvalidInput('The upload has too many fields; 20 are allowed.', [], 'TOO_MANY_FIELDS');
  if (code === 'FST_INVALID_JSON_FIELD_ERROR') return broken('a field says that it is JSON and is not');
  if (code === 'FST_PROTO_VIOLATION') return broken('the name of a field is reserved');
  const isParsing =
    (code === undefined && error.name === 'Error') ||
    code === 'FST_MP_PREMATURE_CLOSE' ||
    code === 'ERR_STREAM_PREMATURE_CLOSE';
  return isParsing ? broken('it ends too early, or its parts are not well formed') : error;
}

/** Errors of a stream belong to Node's own realm, and those of a library need not be native. */
function isError(error: unknown): error is Error {
  return error instanceof Error || isNativeError(error);
}

function broken(why: string): InvalidInput {
  return new InvalidInput(
    `The upload is not valid multipart/form-data: ${why}. Send it again.`,
    [],
    'BAD_MULTIPART',
  );
}
