import type { Translation } from '../catalog.js';

export const changeMany: Translation['changeMany'] = {
  title: 'Cambiar dispositivos',
  selected:
    '{count, plural, one {{number} dispositivo seleccionado} other {{number} dispositivos seleccionados}}',
  which: '¿Qué quiere cambiar?',
  newValue: 'Valor nuevo: {field}',
  blankClears: 'Deje esto en blanco para borrar el campo',
  modelHelp: 'El tipo de dispositivo cambia con el modelo',
  preview: 'Vista previa',
  previewing: 'Se revisa cada dispositivo…',
  previewFailed: 'No se pudo revisar este cambio',
  tryAgain: 'Intente de nuevo en un minuto.',
  editAgain: 'Cambiar otra cosa',
  examples: '{count, plural, one {El primer dispositivo} other {Los primeros # dispositivos}}',
  change: 'Cambio',
  willChange:
    '{count, plural, =0 {No cambiará ningún dispositivo} one {Cambiará {number} dispositivo} other {Cambiarán {number} dispositivos}}',
  changed:
    '{count, plural, =0 {No cambió ningún dispositivo} one {Cambió {number} dispositivo} other {Cambiaron {number} dispositivos}}',
  inField: '{field}: {count, plural, one {{number} dispositivo} other {{number} dispositivos}}',
  unchanged:
    '{count, plural, one {{number} dispositivo ya tiene estos valores.} other {{number} dispositivos ya tienen estos valores.}}',
  willRefuse:
    '{count, plural, one {{number} dispositivo no se puede cambiar} other {{number} dispositivos no se pueden cambiar}}',
  refused:
    '{count, plural, one {{number} dispositivo no se cambió} other {{number} dispositivos no se cambiaron}}',
  andMore: 'y {count} más',
  confirm: '{count, plural, one {Cambiar {number} dispositivo} other {Cambiar {number} dispositivos}}',
  changing: 'Se cambian los dispositivos…',
  failed: 'El cambio se detuvo por un error',
  stopped: 'El cambio se detuvo',
  stoppedAt:
    '{count, plural, one {{number} dispositivo ya se había cambiado y queda así.} other {{number} dispositivos ya se habían cambiado y quedan así.}}',
  undo: 'Deshacer este cambio',
  undoing: 'Se deshace el cambio…',
  undone:
    '{count, plural, one {Se deshizo en {number} dispositivo} other {Se deshizo en {number} dispositivos}}',
  notUndone:
    '{count, plural, one {{number} dispositivo se cambió de nuevo después y quedó como está.} other {{number} dispositivos se cambiaron de nuevo después y quedaron como están.}}',
  unknown: 'No se encontró este cambio',
  gone: 'Su selección ya no está',
  goneText: 'Vuelva a la lista y seleccione los dispositivos de nuevo.',
  back: 'Volver a los dispositivos',
};
