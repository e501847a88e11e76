import { judgePerson, type StoredPerson } from './person-row.js';

const TODAY = '2026-02-10';
const SITES = new Map([
  ['ALAMEDA', 'site-a'],
  ['0042', 'site-b'],
]);

const ada: StoredPerson = {
  id: 'p',
  externalId: 's-1',
  givenName: 'Ada',
  familyName: 'Byron',
  email: 'ada@example.org',
  role: 'student',
  grade: '09',
  siteId: 'site-a',
  leftOn: null,
  redacted: false,
  setByPerson: [],
  version: 3,
};

describe('a row of people', () => {
  it('adds somebody with what it says', () => {
    const row = {
      externalId: 's-2',
      givenName: 'Alan',
      email: 'Alan@Example.org',
      role: 'staff',
      site: '0042',
    };
    const { after, problems } = judgePerson(row, undefined, SITES, TODAY);
    expect(problems).toEqual([]);
    expect(after).toMatchObject({
      givenName: 'Alan',
      email: 'alan@example.org',
      role: 'staff',
      siteId: 'site-b',
    });
  });

  it('takes somebody new with a grade for a student, and refuses who could be anything', () => {
    expect(judgePerson({ externalId: 'x', grade: '07' }, undefined, SITES, TODAY).after.role).toBe('student');
    expect(judgePerson({ externalId: 'x' }, undefined, SITES, TODAY).problems[0]?.code).toBe('ROLE_MISSING');
  });

  it('changes only what differs', () => {
    const { changes } = judgePerson({ externalId: 's-1', givenName: 'Ada', grade: '10' }, ada, SITES, TODAY);
    expect(changes).toEqual({ grade: ['09', '10'] });
  });

  it('keeps what a person set', () => {
    const { changes, notes } = judgePerson(
      { externalId: 's-1', givenName: 'Augusta' },
      { ...ada, setByPerson: ['givenName'] },
      SITES,
      TODAY,
    );
    expect(changes).toEqual({});
    expect(notes.map(({ code }) => code)).toEqual(['KEPT_BY_PERSON']);
  });

  it('never gives back a name that was redacted', () => {
    const gone = { ...ada, givenName: null, familyName: null, email: null, redacted: true };
    const row = { externalId: 's-1', givenName: 'Ada', email: 'ada@example.org', grade: '10' };
    const { changes, notes } = judgePerson(row, gone, SITES, TODAY);
    expect(changes).toEqual({ grade: ['09', '10'] });
    expect(notes.map(({ code }) => code)).toEqual(['REDACTED']);
  });

  it('refuses a site that is not there', () => {
    const { problems } = judgePerson({ externalId: 's-1', site: '42' }, ada, SITES, TODAY);
    expect(problems.map(({ code }) => code)).toEqual(['UNKNOWN_SITE']);
  });
});

describe('a row of a roster', () => {
  it('finds the site among the organisations, the primary one first', () => {
    const row = { externalId: 's-1', orgs: 'district-1,0042', primaryOrg: 'alameda' };
    expect(judgePerson(row, { ...ada, siteId: null }, SITES, TODAY).after.siteId).toBe('site-a');
    const other = { externalId: 's-1', orgs: '["district-1","0042"]' };
    expect(judgePerson(other, ada, SITES, TODAY).after.siteId).toBe('site-b');
  });

  it('leaves the site alone where no organisation is one, and says so', () => {
    const { changes, problems, notes } = judgePerson(
      { externalId: 's-1', orgs: 'district-1' },
      ada,
      SITES,
      TODAY,
    );
    expect([changes, problems]).toEqual([{}, []]);
    expect(notes.map(({ code }) => code)).toEqual(['NO_SITE_NAMED']);
  });

  it('lets those leave today who are to be deleted, once', () => {
    const row = { externalId: 's-1', orgs: 'alameda', status: 'left' };
    expect(judgePerson(row, ada, SITES, TODAY).changes).toEqual({ leftOn: [null, TODAY] });
    expect(judgePerson(row, { ...ada, leftOn: '2026-01-31' }, SITES, TODAY).changes).toEqual({});
  });

  it('brings those back who are listed again', () => {
    const gone = { ...ada, leftOn: '2026-01-31' };
    expect(judgePerson({ externalId: 's-1', orgs: 'alameda' }, gone, SITES, TODAY).changes).toEqual({
      leftOn: ['2026-01-31', null],
    });
    expect(judgePerson({ externalId: 's-1', grade: '09' }, gone, SITES, TODAY).changes).toEqual({});
  });
});
