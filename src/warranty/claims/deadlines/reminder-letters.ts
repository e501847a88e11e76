import type { Language } from '../../../access/scope.js';
import type { LetterContents } from '../../../outbox/letter.js';
import type { DeadlineKind, ReminderStage } from './deadline.entities.js';

/** One reminder, with what its reader must know. */
export interface ReminderLines {
  number: string;
  code: string | null;
  model: string;
  site: string;
  vendor: string;
  rma: string | null;
  kind: DeadlineKind;
  /** Calendar date. */
  dueOn: string;
  stage: ReminderStage;
  district: string;
  language: Language;
}

interface Words {
  subject: (count: number, district: string) => string;
  opening: string;
  device: (line: ReminderLines) => string;
  todo: Record<DeadlineKind, (line: ReminderLines) => string>;
  late: string;
  closing: string;
}

const WORDS: Record<Language, Words> = {
  en: {
    subject: (count, district) =>
      `${district}: ${count === 1 ? 'a deadline of a warranty claim' : `${count} deadlines of warranty claims`}`,
    opening: 'These warranty claims need something from you.',
    device: ({ number, code, model, site, vendor }) =>
      `${number}: ${model} ${code ?? ''} at ${site} (${vendor})`,
    todo: {
      part: ({ dueOn, vendor }) => `Send the defective part back to ${vendor} by ${dueOn}.`,
      rma: ({ dueOn, rma }) =>
        `The return authorization ${rma ?? ''} is good until ${dueOn}. Ship the device.`,
      quote: ({ dueOn, vendor }) => `Approve or refuse the quote from ${vendor} by ${dueOn}.`,
    },
    late: 'This day has passed.',
    closing: 'You get this because you opened these claims, or worked on them last.',
  },
  es: {
    subject: (count, district) =>
      `${district}: ${count === 1 ? 'una fecha límite de un reclamo de garantía' : `${count} fechas límite de reclamos de garantía`}`,
    opening: 'Estos reclamos de garantía necesitan algo de usted.',
    device: ({ number, code, model, site, vendor }) =>
      `${number}: ${model} ${code ?? ''} en ${site} (${vendor})`,
    todo: {
      part: ({ dueOn, vendor }) => `Devuelva la pieza defectuosa a ${vendor} a más tardar el ${dueOn}.`,
      rma: ({ dueOn, rma }) =>
        `La autorización de devolución ${rma ?? ''} vale hasta el ${dueOn}. Envíe el dispositivo.`,
      quote: ({ dueOn, vendor }) => `Apruebe o rechace el presupuesto de ${vendor} a más tardar el ${dueOn}.`,
    },
    late: 'Esta fecha ya pasó.',
    closing:
      'Recibe este mensaje porque usted inició estos reclamos o fue la última persona que trabajó en ellos.',
  },
};

/** A letter to one person, in their language. @param lines at least one */
export function reminderLetter(lines: readonly ReminderLines[]): LetterContents {
  const [first] = lines;
  if (!first) throw new Error('a reminder of nothing');
  const words = WORDS[first.language];
  const text = [
    words.opening,
    '',
    ...lines.flatMap((line) => [
      words.device(line),
      `  ${words.todo[line.kind](line)}`,
      ...(line.stage === 'late' ? [`  ${words.late}`] : []),
      '',
    ]),
    words.closing,
  ];
  return { subject: words.subject(lines.length, first.district), text: text.join('\n'), attachments: [] };
}
