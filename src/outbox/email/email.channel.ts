import { Injectable, type OnModuleInit } from '@nestjs/common';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { Settings } from '../../config/settings.js';
import type { Channel, Letter, LetterContents, Sending } from '../letter.js';
import { Outbox } from '../outbox.service.js';
import { sendBySmtp } from './smtp.js';

/** E-mail through the mail server of the settings. An address is a mailbox. */
@Injectable()
export class EmailChannel implements Channel, OnModuleInit {
  readonly name = 'email';
  readonly atOnce = 1;

  constructor(
    private readonly settings: Settings,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.outbox.registerChannel(this);
  }

  unavailable(): string | undefined {
    if (this.settings.SMTP_URL !== undefined) return undefined;
    return 'This email waits, because no mail server is set (SMTP_URL).';
  }

  async send(letter: Letter, contents: LetterContents, begin: () => Promise<void>): Promise<Sending> {
    const from = this.from();
    const raw = await compose(letter, from, contents);
    return sendBySmtp(this.settings.SMTP_URL ?? '', { from, to: letter.address }, raw, begin);
  }

  private from(): string {
    if (this.settings.SMTP_FROM !== undefined) return this.settings.SMTP_FROM;
    const host = this.settings.PUBLIC_URL ? new URL(this.settings.PUBLIC_URL).hostname : 'localhost';
    return `rollcall@${host}`;
  }
}

function compose({ id, address, round }: Letter, from: string, contents: LetterContents): Promise<Buffer> {
  const composer = new MailComposer({
    subject: contents.subject,
    text: contents.text,
    attachments: contents.attachments.map((file) => ({
      filename: file.fileName,
      contentType: file.mediaType,
      content: file.open(),
    })),
    from,
    to: address,
    // The same each time, so that a server or a mailbox that knows it can drop a second copy.
    messageId: `<${id}.${round}@rollcall>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
  return composer.compile().build();
}
