import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dateIn } from '../../common/time/clock.js';
import { Settings } from '../../config/settings.js';
import { Transactions } from '../../database/transactions.js';
import type { LetterContents } from '../../outbox/letter.js';
import { Outbox } from '../../outbox/outbox.service.js';
import { makeLink, pageOfLink } from './invitation-links.js';

/** What letters about invitations are about. */
export const INVITATION_LETTER = 'vendor_invitation';

interface Invited {
  name: string;
  vendor: string;
  district: string;
  timeZone: string;
  expiresAt: Date;
  isOpen: boolean;
}

/** What the letter to an invited person says. Its link is made while the letter is sent. */
@Injectable()
export class InvitationLetters implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.outbox.registerSubject(INVITATION_LETTER, {
      // A second letter has a link of its own, and only one of the two can be used.
      guarantee: 'at_least_once',
      patienceHours: 48,
      contents: (districtId, invitationId) => this.contents(districtId, invitationId),
    });
  }

  private contents(districtId: string, invitationId: string): Promise<LetterContents> {
    return this.transactions.run(async (tx) => {
      const [invited] = await tx.query<Invited[]>(
        `SELECT i.name, v.name AS vendor, d.name AS district, d.time_zone AS "timeZone", i.expires_at AS "expiresAt",
                i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > $3 AS "isOpen"
           FROM vendor_invitations i
           JOIN vendors v ON v.district_id = $1 AND v.id = i.vendor_id
           JOIN districts d ON d.id = $1
          WHERE i.district_id = $1 AND i.id = $2`,
        [districtId, invitationId, tx.at],
      );
      if (!invited) throw new Error('a letter about an invitation that is not there');
      const { vendor, district, isOpen } = invited;
      const page = isOpen ? pageOfLink(this.settings, await makeLink(tx, districtId, invitationId)) : null;
      const lines = page === null ? overLines(invited) : openLines(invited, page);
      return {
        subject: `${district}: warranty claims of ${vendor} in Rollcall`,
        text: [`Hello ${invited.name},`, '', ...lines].join('\n'),
        attachments: [],
      };
    });
  }
}

function openLines({ vendor, district, timeZone, expiresAt }: Invited, page: string): string[] {
  const isWhole = page.startsWith('http');
  return [
    `${district} keeps its warranty claims in Rollcall. It invites you to see and answer the claims that it sends to ${vendor}.`,
    '',
    isWhole
      ? 'Open this page and choose a password:'
      : `Ask ${district} for the web address of Rollcall, add this to it, and choose a password:`,
    page,
    '',
    `The link works once, until ${dateIn(timeZone, expiresAt)}. It is for you alone, so do not forward it.`,
  ];
}

function overLines({ vendor, district }: Invited): string[] {
  return [
    `Your invitation to the warranty claims of ${vendor} is no longer open. If you still need it, ask ${district} for a new one.`,
  ];
}
