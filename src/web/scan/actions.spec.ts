import type { FieldAction } from '../journal/field-actions.js';
import { loadTexts } from '../text/text.js';
import { askedBy } from './actions.js';

beforeAll(() => loadTexts('en'));

const words = (en: string): { en: string; es: string } => ({ en, es: en });

const CLAIM: FieldAction = {
  name: 'claim',
  label: words('Start a claim'),
  help: words(''),
  done: words(''),
  fromAnywhere: false,
  fields: ['site', 'note'],
  required: ['site'],
  questions: [
    { name: 'category', label: words('What is broken'), isRequired: true },
    { name: 'slip', label: words('Slip'), isRequired: false },
  ],
  results: [],
  changesPlace: false,
  statusAfter: null,
  findsMissing: false,
  suitsRetired: false,
};

describe('what is picked for an action', () => {
  it('goes with the scan as far as the action asks for it', () => {
    const picked = {
      action: 'claim',
      site: 'A1',
      room: '7',
      note: ' cracked ',
      answers: { category: 'screen', color: 'red', slip: ' ' },
    };
    expect(askedBy(picked, [CLAIM])).toEqual({
      action: 'claim',
      site: 'A1',
      note: 'cracked',
      answers: [{ question: 'category', answer: 'screen' }],
    });
  });

  it.each([
    ['Choose an action first.', { action: 'sell', site: 'A1' }],
    ['Choose a site first.', { action: 'claim' }],
    ['Fill in “What is broken” first.', { action: 'claim', site: 'A1', answers: { category: ' ' } }],
  ])('is missing: %s', (missing, picked) => {
    expect(askedBy(picked, [CLAIM])).toEqual({ missing });
  });
});
