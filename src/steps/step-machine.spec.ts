import type { Permission, Scope } from '../access/scope.js';
import type { Refusal } from '../common/refusal.js';
import { judgeStep } from './judge-step.js';
import {
  defineSteps,
  nextSteps,
  stateCheck,
  type StepMachine,
  type Taker,
  wholeDistrict,
} from './step-machine.js';

type ClaimState = 'draft' | 'ready' | 'sent' | 'in_progress' | 'closed';

/** A claim like those of warranty: some ways need a permission or a reason, and one is for a batch alone. */
const CLAIM: StepMachine<ClaimState> = {
  kind: 'claim',
  table: 'claims',
  name: 'The claim',
  codes: { notFound: 'CLAIM_NOT_FOUND', wrongState: 'CLAIM_WRONG_STATE' },
  noteField: 'reason',
  states: ['draft', 'ready', 'sent', 'in_progress', 'closed'],
  starts: 'draft',
  ways: [
    { step: 'ready', from: 'draft', to: 'ready', needs: 'devices:edit' },
    { step: 'send', from: 'ready', to: 'sent', onlyBy: 'batch' },
    { step: 'start', from: 'sent', to: 'in_progress', onlyBy: 'system' },
    { step: 'close', from: ['draft', 'ready'], to: 'closed', needs: 'devices:edit' },
    { step: 'close', from: ['sent', 'in_progress'], to: 'closed', needs: 'devices:admin', needsNote: true },
    { step: 'note', from: 'draft', to: 'draft' },
  ],
  reach: wholeDistrict,
  columns: {},
};

const scopeWith = (...permissions: Permission[]): Scope => ({
  districtId: 'd',
  timeZone: 'America/Los_Angeles',
  accountId: 'a',
  role: 'technician',
  permissions: new Set(permissions),
  sites: 'all',
});

const TECHNICIAN = scopeWith('devices:edit');
const ADMIN = scopeWith('devices:edit', 'devices:admin');

/** The state that a step leads to, or the code of its refusal. */
function outcomeOf(
  state: ClaimState,
  step: string,
  {
    scope = TECHNICIAN,
    version = null as number | null,
    note = null as string | null,
    by = undefined as Taker | undefined,
  } = {},
): string {
  try {
    return judgeStep(CLAIM, { state, version: 3 }, { id: 'c', step, version, note }, scope, by).to;
  } catch (error) {
    const { code, errors } = error as Refusal;
    return errors[0]?.code ?? code;
  }
}

function refusalOf(state: ClaimState, step: string): Refusal {
  try {
    judgeStep(CLAIM, { state, version: 3 }, { id: 'c', step }, TECHNICIAN);
  } catch (error) {
    return error as Refusal;
  }
  throw new Error('It was not refused.');
}

