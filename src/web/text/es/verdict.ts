import type { Translation } from '../catalog.js';

export const verdict: Translation['verdict'] = {
  done: '{action}: {device}',
  for: 'Para {person}',
  room: 'Salón {room}',
  cart: 'Carrito {cart}',
  wasAt: 'Estaba en {site}.',
  found: 'Estaba extraviado. Ahora está marcado como encontrado.',
  stillRetired: 'Según nuestros registros, está retirado.',
  stillMissing:
    'Según nuestros registros, está extraviado. Elija “Mover aquí” para marcarlo como encontrado.',
  unknown: 'Código desconocido: {code}',
  unknownText: 'No está en nuestros registros. Se guardó en Pendientes.',
  noIndex: 'Guardado: {code}',
  noIndexText:
    'Todavía se está descargando la lista de dispositivos, así que aún no podemos comprobar este código.',
  several: '{count, plural, one {# dispositivo tiene este código} other {# dispositivos tienen este código}}',
  severalText: 'Elija cuál escaneó.',
  otherSite: '{device} es de otro sitio',
  otherSiteText: 'Según nuestros registros, está en {site}. Primero muévalo aquí.',
  illegalText:
    'Según nuestros registros, su estado es “{status}”, así que esto no se puede hacer directamente. Primero devuelva el dispositivo al inventario.',
  undone: 'Deshecho: {device}',
  notUndone: 'No se pudo deshacer: {device}',
  refused: 'No se hizo: {device}',
  review: 'Necesita revisión: {device}',
};

export const reason: Translation['reason'] = {
  INVALID_SCAN:
    'Faltaba algo o no se pudo leer. Elija la acción otra vez, complete sus campos y escanee el dispositivo de nuevo.',
  UNKNOWN_ACTION:
    'Esta acción ya no existe. Vuelva a cargar la página, elija otra acción y escanee el dispositivo de nuevo.',
  UNKNOWN_SITE: 'Este sitio ya no existe. Elija otro sitio y escanee el dispositivo de nuevo.',
  SITE_CLOSED: 'Este sitio está cerrado. Elija otro sitio y escanee el dispositivo de nuevo.',
  UNKNOWN_PERSON:
    'El número o correo “{person}” no pertenece a un estudiante de sus sitios ni a un empleado. Busque a la persona por nombre y escanee el dispositivo de nuevo.',
  PERSON_UNCLEAR:
    'Varias personas tienen el correo “{person}”. Busque a la persona por nombre y escanee el dispositivo de nuevo.',
  NOT_LENT:
    'Una fecha de devolución necesita una persona. Elija una persona o borre la fecha y escanee el dispositivo de nuevo.',
  NOT_IN_USE:
    'El dispositivo está fuera de servicio, así que no se puede prestar. Primero devuélvalo al inventario.',
  FUTURE_DATE: 'La fecha está en el futuro. Cámbiela y escanee el dispositivo de nuevo.',
  NOT_A_CODE:
    'Este es un código de relleno que tienen muchos dispositivos. Escanee otra etiqueta del dispositivo.',
  UNKNOWN_SWEEP:
    'Este recuento no existe o es de otro sitio. Abra el recuento otra vez y escanee el dispositivo de nuevo.',
  ID_TAKEN: 'No se pudo guardar el escaneo. Escanee el dispositivo de nuevo.',
  CHANGED_MEANWHILE:
    'Otra persona cambió este dispositivo antes de que llegara su escaneo. Abra Pendientes y elija qué cambio conservar.',
  OUT_OF_SCOPE:
    'Según nuestros registros, el dispositivo está en un sitio que no es suyo. Primero muévalo aquí o pregunte a su líder.',
  RE_ENTERED: 'Según nuestros registros, este dispositivo se dio de baja. Un administrador debe revisarlo.',
  AMBIGUOUS_CODE: 'Varios dispositivos tienen este código. Elija el correcto en Pendientes.',
  DEVICE_ILLEGAL_MOVE:
    'Según nuestros registros, el estado del dispositivo no permite esto. Primero devuélvalo al inventario o pregunte a su líder.',
  CLAIM_OPEN: 'El dispositivo ya tiene un reclamo abierto por esta falla. Búsquelo en Reclamos de garantía.',
  CLAIM_VENDOR_MISSING:
    'Ninguna cobertura registrada dice quién da la garantía. Abra Pendientes para elegir un proveedor.',
  DEVICE_HELD: 'Este dispositivo está retenido. Pida a quien lo retuvo que lo libere primero.',
  UNDO_CHANGED_MEANWHILE:
    'El dispositivo se cambió después de este escaneo. Abra el dispositivo y cámbielo ahí.',
  UNDO_DECIDED_BY_OTHERS: 'Otra persona ya revisó este escaneo. Pídale que lo cambie.',
  UNDO_UNKNOWN_SCAN: 'El servidor no tiene este escaneo, así que no hay nada que deshacer.',
  UNDO_OUT_OF_SCOPE:
    'El dispositivo ahora está en un sitio que no es suyo. Pida a un técnico de ese sitio que lo cambie.',
};
