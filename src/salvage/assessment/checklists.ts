import type { DeviceKind } from '../../catalogue/kinds.js';
import type { Words } from '../../scanning/actions/scan-action.js';

/** What can be repaired, by the names that claims have for it. */
export const REPAIRS = [
  'screen',
  'keyboard',
  'battery',
  'case',
  'charging_port',
  'camera',
  'storage',
  'mainboard',
] as const;
export type Repair = (typeof REPAIRS)[number];

export interface ChecklistAnswer {
  value: string;
  label: Words;
  /** The repair that this answer calls for. */
  repair?: Repair;
}

/** A question of the checklist. */
export interface ChecklistQuestion {
  name: string;
  label: Words;
  /** What to look for, and what to do at once. */
  help?: Words;
  answers: readonly ChecklistAnswer[];
  /** The answer for a device that works. Pages begin with it. */
  usual: string;
  /** The answer can be seen only while the device runs, so pages ask only about devices that start. */
  needsPower?: true;
  /** The kinds of devices that have this question. */
  requiredFor: readonly DeviceKind[];
  optionalFor: readonly DeviceKind[];
}

const WORKS: ChecklistAnswer = { value: 'works', label: { en: 'Works', es: 'Funciona' } };
const faulty = (repair: Repair): ChecklistAnswer => ({
  value: 'faulty',
  label: { en: 'Doesn’t work', es: 'No funciona' },
  repair,
});

/** The answer that makes a device dangerous. */
export const SWOLLEN = { question: 'battery', answer: 'swollen' } as const;

/** What to do with a swollen battery: reference for 49 CFR 173.185(f), and the common advice of fire departments. */
export const SWOLLEN_WHAT_NOW: Words = {
  en: 'Power the device off. Do not charge it, and do not press on it. Put it by itself in a container with sand or another filler that does not burn, away from other devices. Then call EHS.',
  es: 'Apague el dispositivo. No lo cargue ni lo presione. Guárdelo solo en un recipiente con arena u otro relleno que no arda, lejos de otros dispositivos. Luego llame a EHS.',
};

/** The questions of the checklist, in the order of the bench. This file is the whole checklist. */
export const QUESTIONS: readonly ChecklistQuestion[] = [
  {
    name: 'battery',
    label: { en: 'Battery', es: 'Batería' },
    help: {
      en: 'Swollen? Power off, don’t charge or press, keep it apart, call EHS.',
      es: '¿Hinchada? Apague, no cargue ni presione, sepárelo y llame a EHS.',
    },
    answers: [
      { value: 'good', label: { en: 'Good', es: 'Buena' } },
      { value: 'weak', label: { en: 'Weak', es: 'Débil' } },
      {
        value: 'dead',
        label: { en: 'Doesn’t hold a charge', es: 'No mantiene la carga' },
        repair: 'battery',
      },
      { value: 'missing', label: { en: 'Missing', es: 'Falta' }, repair: 'battery' },
      { value: 'swollen', label: { en: 'Swollen', es: 'Hinchada' } },
    ],
    usual: 'good',
    requiredFor: ['laptop', 'ipad', 'chromebook'],
    optionalFor: ['other'],
  },
  {
    name: 'powersOn',
    label: { en: 'Turns on', es: 'Enciende' },
    answers: [
      { value: 'yes', label: { en: 'Yes', es: 'Sí' } },
      { value: 'no', label: { en: 'No', es: 'No' }, repair: 'mainboard' },
    ],
    usual: 'yes',
    requiredFor: ['desktop', 'laptop', 'ipad', 'chromebook', 'other'],
    optionalFor: [],
  },
  {
    name: 'screen',
    label: { en: 'Screen', es: 'Pantalla' },
    answers: [
      { value: 'good', label: { en: 'Good', es: 'Buena' } },
      { value: 'marked', label: { en: 'Scratches or spots', es: 'Rayones o manchas' } },
      { value: 'broken', label: { en: 'Broken', es: 'Rota' }, repair: 'screen' },
    ],
    usual: 'good',
    requiredFor: ['laptop', 'ipad', 'chromebook'],
    optionalFor: ['other'],
  },
  {
    name: 'input',
    label: { en: 'Keyboard or touch', es: 'Teclado o pantalla táctil' },
    answers: [WORKS, faulty('keyboard')],
    usual: 'works',
    needsPower: true,
    requiredFor: ['laptop', 'ipad', 'chromebook'],
    optionalFor: ['other'],
  },
  {
    name: 'case',
    label: { en: 'Case and hinge', es: 'Carcasa y bisagra' },
    answers: [
      { value: 'good', label: { en: 'Good', es: 'Buenas' } },
      { value: 'worn', label: { en: 'Worn', es: 'Desgastadas' } },
      { value: 'broken', label: { en: 'Broken', es: 'Rotas' }, repair: 'case' },
    ],
    usual: 'good',
    requiredFor: [],
    optionalFor: ['desktop', 'laptop', 'ipad', 'chromebook', 'other'],
  },
  {
    name: 'ports',
    label: { en: 'Ports', es: 'Puertos' },
    answers: [WORKS, faulty('charging_port')],
    usual: 'works',
    needsPower: true,
    requiredFor: [],
    optionalFor: ['desktop', 'laptop', 'ipad', 'chromebook', 'other'],
  },
  {
    name: 'camera',
    label: { en: 'Camera', es: 'Cámara' },
    answers: [WORKS, faulty('camera')],
    usual: 'works',
    needsPower: true,
    requiredFor: [],
    optionalFor: ['laptop', 'ipad', 'chromebook', 'other'],
  },
  {
    name: 'storage',
    label: { en: 'Storage', es: 'Almacenamiento' },
    answers: [
      { value: 'present', label: { en: 'It is there', es: 'Está' } },
      { value: 'removed', label: { en: 'Taken out', es: 'Se sacó' }, repair: 'storage' },
    ],
    usual: 'present',
    requiredFor: [],
    optionalFor: ['desktop', 'laptop', 'other'],
  },
  {
    name: 'managementLock',
    label: { en: 'Management lock', es: 'Bloqueo de administración' },
    help: {
      en: 'Choose a lock only if nobody in the district can remove it.',
      es: 'Elija un bloqueo solo si nadie en el distrito puede quitarlo.',
    },
    answers: [
      { value: 'off', label: { en: 'None, or removed', es: 'Ninguno o quitado' } },
      { value: 'on', label: { en: 'Locked', es: 'Bloqueado' } },
      { value: 'bios_password', label: { en: 'BIOS password', es: 'Contraseña del BIOS' } },
    ],
    usual: 'off',
    needsPower: true,
    requiredFor: [],
    optionalFor: ['desktop', 'laptop', 'ipad', 'chromebook', 'other'],
  },
  {
    name: 'accessories',
    label: { en: 'Charger and accessories', es: 'Cargador y accesorios' },
    answers: [
      { value: 'complete', label: { en: 'Complete', es: 'Completos' } },
      { value: 'missing', label: { en: 'Something is missing', es: 'Falta algo' } },
    ],
    usual: 'complete',
    requiredFor: [],
    optionalFor: ['desktop', 'laptop', 'ipad', 'chromebook', 'other'],
  },
];

