import type { CoverageView } from '../../src/warranty/coverages/coverages.queries.js';
import type { CoverageRuleView } from '../../src/warranty/rules/coverage-rules.queries.js';
import type { RuleEffect, RuleUndo } from '../../src/warranty/rules/rule-effect.js';
import type { TestApp, TestUser } from './app.js';
import { addVendors, onlyCoverageOf } from './coverages.js';
import { type DeviceJson, register, type Register } from './devices.js';

/** A rule for the devices of one purchase. */
export const RULE = {
  name: 'PO 4711: three years',
  vendor: 'lenovo',
  kind: 'accidental_damage',
  months: 36,
  startsFrom: 'purchased',
  devices: { purchaseReference: 'PO-4711' },
};

/** A district with vendors, and what tests of rules do all the time. */
export interface Rules {
  here: Register;
  its: TestUser;
  /** Of the site A. */
  technician: TestUser;
  /** Adds a device of the purchase that the rule is for. */
  bought(more?: object): Promise<DeviceJson>;
  rule(more?: object): Promise<CoverageRuleView>;
  /** Changes whatever version there is. */
  change(id: string, body: object): PromiseLike<{ status: number; body: object }>;
  rehearsed(id: string, user?: TestUser): Promise<RuleEffect>;
  applied(id: string): Promise<RuleEffect>;
  undone(id: string): Promise<RuleUndo>;
  /** The one coverage that a device has. */
  only(deviceId: string): Promise<CoverageView>;
}

export async function rulesOf(app: TestApp): Promise<Rules> {
  const here = await register(app);
  await addVendors(here.admin, [{ name: 'Lenovo' }, { key: 'safe', name: 'Safe Insurance' }]);
  const its = await app.user(here.district, 'its');
  return {
    here,
    its,
    technician: await app.user(here.district, 'technician', { sites: ['A'] }),
    bought: (more = {}) => here.add({ purchaseReference: 'PO-4711', purchasedOn: '2024-08-15', ...more }),
    rule: async (more = {}) => {
      const { body } = await its
        .post('/coverage-rules')
        .send({ ...RULE, ...more })
        .expect(201);
      return body as CoverageRuleView;
    },
    change: (id, body) => its.patch(`/coverage-rules/${id}`).set('If-Match', '*').send(body),
    rehearsed: async (id, user = its) =>
      (await user.get(`/coverage-rules/${id}/rehearsal`).expect(200)).body as RuleEffect,
    applied: async (id) =>
      (await its.post(`/coverage-rules/${id}/application`).expect(200)).body as RuleEffect,
    undone: async (id) => (await its.post(`/coverage-rules/${id}/undo`).expect(200)).body as RuleUndo,
    only: (deviceId) => onlyCoverageOf(here.admin, deviceId),
  };
}

/** How many devices a rule adds to, changes, leaves, and leaves out. */
export const numbersOf = ({ add, change, unchanged, withoutDate }: RuleEffect): number[] =>
  [add, change, unchanged, withoutDate].map(({ devices }) => devices);
