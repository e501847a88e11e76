import type { Language } from '../../../access/scope.js';
import type { LetterContents } from '../../../outbox/letter.js';
import type { LotReminderKind, ObligationKind } from './lot-settlement.entities.js';

/** A lot, with the facts for its letter. */
export interface LotLetterFacts {
  number: number;
  name: string;
  site: string;
  kind: LotReminderKind;
  /** Calendar date on which the waste must leave. */
  aboutOn: string;
  /** Whether that day is over. */
  isOver: boolean;
  /** Whether somebody has done it since the letter was due. */
  isDone: boolean;
  /** Papers that are late, with their due dates. */
  late: { kind: ObligationKind; dueOn: string }[];
  district: string;
  language: Language;
}

interface Words {
  papers: Record<ObligationKind, string>;
  late: (facts: LotLetterFacts) => { subject: string; lines: string[] };
  waste: (facts: LotLetterFacts) => { subject: string; lines: string[] };
  done: string;
  closing: string;
}

const WORDS: Record<Language, Words> = {
  en: {
    papers: {
      certificate_of_recycling: 'the certificate of recycling',
      certificate_of_destruction: 'the certificate of destruction',
      wipe_certificates: 'a certificate for each serial number that its data was removed',
      weights: 'the weights',
      price: 'the price',
      payment: 'the payment',
      recipient_receipt: 'the receipt of the recipient',
    },
    late: ({ number, name, district }) => ({
      subject: `${district}: papers of lot ${number} are late`,
      lines: [`Lot ${number} (${name}) was picked up, and these papers are late:`],
    }),
    waste: ({ number, name, site, aboutOn, isOver, district }) => ({
      subject: `${district}: lot ${number} ${isOver ? 'had to' : 'must'} leave by ${aboutOn}`,
      lines: isOver
        ? [
            `Lot ${number} (${name}) at ${site} is universal waste. The law gave it one year, which ended on ${aboutOn}.`,
            'Have the lot picked up at once.',
          ]
        : [
            `Lot ${number} (${name}) at ${site} is universal waste. The law gives it one year, which ends on ${aboutOn}.`,
            'Have the lot picked up before that day.',
          ],
    }),
    done: 'Somebody has done this since. You need not do anything.',
    closing: 'You get this email because you created this lot or worked on it last.',
  },
  es: {
    papers: {
      certificate_of_recycling: 'el certificado de reciclaje',
      certificate_of_destruction: 'el certificado de destrucción',
      wipe_certificates: 'un certificado de borrado de datos para cada número de serie',
      weights: 'los pesos',
      price: 'el precio',
      payment: 'el pago',
      recipient_receipt: 'el recibo del destinatario',
    },
    late: ({ number, name, district }) => ({
      subject: `${district}: faltan documentos del lote ${number}`,
      lines: [`El lote ${number} (${name}) ya se recogió, y estos documentos están atrasados:`],
    }),
    waste: ({ number, name, site, aboutOn, isOver, district }) => ({
      subject: `${district}: el lote ${number} ${isOver ? 'debía' : 'debe'} salir a más tardar el ${aboutOn}`,
      lines: isOver
        ? [
            `El lote ${number} (${name}) en ${site} es residuo universal. La ley le daba un año, que terminó el ${aboutOn}.`,
            'Haga que recojan el lote de inmediato.',
          ]
        : [
            `El lote ${number} (${name}) en ${site} es residuo universal. La ley le da un año, que termina el ${aboutOn}.`,
            'Haga que recojan el lote antes de ese día.',
          ],
    }),
    done: 'Alguien ya lo hizo. Usted no tiene que hacer nada.',
    closing: 'Recibe este mensaje porque usted inició este lote o fue la última persona que trabajó en él.',
  },
};

/** A letter about one lot, in the language of its reader. */
export function lotLetter(facts: LotLetterFacts): LetterContents {
  const { papers, late, waste, done, closing } = WORDS[facts.language];
  const { subject, lines } = facts.kind === 'obligations' ? late(facts) : waste(facts);
  const owed = facts.kind === 'obligations' ? facts.late : [];
  const text = facts.isDone
    ? [...lines.slice(0, 1), done, '', closing]
    : [...lines, ...owed.map(({ kind, dueOn }) => `- ${papers[kind]} (${dueOn})`), '', closing];
  return { subject, text: text.join('\n'), attachments: [] };
}
