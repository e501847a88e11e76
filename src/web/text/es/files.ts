import type { Translation } from '../catalog.js';

export const files: Translation['files'] = {
  takePhoto: 'Tomar foto',
  choose: 'Elegir archivos',
  choosePhotos: 'Elegir fotos',
  sending: '{count, plural, one {Agregando # archivo} other {Agregando # archivos}}',
  adding: 'Agregando {name}',
  notAdded: 'No se agregó {name}',
  dismiss: 'Descartar',
  empty: 'Este archivo está vacío. Elija otro archivo.',
  wrongType: 'No se puede agregar este tipo de archivo. Elija una foto JPEG, PNG o WebP, o un archivo PDF.',
  wrongPhotoType: 'Este tipo de archivo no se puede agregar. Elija una foto JPEG, PNG o WebP.',
  unreadable:
    'No se puede leer esta foto. Guárdela como archivo JPEG, PNG o WebP, o tómela de nuevo, y agregue ese archivo.',
  tooLarge:
    'Este archivo pesa {size, number} MB y un archivo puede pesar hasta 10 MB. Redúzcalo y agréguelo de nuevo.',
  open: 'Ver {name} en grande',
  download: 'Descargar {name}',
  delete: 'Borrar',
  deleteOne: 'Borrar {name}',
  askDelete: '¿Borrar este archivo?',
  deleteText: '{name} se borrará definitivamente. No se puede recuperar.',
  keep: 'Conservar archivo',
  previous: 'Anterior',
  next: 'Siguiente',
  place: '{at} de {of}',
  original: 'Abrir en otra pestaña',
};
