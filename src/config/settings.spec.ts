import { resolve } from 'node:path';
import { BadSettings, readSettings } from './settings.js';

function problemsOf(env: NodeJS.ProcessEnv): string[] {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof BadSettings) return error.problems;
    throw error;
  }
  return [];
}

describe('the settings', () => {
  it('are usable when nothing is set', () => {
    expect({ ...readSettings({}) }).toEqual({
      PORT: 3000,
      HOST: '127.0.0.1',
      ROLE: 'all',
      LOG_LEVEL: 'info',
      DATABASE_POOL: 10,
      DELIVER_TO_PRIVATE_ADDRESSES: 'no',
    });
  });

  it('take every value that is given', () => {
    const given = {
      PORT: '0',
      HEALTH_PORT: '3001',
      HOST: '::1',
      ROLLCALL_DATA: '/srv/rollcall',
      DATABASE_URL: 'postgres://app@db/rollcall',
      DATABASE_OWNER_URL: 'postgresql://owner@db/rollcall',
      DATABASE_REPLICA_URL: 'postgres://app@replica/rollcall',
      REDIS_URL: 'rediss://queue:6380',
      SMTP_URL: 'smtps://mail',
      PUBLIC_URL: 'https://rollcall.district.example',
      SECRETS_KEY: `${'a'.repeat(43)}=`,
      DELIVER_TO_PRIVATE_ADDRESSES: 'yes',
      ROLE: 'worker',
      LOG_LEVEL: 'silent',
      DATABASE_POOL: '200',
    };
    expect({ ...readSettings(given) }).toEqual({ ...given, PORT: 0, HEALTH_PORT: 3001, DATABASE_POOL: 200 });
  });

  it('count an empty variable as not set', () => {
    const names = Object.keys(readSettings({}));
    const empty = Object.fromEntries(
      [...names, 'HEALTH_PORT', 'ROLLCALL_DATA', 'DATABASE_URL', 'REDIS_URL', 'PUBLIC_URL'].map((name) => [
        name,
        '',
      ]),
    );
    expect({ ...readSettings(empty) }).toEqual({ ...readSettings({}) });
  });

  it('take an address without the slashes at its end, since paths are added to it', () => {
    expect(readSettings({ PUBLIC_URL: 'https://rollcall.district.example//' }).PUBLIC_URL).toBe(
      'https://rollcall.district.example',
    );
  });

  it('take the data folder as a full path, from wherever the process was started', () => {
    expect(readSettings({ ROLLCALL_DATA: 'elsewhere' }).ROLLCALL_DATA).toBe(resolve('elsewhere'));
  });

  it('pay no heed to variables that are not theirs', () => {
    expect({ ...readSettings({ HOME: '/root', port: '99999' }) }).toEqual({ ...readSettings({}) });
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', 'http'],
    ['PORT', '0x50'],
    ['PORT', ' '],
    ['HEALTH_PORT', '65536'],
    ['HEALTH_PORT', '80.5'],
    ['HEALTH_PORT', 'on'],
    ['HOST', 'a b'],
    ['HOST', 'http://localhost'],
    ['DATABASE_URL', 'mysql://db/rollcall'],
    ['DATABASE_URL', 'postgres://db:port/rollcall'],
    ['DATABASE_REPLICA_URL', 'db:5432'],
    ['REDIS_URL', 'http://queue'],
    ['REDIS_URL', 'redis://:not a url:'],
    ['SMTP_URL', 'mail.district.example'],
    ['PUBLIC_URL', 'rollcall.district.example'],
    ['PUBLIC_URL', 'ftp://rollcall.district.example'],
    ['DELIVER_TO_PRIVATE_ADDRESSES', 'true'],
    ['SECRETS_KEY', 'a password'],
    ['SECRETS_KEY', 'c2hvcnQ='],
    ['ROLE', 'web'],
    ['ROLE', 'ALL'],
    ['LOG_LEVEL', 'loud'],
    ['DATABASE_POOL', '1'],
    ['DATABASE_POOL', '201'],
    ['DATABASE_POOL', 'many'],
  ])('refuse %s=%s, by name', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} must be `))]);
  });

  it('list every bad one at once, in one message', () => {
    const bad = {
      PORT: 'x',
      HOST: ' ',
      DATABASE_URL: 'x',
      DATABASE_OWNER_URL: 'x',
      DATABASE_REPLICA_URL: 'x',
      REDIS_URL: 'x',
      SMTP_URL: 'x',
      PUBLIC_URL: 'x',
      SECRETS_KEY: 'x',
      ROLE: 'x',
      LOG_LEVEL: 'x',
      DATABASE_POOL: 'x',
    };
    expect(problemsOf(bad).map((line) => line.split(' ')[0])).toEqual(Object.keys(bad));
    expect(() => readSettings(bad)).toThrow(/PORT must be .*(it is "x").*\n.*HOST[^]*DATABASE_POOL/);
  });

  it('never show back a value that may hold a secret', () => {
    const secret = 'hunter2hunter2';
    const names = [
      'DATABASE_URL',
      'DATABASE_OWNER_URL',
      'DATABASE_REPLICA_URL',
      'REDIS_URL',
      'SMTP_URL',
      'PUBLIC_URL',
      'SECRETS_KEY',
    ];
    const problems = problemsOf(Object.fromEntries(names.map((name) => [name, `x://user:${secret}@host`])));
    expect(problems).toHaveLength(names.length);
    expect(problems.join('\n')).not.toContain(secret);
  });

  it('refuse an owner without an application beside it', () => {
    expect(problemsOf({ DATABASE_OWNER_URL: 'postgres://owner@db/rollcall' })).toEqual([
      expect.stringContaining('DATABASE_OWNER_URL needs DATABASE_URL'),
    ]);
  });
});
