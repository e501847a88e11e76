import sharp from 'sharp';

/** Dots of the largest photo that is read: more than a phone takes, and a crafted file stays cheap. */
const MOST_DOTS = 100_000_000;
const MOST_SECONDS = 10;
/** Dots of a printed photo: 300 to the inch at the size at which the packet shows it. */
const PRINTED = { width: 968, height: 726 } as const;

/**
 * A photo as a packet prints it: a JPEG, upright, on white, no larger than the paper shows, and without what the camera
 * noted. It is made outside of the thread that answers requests.
 * @returns null for what is damaged or too large
 */
export async function printable(bytes: Buffer): Promise<Buffer | null> {
  try {
    return await sharp(bytes, { limitInputPixels: MOST_DOTS })
      .timeout({ seconds: MOST_SECONDS })
      .autoOrient()
      .resize({ ...PRINTED, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .jpeg({ quality: 85 })
      .toBuffer();
  } catch {
    return null;
  }
}
