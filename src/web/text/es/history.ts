import type { Translation } from '../catalog.js';

export const history: Translation['history'] = {
  title: 'Historial',
  none: 'Todavía no hay cambios.',
  set: '{field}: {after}',
  changed: '{field}: {before} → {after}',
  nothing: 'ninguno',
  byRollcall: 'Rollcall',
  recorded: 'registrado el {when}',
  reason: 'Motivo: {note}',
};
