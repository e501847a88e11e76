import { Conflict, InvalidInput } from '../../common/refusal.js';

export class MakerAccountMissing extends Conflict {
  constructor(manufacturer: string) {
    super(
      `Rollcall cannot ask ${manufacturer} yet. Enter the credentials that ${manufacturer} gives, then start the look-up again.`,
      'MAKER_ACCOUNT_MISSING',
    );
  }
}

/** The maker has not said anything for some time. */
export class MakerSilent extends Conflict {
  constructor(manufacturer: string, why: string) {
    super(
      `${manufacturer} gave no usable answer for a while, so Rollcall stopped asking: ${why} The answers that it already has are saved. Start the look-up again later.`,
      'MAKER_SILENT',
    );
  }
}

export function credentialProblem(name: string, code: string, detail: string): InvalidInput {
  return new InvalidInput('These credentials cannot be used.', [
    { field: `credentials.${name}`, code, detail },
  ]);
}