describe('a step', () => {
  it.each<[string, ClaimState, string, Parameters<typeof outcomeOf>[2], string]>([
    ['leads on where there is a way', 'draft', 'ready', {}, 'ready'],
    ['leads back to the same state where that is a way', 'draft', 'note', {}, 'draft'],
    ['of the version that is there is taken', 'draft', 'ready', { version: 3 }, 'ready'],
    ['of an older version is refused', 'draft', 'ready', { version: 2 }, 'STALE_VERSION'],
    ['without a way is refused', 'closed', 'ready', {}, 'CLAIM_WRONG_STATE'],
    ['that nobody declared is refused', 'draft', 'dance', {}, 'CLAIM_WRONG_STATE'],
    ['without its permission is refused', 'draft', 'ready', { scope: scopeWith() }, 'NEED_MISSING'],
    ['needs another permission from another state', 'sent', 'close', { note: 'lost' }, 'NEED_MISSING'],
    ['without its reason is refused', 'sent', 'close', { scope: ADMIN }, 'NOTE_MISSING'],
    ['with a blank reason is refused', 'sent', 'close', { scope: ADMIN, note: '  ' }, 'NOTE_MISSING'],
    ['with its reason is taken', 'sent', 'close', { scope: ADMIN, note: 'lost' }, 'closed'],
    ['of a batch is not for a person', 'ready', 'send', { scope: ADMIN }, 'STEP_NOT_FOR_PEOPLE'],
    ['of a batch is not for the system', 'ready', 'send', { by: 'system' }, 'STEP_NOT_FOR_PEOPLE'],
    ['of a batch is for a batch', 'ready', 'send', { by: 'batch' }, 'sent'],
    ['of the system is not for a person', 'sent', 'start', { scope: ADMIN }, 'STEP_NOT_FOR_PEOPLE'],
    ['of the system is for the system', 'sent', 'start', { by: 'system' }, 'in_progress'],
  ])('%s', (_, state, step, how, expected) => {
    expect(outcomeOf(state, step, how)).toBe(expected);
  });

  it('is refused with the states that are possible, without those that only a batch or the system reaches', () => {
    expect(refusalOf('ready', 'start').message).toBe(
      'The claim is ready. It cannot become in progress. It can become closed.',
    );
    expect(refusalOf('in_progress', 'ready').message).toBe(
      'The claim is in progress. It cannot become ready. It can become closed.',
    );
    expect(refusalOf('closed', 'close').message).toBe(
      'The claim is already closed. It can become nothing else.',
    );
    expect(refusalOf('ready', 'dance').message).toBe('The claim has no step "dance". It can become closed.');
    expect(refusalOf('ready', 'send').message).toBe(
      'The claim becomes sent only as part of a batch. Create a batch instead.',
    );
  });

  it('names the field of the request in which the reason is missing', () => {
    const { errors } = (() => {
      try {
        judgeStep(CLAIM, { state: 'sent', version: 1 }, { id: 'c', step: 'close' }, ADMIN);
      } catch (error) {
        return error as Refusal;
      }
      throw new Error('It was not refused.');
    })();
    expect(errors).toMatchObject([{ field: 'reason', code: 'NOTE_MISSING' }]);
  });
});

describe('the steps that a person may take now', () => {
  it.each<[ClaimState, Scope, string[]]>([
    ['draft', TECHNICIAN, ['ready', 'close', 'note']],
    ['draft', scopeWith(), ['note']],
    ['ready', TECHNICIAN, ['close']],
    ['sent', TECHNICIAN, []],
    ['sent', ADMIN, ['close']],
    ['closed', ADMIN, []],
  ])('from %s', (state, scope, expected) => {
    expect(nextSteps(CLAIM, state, scope).map(({ step }) => step)).toEqual(expected);
  });

  it('say where they lead, and whether they need a reason', () => {
    expect(nextSteps(CLAIM, 'sent', ADMIN)).toEqual([{ step: 'close', to: 'closed', needsNote: true }]);
  });
});

describe('a declaration', () => {
  it('is taken as it is where it is sound', () => {
    expect(defineSteps(CLAIM)).toBe(CLAIM);
    expect(stateCheck(CLAIM.states)).toBe(`state IN ('draft', 'ready', 'sent', 'in_progress', 'closed')`);
  });

  it.each<[string, Partial<StepMachine<ClaimState>>, RegExp]>([
    [
      'names a state that it does not declare',
      { states: ['draft', 'ready', 'sent', 'closed'] },
      /in_progress, which is not/,
    ],
    [
      'declares a state that nothing leads to',
      { ways: CLAIM.ways.slice(0, 1) },
      /never reach sent, in_progress, closed/,
    ],
    [
      'has two ways for one step',
      { ways: [...CLAIM.ways, ...CLAIM.ways.slice(3, 4)] },
      /two ways for close from draft/,
    ],
    ['names a table with other signs', { table: 'claims; DROP TABLE claims' }, /not snake_case/],
  ])('that %s is an error while the program starts', (_, change, message) => {
    expect(() => defineSteps({ ...CLAIM, ...change })).toThrow(message);
  });
});
