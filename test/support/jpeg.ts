const segment = (marker: number, ...content: number[]): Buffer => {
  const length = content.length + 2;
  return Buffer.from([0xff, marker, length >> 8, length & 255, ...content]);
};

/** One code of one bit, for one value: enough for a picture whose dots are all the same. */
const table = (place: number, value: number): Buffer => segment(0xc4, place, 1, ...Array(15).fill(0), value);

/**
 * A gray JPEG that every decoder reads.
 * @param moreBytes comments, as many as make it as large as what a camera takes
 */
export function jpegOf(width: number, height: number, moreBytes = 0): Buffer {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  const bits = blocks * 2;
  const scan = Buffer.alloc(Math.ceil(bits / 8));
  // The last byte is filled up with ones.
  if (bits % 8 > 0) scan[scan.length - 1] = 0xff >> (bits % 8);
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0xff, 0xff]), Buffer.alloc(0xffff - 2, 'x')]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...Array.from({ length: Math.ceil(moreBytes / comment.length) }, () => comment),
    segment(0xdb, 0, ...Array(64).fill(1)),
    segment(0xc0, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0),
    table(0x00, 0),
    table(0x10, 0),
    segment(0xda, 1, 1, 0x00, 0, 63, 0),
    scan,
    Buffer.from([0xff, 0xd9]),
  ]);
}
