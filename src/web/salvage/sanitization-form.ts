import type { Shape } from '../api/problem.js';

/** Texts as they are typed. */
export interface SanitizationForm {
  medium: string;
  technique: string;
  particleMm: string;
  result: string;
  isPulled: boolean;
  driveSerial: string;
  tool: string;
  toolVersion: string;
  verifiedBy: string;
  verification: string;
  place: string;
  note: string;
}

export const NOTHING: SanitizationForm = {
  medium: '',
  technique: '',
  particleMm: '',
  result: 'completed',
  isPulled: false,
  driveSerial: '',
  tool: '',
  toolVersion: '',
  verifiedBy: '',
  verification: '',
  place: '',
  note: '',
};

/** Fields that show their own errors. */
export const FIELDS: readonly string[] = Object.keys(NOTHING);

type Body = Shape<'NewSanitizationBody'>;

/** What is blank is left out, so that the API says at which field something is missing. */
export function sanitizationBody(deviceId: string, form: SanitizationForm): Body {
  const { medium, technique, particleMm, result, isPulled, driveSerial, ...texts } = form;
  const size = Number(particleMm.trim().replace(',', '.'));
  const said = Object.entries(texts).flatMap(([field, text]) => (text.trim() ? [[field, text.trim()]] : []));
  return {
    deviceIds: [deviceId],
    medium: medium as Body['medium'],
    technique: technique as Body['technique'],
    result: result as Body['result'],
    mediaSource: isPulled ? 'pulled' : 'installed',
    ...(isPulled && driveSerial.trim() && { driveSerial: driveSerial.trim() }),
    ...(technique === 'shred' && particleMm.trim() && { particleMm: size }),
    ...Object.fromEntries(said),
  };
}
