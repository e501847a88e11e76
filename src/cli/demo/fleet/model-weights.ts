import type { ModelInput } from '../../../catalogue/catalogue.service.js';

/** About what the makers' data sheets say, in grams. The demo leaves out most models, as a district would. */
const GRAMS: Readonly<Record<string, number>> = {
  'iPad (5th generation)': 469,
  'iPad (6th generation)': 469,
  'iPad (7th generation)': 483,
  'iPad (8th generation)': 490,
  'iPad (9th generation)': 487,
  'iPad (10th generation)': 477,
  'Dell Chromebook 11 (3180)': 1_270,
  'Dell Chromebook 3100': 1_290,
  'HP Chromebook 11 G6 EE': 1_240,
  'HP Chromebook 11 G7 EE': 1_300,
  'HP Chromebook 11 G8 EE': 1_320,
  'Lenovo 100e Chromebook': 1_220,
  'Lenovo 100e Chromebook 2nd Gen': 1_220,
};

/** The weight of a model with its source, where the demo knows one. */
export function weightOfModel(name: string): Pick<ModelInput, 'weightGrams' | 'weightSource'> {
  const weightGrams = GRAMS[name];
  return weightGrams === undefined ? {} : { weightGrams, weightSource: 'About what the data sheet says' };
}
