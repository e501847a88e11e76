import { loadRefusals } from '../text/refusals.js';
import { loadTexts } from '../text/text.js';
import { problemOf, wordsOf } from './problem.js';

describe('what a person is told of a refusal', () => {
  const refused = (body: object): string => wordsOf(problemOf(new Response(null, { status: 400 }), body));
  const tagTaken = { code: 'TAG_TAKEN', detail: 'Another device already has the asset tag IUSD-7.' };
  const badName = {
    code: 'INVALID_INPUT',
    detail: 'Check this field: name.',
    errors: [{ field: 'name', code: 'IS_NOT_EMPTY', detail: 'name must not be empty' }],
  };

  const speak = async (language: 'en' | 'es'): Promise<void> => {
    await loadTexts(language);
    await loadRefusals();
  };

  afterAll(() => speak('en'));

  it('in English is the server’s own sentence, with what it says of each field', async () => {
    await speak('en');
    expect(refused(tagTaken)).toBe('Another device already has the asset tag IUSD-7.');
    expect(refused(badName)).toBe('Check this field: name. name: name must not be empty.');
  });

  it('in Spanish is the text of the code, also of each field', async () => {
    await speak('es');
    expect(refused(tagTaken)).toBe('Otro dispositivo ya tiene esta etiqueta.');
    expect(refused(badName)).toBe(
      'Algunos datos no se pueden usar. Revise los campos de abajo. name: Este campo no puede quedar vacío.',
    );
    expect(refused({ code: 'NEW_CODE', detail: 'A sentence.' })).toBe('A sentence.');
  });
});
