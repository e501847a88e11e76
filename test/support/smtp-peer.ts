import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { callbackify } from 'node:util';
import { SMTPServer } from 'smtp-server';

export interface Letter {
  to: string[];
  from: string;
  raw: string;
}

/** A real mail server on 127.0.0.1 that keeps what it is given. */
export class SmtpPeer {
  readonly letters: Letter[] = [];
  /** Asked before a letter is acknowledged; throws what the server then says. */
  beforeAnswer: (letter: Letter) => Promise<void> | void = () => undefined;

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<SmtpPeer> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        callbackify(() => peer.take(stream, session.envelope))((error) => done(error));
      },
    });
    const peer = new SmtpPeer(server);
    // A client that was killed breaks its connection; that is what some tests are about.
    server.on('error', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return peer;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
    });
  }

  private async take(
    stream: NodeJS.ReadableStream,
    envelope: { mailFrom: false | { address: string }; rcptTo: { address: string }[] },
  ): Promise<void> {
    const raw = (await buffer(stream)).toString();
    const letter = {
      raw,
      from: envelope.mailFrom ? envelope.mailFrom.address : '',
      to: envelope.rcptTo.map(({ address }) => address),
    };
    this.letters.push(letter);
    await this.beforeAnswer(letter);
  }
}
