import { Outbox } from '../../src/outbox/outbox.service.js';
import type { BatchMade } from '../../src/warranty/batches/batches.service.js';
import type { VendorDeliveryView } from '../../src/warranty/delivery/vendor-deliveries.service.js';
import { type TestApp, testApp } from './app.js';
import { type ClaimDesk, claimDesk } from './claim-files.js';
import type { Problem } from './devices.js';
import { VendorServer } from './posted-files.js';
import { SftpPeer } from './sftp-peer.js';
import { SmtpPeer } from './smtp-peer.js';

export const SECRET = 'a secret of sixteen and more';

/** Rollcall, and the servers of vendors that it delivers files to: all of them real, on 127.0.0.1. */
export class DeliveryDesk {
  /** A district of its own for each test, with the vendor Acme. */
  here!: ClaimDesk;
  vendor!: { id: string; key: string };

  private constructor(
    readonly app: TestApp,
    readonly https: VendorServer,
    readonly sftp: SftpPeer & { hostKey: string },
    readonly smtp: SmtpPeer,
  ) {}

  static async open(): Promise<DeliveryDesk> {
    const [https, sftp, smtp] = [await VendorServer.start(), await SftpPeer.start(), await SmtpPeer.start()];
    // Works on letters only when told to.
    const app = await testApp({ ROLE: 'api', SMTP_URL: smtp.url, DELIVER_TO_PRIVATE_ADDRESSES: 'yes' });
    return new DeliveryDesk(app, https, sftp, smtp);
  }

  async begin(): Promise<void> {
    this.https.reset();
    this.sftp.reset();
    this.smtp.letters.length = 0;
    this.smtp.beforeAnswer = () => undefined;
    this.here = await claimDesk(this.app);
    this.vendor = await this.here.vendor('Acme');
  }

  async close(): Promise<void> {
    await this.app.close();
    await Promise.all([this.https.stop(), this.sftp.stop(), this.smtp.stop()]);
  }

  async deliver(delivery: object, more: object = {}, status = 200): Promise<VendorDeliveryView & Problem> {
    const path = `/vendors/${this.vendor.id}/delivery`;
    const answer = await this.here.admin.put(path).send({ delivery, ...more });
    if (answer.status !== status) throw new Error(JSON.stringify(answer.body));
    return answer.body as VendorDeliveryView & Problem;
  }

  byHttps(more: object = {}): object {
    const { url, authority } = this.https;
    return { by: 'https', url, certificate: authority, secret: SECRET, ...more };
  }

  bySftp(more: object = {}): object {
    const { port, hostKey } = this.sftp;
    return {
      by: 'sftp',
      host: '127.0.0.1',
      port,
      username: 'rollcall',
      hostKey,
      password: 'secret',
      ...more,
    };
  }

  async batch(): Promise<BatchMade> {
    await this.here.ready('acme', [{ device: { serialNumber: `S-${Math.random()}` } }]);
    return this.here.send({ vendor: 'acme' });
  }

  /** Sends what is due, as the loops of a worker do. */
  async send(): Promise<void> {
    for (const channel of ['https', 'sftp', 'email']) await this.app.get(Outbox).sendDue(channel);
  }

  /** The times of a letter lie in minutes: brings them all that much nearer. */
  async pass(minutes: number): Promise<void> {
    await this.app.source.query(
      `UPDATE outbox SET next_attempt_at = next_attempt_at - make_interval(mins => $2),
              lease_until = lease_until - make_interval(mins => $2) WHERE district_id = $1`,
      [this.here.district.id, minutes],
    );
  }

  /** State, and outcomes of the attempts of the latest letter. */
  async outcome(id: string): Promise<string[]> {
    const last = (await this.here.deliveries(id)).at(-1);
    return [last?.state ?? '', ...(last?.attempts.map((attempt) => attempt.outcome) ?? [])];
  }

  /** What the other side said last. */
  async answerOf(id: string): Promise<string> {
    return (await this.here.deliveries(id)).at(-1)?.attempts.at(-1)?.answer ?? '';
  }
}