/** Answers by the names of the questions. */
export type Answers = Readonly<Record<string, string>>;

export interface AnswerProblem {
  field: string;
  code: string;
  detail: string;
}

/** The questions of one kind of device. */
export function questionsOf(kind: DeviceKind): ChecklistQuestion[] {
  return QUESTIONS.filter(
    ({ requiredFor, optionalFor }) => requiredFor.includes(kind) || optionalFor.includes(kind),
  );
}

/** Everything that is wrong with the answers for a kind of device. */
export function answerProblems(
  kind: DeviceKind,
  answers: Readonly<Record<string, unknown>>,
): AnswerProblem[] {
  const questions = questionsOf(kind);
  const names = questions.map(({ name }) => name);
  // One unknown question is enough to show what is wrong.
  const unknown = Object.keys(answers).find((name) => !names.includes(name));
  const problems = questions.flatMap((question) => problemWith(question, kind, answers) ?? []);
  if (unknown === undefined) return problems;
  const detail = `The checklist for this kind of device has no question "${unknown.slice(0, 40)}". Its questions are: ${names.join(', ')}.`;
  return [{ field: 'answers', code: 'UNKNOWN_QUESTION', detail }, ...problems];
}

function problemWith(
  { name, answers: allowed, requiredFor, needsPower }: ChecklistQuestion,
  kind: DeviceKind,
  answers: Readonly<Record<string, unknown>>,
): AnswerProblem | undefined {
  const choices = allowed.map(({ value }) => value).join(', ');
  const given = Object.hasOwn(answers, name) ? answers[name] : undefined;
  const isAsked = !needsPower || answers['powersOn'] !== 'no';
  if (given === undefined)
    return requiredFor.includes(kind) && isAsked
      ? {
          field: `answers.${name}`,
          code: 'ANSWER_MISSING',
          detail: `Answer the question "${name}" with one of these: ${choices}.`,
        }
      : undefined;
  if (allowed.some(({ value }) => value === given)) return undefined;
  return {
    field: `answers.${name}`,
    code: 'UNKNOWN_ANSWER',
    detail: `The answer to "${name}" must be one of these: ${choices}.`,
  };
}

/** The repairs that the answers call for, each once. The glass of an iPad is its screen and its keyboard. */
export function repairsBy(kind: DeviceKind, answers: Answers): Repair[] {
  const found = QUESTIONS.flatMap(
    ({ name, answers: known }) => known.find(({ value }) => value === answers[name])?.repair ?? [],
  );
  return [...new Set(found.map((repair) => (kind === 'ipad' && repair === 'keyboard' ? 'screen' : repair)))];
}

export function isSwollen(answers: Answers): boolean {
  return answers[SWOLLEN.question] === SWOLLEN.answer;
}
