import { attachmentOf } from '../support/mail-parts.js';
import { DeliveryDesk } from '../support/delivery-desk.js';
import { newKey, SftpPeer } from '../support/sftp-peer.js';

let desk: DeliveryDesk;

beforeAll(async () => {
  desk = await DeliveryDesk.open();
});
beforeEach(() => desk.begin());
afterAll(() => desk.close());

describe('a file by SFTP', () => {
  it('arrives under its own name, and never half', async () => {
    await desk.deliver(desk.bySftp({ folder: 'in/claims' }));
    const made = await desk.batch();
    const seen: string[][] = [];
    desk.sftp.hooks.beforeRename = () => void seen.push(desk.sftp.names);
    await desk.send();
    const path = `in/claims/${made.fileName}`;
    expect(await desk.answerOf(made.id)).toBe(`The server has ${path}, ${made.sizeBytes} bytes.`);
    expect(await desk.outcome(made.id)).toEqual(['sent', 'delivered']);
    expect(seen).toEqual([[]]);
    expect([...desk.sftp.files.keys()]).toEqual([path]);
    expect(desk.sftp.files.get(path)?.equals(await desk.here.bytes(made.id))).toBe(true);
  });

  it('is not sent again to a server that has it, although its yes was lost', async () => {
    await desk.deliver(desk.bySftp());
    const made = await desk.batch();
    desk.sftp.hooks.afterRename = (connection) => {
      connection.end();
      return new Promise(() => undefined);
    };
    await desk.send();
    expect(await desk.outcome(made.id)).toEqual(['waiting', 'unsure']);
    desk.sftp.hooks = {};
    await desk.pass(2);
    await desk.send();
    expect(await desk.outcome(made.id)).toEqual(['sent', 'unsure', 'delivered']);
    expect(await desk.answerOf(made.id)).toContain('already, with the same content');
    expect(desk.sftp.renamed).toEqual([made.fileName]);
  });

  it('comes again after half of it, and overwrites what was left', async () => {
    await desk.deliver(desk.bySftp());
    const made = await desk.batch();
    desk.sftp.hooks.beforeWrite = (connection) => void connection.end();
    await desk.send();
    expect((await desk.outcome(made.id))[0]).toBe('waiting');
    desk.sftp.files.set(`.${made.fileName}.part`, Buffer.alloc(100_000, 'x'));
    desk.sftp.hooks = {};
    await desk.pass(2);
    await desk.send();
    expect((await desk.outcome(made.id))[0]).toBe('sent');
    expect(desk.sftp.files.get(made.fileName)?.equals(await desk.here.bytes(made.id))).toBe(true);
  });

  it('never overwrites another file of the same name', async () => {
    await desk.deliver(desk.bySftp());
    const made = await desk.batch();
    desk.sftp.files.set(made.fileName, Buffer.from('theirs'));
    await desk.send();
    expect(await desk.outcome(made.id)).toEqual(['failed', 'refused_for_good']);
    expect(desk.sftp.files.get(made.fileName)?.toString()).toBe('theirs');
  });

  it('waits where the server says no', async () => {
    await desk.deliver(desk.bySftp());
    const made = await desk.batch();
    desk.sftp.hooks.beforeWrite = () => {
      throw new Error('full');
    };
    await desk.send();
    expect(await desk.outcome(made.id)).toEqual(['waiting', 'refused_for_now']);
    expect(desk.sftp.names).toEqual([]);
  });

  it('does not go to a server with another key, nor with a wrong password', async () => {
    await desk.deliver(desk.bySftp({ hostKey: `SHA256:${'A'.repeat(43)}` }));
    const made = await desk.batch();
    await desk.send();
    expect(await desk.outcome(made.id)).toEqual(['failed', 'refused_for_good']);
    expect(await desk.answerOf(made.id)).toContain(desk.sftp.hostKey);
    await desk.deliver(desk.bySftp({ password: 'wrong' }));
    const second = await desk.batch();
    await desk.send();
    expect(await desk.answerOf(second.id)).toContain('did not let Rollcall in');
  });

  it('goes to an account that a private key opens', async () => {
    const key = newKey();
    const server = await SftpPeer.start({ password: 'unknown', publicKey: key.publicLine });
    const { port, hostKey } = server;
    const delivery = desk.bySftp({ port, hostKey, privateKey: key.private });
    await desk.deliver({ ...delivery, password: undefined });
    const made = await desk.batch();
    await desk.send();
    expect(await desk.outcome(made.id)).toEqual(['sent', 'delivered']);
    expect(server.names).toEqual([made.fileName]);
    await server.stop();
  });

  it('waits where nobody answers', async () => {
    await desk.deliver(desk.bySftp({ port: 9 }));
    const made = await desk.batch();
    await desk.send();
    expect(await desk.outcome(made.id)).toEqual(['waiting', 'refused_for_now']);
  });
});

describe('a file by email', () => {
  it('arrives as it is, once for each address', async () => {
    await desk.deliver({ by: 'email', to: ['rma@acme.example', 'copy@acme.example'] });
    const made = await desk.batch();
    await desk.send();
    await desk.send();
    expect(desk.smtp.letters.map(({ to }) => to[0]).toSorted()).toEqual([
      'copy@acme.example',
      'rma@acme.example',
    ]);
    for (const { raw } of desk.smtp.letters) {
      const file = attachmentOf(raw);
      expect(file.fileName).toBe(made.fileName);
      expect(file.bytes.equals(await desk.here.bytes(made.id))).toBe(true);
      expect(raw).toContain(made.sha256);
    }
    expect((await desk.here.deliveries(made.id)).map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  it('is never sent twice by itself: who lost the answer asks a person', async () => {
    await desk.deliver({ by: 'email', to: ['rma@acme.example'] });
    const made = await desk.batch();
    await desk.app.source.query(
      `UPDATE outbox SET state = 'sending', attempts = 1, lease_until = now() - interval '1 minute'
        WHERE district_id = $1 AND subject_id = $2`,
      [desk.here.district.id, made.id],
    );
    await desk.send();
    await desk.send();
    expect(await desk.outcome(made.id)).toEqual(['unsure', 'unsure']);
    expect(desk.smtp.letters.map(({ raw }) => raw.includes('may have arrived'))).toEqual([true]);
  });
});
