import type { Translation } from '../catalog.js';

export const forms: Translation['forms'] = {
  restored: 'Se recuperaron sus cambios sin guardar',
  restoredText: 'Guárdelos, o elija Cancelar para descartarlos.',
  changedMeanwhile: 'Otra persona hizo cambios mientras usted editaba',
  changedElsewhere:
    'La otra persona cambió otros campos. El formulario tiene los cambios de ambos. Guarde de nuevo.',
  changedBoth: 'Ambos cambiaron estos campos. Elija qué valor se queda y guarde de nuevo.',
  mine: 'El suyo: {value}',
  theirs: 'El de la otra persona: {value}',
  yes: 'Sí',
  no: 'No',
};
