import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { localFile, type SizeLimit, type SpooledFile, spoolFile } from '../../files/spooled-file.js';
import { MAX_UPLOAD_BYTES } from '../reading/limits.js';
import { UploadTooLarge } from '../reading/reading.errors.js';

const LIMIT: SizeLimit = { mostBytes: MAX_UPLOAD_BYTES, refuse: (bytes) => new UploadTooLarge(bytes) };

/** Receives an upload on this machine. @throws UploadTooLarge */
export function spoolUpload(fileName: string, upload: Readable): Promise<SpooledFile> {
  return spoolFile(fileName, upload, LIMIT);
}

/** A file of this machine as an upload: the command line's. @throws UploadTooLarge */
export function localUpload(path: string): Promise<SpooledFile> {
  return localFile(basename(path), path, LIMIT);
}
