import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { eachDistrict } from '../database/each-district.js';
import type { Channel, Letter, LetterContents, Sending } from './letter.js';
import { OutboxQueue, type SubjectKinds } from './outbox-queue.js';

/** Letters that a district sends before the next district has its turn. */
const IN_A_TURN = 20;

interface Made {
  subjectId: string;
  contents: Promise<LetterContents>;
}

/** Sends what is due, letter by letter, district by district. */
@Injectable()
export class OutboxSender {
  private readonly logger = new Logger('Outbox');

  constructor(
    private readonly source: DataSource,
    private readonly queue: OutboxQueue,
  ) {}

  /**
   * Sends whatever is due by one channel. Any number of processes may do so at once.
   * @throws what failed in a district, once all districts have sent theirs
   */
  async round(channel: Channel, kinds: SubjectKinds, isStopping: () => boolean): Promise<void> {
    let isMore = true;
    let failure: unknown;
    const turn = async (districtId: string): Promise<void> => {
      await this.queue.release(districtId, channel.name, kinds);
      const sent = await this.sendSome(districtId, channel, kinds, isStopping);
      isMore ||= sent === IN_A_TURN;
    };
    while (isMore && !isStopping()) {
      isMore = false;
      // Looked for again after each turn: a district with thousands of letters must not hold up what is due meanwhile.
      try {
        await eachDistrict(this.source, turn, this.queue.due(channel.name, kinds));
      } catch (error) {
        // Other districts may have more letters.
        failure = error;
      }
    }
    if (failure !== undefined) throw failure;
  }

  private async sendSome(
    districtId: string,
    channel: Channel,
    kinds: SubjectKinds,
    isStopping: () => boolean,
  ): Promise<number> {
    // Another process may have what the channel needs, such as the address of a mail server.
    if (channel.unavailable() !== undefined) return 0;
    let made: Made | undefined;
    for (let sent = 0; sent < IN_A_TURN; sent++) {
      const letter = isStopping() ? undefined : await this.queue.take(districtId, channel.name, kinds);
      const kind = letter && kinds.get(letter.subjectKind);
      if (!kind) return sent;
      // Everybody on a list gets a letter, one after another: what it says is made once for all of them.
      if (made?.subjectId !== letter.subjectId)
        made = { subjectId: letter.subjectId, contents: kind.contents(districtId, letter.subjectId) };
      // Each letter that needs them says what went wrong.
      made.contents.catch(() => undefined);
      await this.queue.end(letter, await this.send(channel, letter, made.contents), kind);
    }
    return IN_A_TURN;
  }

  private async send(channel: Channel, letter: Letter, contents: Promise<LetterContents>): Promise<Sending> {
    const { districtId, id } = letter;
    let hasBegun = false;
    const begin = async (): Promise<void> => {
      if (!(await this.queue.begin(letter))) throw new Error('Another process has taken over the letter.');
      hasBegun = true;
    };
    let sending: Sending;
    let err: unknown;
    try {
      sending = await channel.send(letter, await contents, begin);
    } catch (error) {
      err = error;
      const answer = error instanceof Error ? error.message : String(error);
      // A refusal is an answer; without one, nobody knows what became of the content.
      sending = { outcome: hasBegun ? 'unsure' : 'refused_for_now', answer };
    }
    if (sending.outcome !== 'delivered')
      this.logger.warn({ err, ...sending, districtId, letterId: id }, `not sent by ${channel.name}`);
    return sending;
  }
}
