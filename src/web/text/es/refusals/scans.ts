/** Scans, sweeps and labels. By the code of the API's answer. */
export const scans = {
  UNKNOWN_CODE:
    'Nuestros registros no tienen ningún dispositivo con este código. El escaneo está guardado en la bandeja.',
  AMBIGUOUS_CODE: 'Varios dispositivos tienen este código. Elija el que se escaneó.',
  RE_ENTERED:
    'Según nuestros registros, este dispositivo se dio de baja. Un administrador puede volver a ponerlo en uso.',
  CHANGED_MEANWHILE:
    'Otra persona cambió este dispositivo antes de que llegara este escaneo. Elija cuál conservar.',
  STILL_IN_CONFLICT: 'Rollcall todavía no puede usar este escaneo.',
  CONFLICT_NOT_FOUND: 'Este escaneo ya no necesita revisión.',
  UNKNOWN_CODE_NOT_FOUND: 'Ningún escaneo con este código necesita revisión.',
  INVALID_SCAN: 'Este escaneo está incompleto y no se pudo usar.',
  UNKNOWN_ACTION: 'Esta acción de escaneo ya no existe. Vuelva a cargar la página.',
  UNKNOWN_SCAN: 'Usted no tiene un escaneo así que se pueda deshacer.',
  DECIDED_BY_OTHERS: 'Otra persona ya decidió qué hacer con este escaneo.',
  SCAN_NOT_FOUND: 'Este escaneo no existe o no es suyo.',
  SCAN_DECIDED: 'Alguien ya decidió qué hacer con este escaneo.',
  ID_TAKEN: 'Otro escaneo ya tiene este identificador.',
  PHOTO_NOT_FOUND: 'Este escaneo no tiene foto.',
  PHOTO_TOO_LARGE: 'La foto pesa más de 2 MiB. Redúzcala.',
  NO_PHOTO: 'Elija una imagen JPEG, PNG o WebP.',
  SWEEP_NOT_FOUND: 'Este recuento no existe o usted no puede verlo.',
  SWEEP_OPEN: 'Ya hay un recuento abierto en este lugar. Únase a él o ciérrelo primero.',
  SWEEP_CLOSED: 'Este recuento ya está cerrado.',
  UNKNOWN_SWEEP: 'No existe ese recuento en este sitio.',
  BAD_SIGNATURE: 'La imagen de la firma no se puede usar. Firme de nuevo.',
  SIGNATURE_NOT_FOUND: 'Este recuento no tiene una firma dibujada.',
  ONE_PLACE: 'Elija un salón o un carrito, no ambos.',
  TOO_MANY_MOVES: 'Se encontraron demasiados dispositivos en otro lugar. Cierre el recuento sin moverlos.',
  NOTHING_CHOSEN: 'Su selección no tiene ningún dispositivo de sus sitios.',
  TOO_MANY: 'Son demasiadas etiquetas a la vez. Elija menos.',
  ONE_SOURCE: 'Elija las etiquetas de una sola manera.',
};
