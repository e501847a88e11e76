import { addressOf } from '../../api/address.js';
import { sendFile } from '../../api/send-file.js';
import { prepared } from '../../common/files/prepared-file.js';
import type { Obligation } from './lot-words.js';

/** Stores the paper of what was owed. @throws Error that says why the file cannot be stored */
export async function sendPaper(lotId: string, kind: Obligation['kind'], chosen: File): Promise<void> {
  const { file, name } = await prepared(chosen);
  const body = new FormData();
  body.append('file', file, name);
  await sendFile(addressOf('/api/v1/lots/{id}/obligations/{kind}/file', { id: lotId, kind }), body);
}
