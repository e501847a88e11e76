import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryDesk } from './delivery-desk.js';

/** What peers that answer late, half, never and with errors remember of the files that they took. */
export class BadPeers {
  /** Files that the HTTPS peer said yes to twice although the same process of Rollcall had heard the first yes. */
  readonly postedAfterYes: string[] = [];
  private readonly yes = new Map<string, number>();

  /**
   * @param process number of the process that runs now. A process that is killed may not have noted a yes; what it
   *   posts again comes from the next one
   */
  constructor(
    private readonly desk: DeliveryDesk,
    private readonly random: () => number,
    private readonly process: () => number,
  ) {}

  /** From now on, the peers behave badly, one way after the other by chance. */
  misbehave(): void {
    const { https, sftp, smtp } = this.desk;
    const { random } = this;
    https.answering = async (file, answer, keep) => {
      const key = String(file.headers['idempotency-key']);
      const keepOnce = (): void => void (https.kept.has(key) || keep());
      const chance = random();
      if (chance < 0.2) await sleep(random() * 400);
      if (chance < 0.3) return void answer.writeHead(503).end('busy');
      if (chance < 0.35) return void answer.destroy();
      if (chance < 0.45) {
        keepOnce();
        return this.break(answer);
      }
      // Until the other side gives up.
      if (chance < 0.453) return void (await once(answer, 'close'));
      keepOnce();
      if (this.yes.get(key) === this.process()) this.postedAfterYes.push(key);
      this.yes.set(key, this.process());
      return void answer.writeHead(200).end('ok');
    };
    sftp.hooks = {
      beforeWrite: async (connection) => {
        const chance = random();
        if (chance < 0.05) connection.end();
        else if (chance < 0.3) await sleep(random() * 300);
      },
      beforeRename: () => {
        if (random() < 0.05) throw new Error('the disk is full');
      },
      afterRename: async (connection) => {
        const chance = random();
        if (chance < 0.1) connection.end();
        else if (chance < 0.3) await sleep(random() * 300);
      },
    };
    smtp.beforeAnswer = async (letter) => {
      await sleep(random() * 200);
      if (random() >= 0.1) return;
      smtp.letters.splice(smtp.letters.indexOf(letter), 1);
      throw Object.assign(new Error('greylisted'), { responseCode: 451 });
    };
  }

  /** Nothing of an answer, or half of its head. The file is kept all the same. */
  private break(answer: ServerResponse): void {
    if (this.random() < 0.5) answer.socket?.write('HTTP/1.1 20');
    setTimeout(() => answer.destroy(), 20);
  }
}
