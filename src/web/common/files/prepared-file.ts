import { smaller } from '../../journal/photos.js';
import { t } from '../../text/text.js';

/** The most that the API takes. */
const MOST_BYTES = 10 * 1024 * 1024;
/** A scratch on a lid can still be seen; a tenth of what a camera makes. */
const LONGEST_SIDE = 2560;
/** Pictures that are no photos, such as a screenshot, stay as they are up to this size. */
const SMALL_BYTES = 2 * 1024 * 1024;
const KEPT_TYPES: readonly string[] = ['image/png', 'image/webp'];

/** What the API takes. A phone turns its own format into one of these when it is asked for them. */
export const ACCEPTED_PHOTOS = 'image/jpeg,image/png,image/webp';
export const ACCEPTED = `${ACCEPTED_PHOTOS},application/pdf`;

/** A file as it is sent. */
export interface PreparedFile {
  file: Blob;
  name: string;
}

/**
 * A chosen file as it is sent. A photo becomes smaller, and loses what the camera noted beside it: where and when it
 * was taken.
 * @param photosOnly papers are refused, and every picture becomes a JPEG, which a PDF can show
 * @throws Error that says why the file cannot be added, and what to do
 */
export async function prepared(file: File, photosOnly = false): Promise<PreparedFile> {
  const { name } = file;
  if (file.size === 0) throw new Error(t('files.empty'));
  if (file.type.startsWith('image/')) return preparedPicture(file, photosOnly ? [] : KEPT_TYPES);
  if (photosOnly) throw new Error(t('files.wrongPhotoType'));
  if (file.type !== 'application/pdf') throw new Error(t('files.wrongType'));
  return { file: small(file), name };
}

async function preparedPicture(file: File, keptTypes: readonly string[]): Promise<PreparedFile> {
  const picture = await smaller(file, LONGEST_SIDE).catch(() => undefined);
  if (!picture) throw new Error(t('files.unreadable'));
  if (keptTypes.includes(file.type) && file.size <= SMALL_BYTES) return { file, name: file.name };
  return { file: small(picture), name: file.name.replace(/(?:\.\w+)?$/, '.jpg') };
}

function small(file: Blob): Blob {
  if (file.size <= MOST_BYTES) return file;
  throw new Error(t('files.tooLarge', { size: Math.ceil(file.size / 1024 / 1024) }));
}
