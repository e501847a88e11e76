import { addressOf } from '../../api/address.js';
import type { Shape } from '../../api/problem.js';
import type { UploadTarget } from '../../common/files/use-uploads.js';

export type ClaimFile = Shape<'ClaimFileView'>;
export type ClaimFileKind = ClaimFile['kind'];

export const FILE_KINDS = ['photo', 'proof_of_purchase', 'other'] as const satisfies readonly ClaimFileKind[];

export function isPicture({ mediaType }: Pick<ClaimFile, 'mediaType'>): boolean {
  return mediaType.startsWith('image/');
}

export function addressOfFile(claimId: string, fileId: string): string {
  return addressOf('/api/v1/claims/{id}/files/{fileId}', { id: claimId, fileId });
}

/** Where the files of a claim go. What a file is, is told from the file itself. */
export function uploadsTo(claimId: string): UploadTarget {
  return {
    address: addressOf('/api/v1/claims/{id}/files', { id: claimId }),
    queryKey: ['claim', claimId],
    fieldsOf: (file) => ({ kind: file.type === 'application/pdf' ? 'other' : 'photo' }),
  };
}
