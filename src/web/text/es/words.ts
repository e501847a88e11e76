import type { Translation } from '../catalog.js';

export const words: Translation['words'] = {
  title: 'Palabras de estado',
  about:
    'Los proveedores nombran los estados de un reclamo con sus propias palabras. Diga aquí qué significa cada palabra de este proveedor, y Rollcall aplica sus respuestas automáticamente.',
  open: 'Hay respuestas en espera hasta que usted diga qué significan estas palabras',
  openWord: '“{word}”: {count, plural, one {# respuesta en espera} other {# respuestas en espera}}',
  give: 'Dar un significado',
  giveTo: 'Dar un significado: {word}',
  none: 'Todavía no hay palabras. Rollcall ya conoce “acknowledged”, “in progress”, “waiting”, “resolved” y “denied”.',
  row: 'Palabra {n}',
  remove: 'Quitar la palabra {n} {word}',
  add: 'Agregar una palabra',
  word: 'Palabra del proveedor',
  twice: 'Esta palabra está dos veces en la lista. Quite una de las dos.',
  meaning: 'Qué significa',
  meaning_acknowledged: 'Confirmado',
  meaning_in_progress: 'En curso',
  meaning_waiting: 'Espera por nosotros',
  meaning_resolved: 'Resuelto',
  meaning_denied: 'Rechazado',
  meaning_no_change: 'Nada cambia',
  outcome: '¿Cómo se resolvió?',
  denialReason: '¿Por qué se rechazó?',
  inReply: 'Lo dice la respuesta',
  removed: 'Quitada',
  applied:
    'Rollcall aplicó {count, plural, one {# respuesta que estaba} other {# respuestas que estaban}} en espera.',
  stillWaiting:
    '{count, plural, one {# respuesta necesita} other {# respuestas necesitan}} una decisión suya por otro motivo.',
  readyMadeHelp:
    'Rollcall trae las palabras de algunos proveedores. Las palabras que usted ya definió no cambian.',
  readyMadeLater: 'Guarde sus cambios antes de agregar las palabras que trae Rollcall.',
  addReadyMade: 'Palabras de {name}',
  toReplies: 'Respuestas por revisar',
};
