import type { Language } from '../../access/scope.js';
import type { LetterContents } from '../../outbox/letter.js';
import type { MessageSide } from './claim-message.entity.js';

/** A message on a claim, with what its reader must know. */
export interface WrittenMessage {
  number: string;
  claimId: string;
  model: string;
  serialNumber: string | null;
  side: MessageSide;
  /** Name or email of the writer. A vendor never reads who wrote in the district. */
  from: string | null;
  text: string;
  district: string;
  vendor: string;
  /** Of the person in the district who opened the claim. */
  language: Language;
}

interface Words {
  subject: (from: string, number: string) => string;
  opening: (from: string, claim: string) => string;
  claim: (message: WrittenMessage) => string;
  answer: (page: string | null) => string;
  closing: string;
}

const WORDS: Record<Language, Words> = {
  en: {
    subject: (from, number) => `${from}: message about claim ${number}`,
    opening: (from, claim) => `${from} wrote to you about ${claim}.`,
    claim: ({ number, model, serialNumber }) =>
      `warranty claim ${number} (${model}, serial number ${serialNumber ?? 'unknown'})`,
    answer: (page) => (page === null ? 'Sign in to Rollcall to answer.' : `Answer on this page: ${page}`),
    closing: 'You get at most one email an hour about messages on a claim.',
  },
  es: {
    subject: (from, number) => `${from}: mensaje sobre el reclamo ${number}`,
    opening: (from, claim) => `${from} le escribió sobre ${claim}.`,
    claim: ({ number, model, serialNumber }) =>
      `el reclamo de garantía ${number} (${model}, número de serie ${serialNumber ?? 'desconocido'})`,
    answer: (page) =>
      page === null ? 'Inicie sesión en Rollcall para responder.' : `Responda en esta página: ${page}`,
    closing: 'Recibe como máximo un correo por hora sobre los mensajes de un reclamo.',
  },
};

/**
 * Tells the other side what was written. A vendor reads English, and the district the language of whoever opened the
 * claim.
 * @param messages of one side, oldest first; at least one
 * @param publicUrl the address of Rollcall, if the server knows it
 */
export function messageLetter(
  messages: readonly WrittenMessage[],
  publicUrl: string | undefined,
): LetterContents {
  const [first] = messages;
  if (!first) throw new Error('a letter about no message');
  const isToVendor = first.side === 'district';
  const words = WORDS[isToVendor ? 'en' : first.language];
  const from = isToVendor ? first.district : first.vendor;
  const path = isToVendor ? `/desk/claims/${first.claimId}` : `/claims/${first.claimId}`;
  const text = [
    words.opening(from, words.claim(first)),
    '',
    ...messages.flatMap((message) => [
      ...(isToVendor || message.from === null ? [] : [`${message.from}:`]),
      message.text,
      '',
    ]),
    words.answer(publicUrl === undefined ? null : `${publicUrl}${path}`),
    words.closing,
  ];
  return { subject: words.subject(from, first.number), text: text.join('\n'), attachments: [] };
}
