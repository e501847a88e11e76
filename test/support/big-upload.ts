import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface BigAnswer {
  status: number;
  code: string;
  detail: string;
  /** Bytes that were sent before the answer came. */
  sent: number;
}

const HEAD =
  '--x\r\nContent-Disposition: form-data; name="kind"\r\n\r\ndevices\r\n' +
  '--x\r\nContent-Disposition: form-data; name="file"; filename="big.csv"\r\n\r\n';
const TAIL = '\r\n--x--\r\n';

/**
 * Uploads so many bytes of `piece` again and again, and stops as soon as there is an answer.
 * @param saysLength whether it tells its length beforehand, as browsers do, or comes in chunks without end
 */
export function sendBig(
  url: string,
  token: string,
  piece: Buffer,
  bytes: number,
  saysLength: boolean,
): Promise<BigAnswer> {
  return new Promise((resolve, reject) => {
    let sent = 0;
    let answered = false;
    const upload = request(`${url}/api/v1/imports`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'multipart/form-data; boundary=x',
        ...(saysLength && { 'content-length': HEAD.length + bytes + TAIL.length }),
      },
    });
    upload.on('response', (response) => {
      answered = true;
      let body = '';
      response.on('data', (data: Buffer) => (body += data.toString()));
      response.on('end', () => {
        upload.destroy();
        resolve({
          status: response.statusCode ?? 0,
          ...(JSON.parse(body) as Pick<BigAnswer, 'code' | 'detail'>),
          sent,
        });
      });
    });
    upload.on('error', (error) => {
      if (!answered) reject(error);
    });
    const feed = async (): Promise<void> => {
      upload.write(HEAD);
      while (sent < bytes && !answered && !upload.destroyed) {
        sent += piece.length;
        if (!upload.write(piece))
          await Promise.race([new Promise((go) => upload.once('drain', go)), sleep(500)]);
      }
      if (!answered) upload.end(TAIL);
    };
    feed().catch(reject);
  });
}
