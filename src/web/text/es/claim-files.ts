import type { Translation } from '../catalog.js';

export const claimFiles: Translation['claimFiles'] = {
  title: 'Fotos y documentos',
  about:
    'Fotos (JPEG, PNG o WebP) y archivos PDF de hasta 10 MB cada uno. Un reclamo puede tener hasta 20 archivos.',
  none: 'Todavía no hay fotos ni documentos. Agregue una foto del daño para que el proveedor pueda verlo.',
  sharing:
    'El proveedor solo ve los archivos que usted comparte, después de que se envía el reclamo. Antes de compartir una foto, revise que no aparezca ningún estudiante.',
  takePhoto: 'Tomar foto',
  choose: 'Elegir archivos',
  sending: '{count, plural, one {Agregando # archivo} other {Agregando # archivos}}',
  adding: 'Agregando {name}',
  notAdded: 'No se agregó {name}',
  dismiss: 'Descartar',
  empty: 'Este archivo está vacío. Elija otro archivo.',
  wrongType: 'No se puede agregar este tipo de archivo. Elija una foto JPEG, PNG o WebP, o un archivo PDF.',
  unreadable:
    'No se puede leer esta foto. Guárdela como archivo JPEG, PNG o WebP, o tómela de nuevo, y agregue ese archivo.',
  tooLarge:
    'Este archivo pesa {size, number} MB y un archivo puede pesar hasta 10 MB. Redúzcalo y agréguelo de nuevo.',
  addedBy: '{when}, {name}',
  kindOf: 'Qué es {name}',
  kind_photo: 'Foto',
  kind_proof_of_purchase: 'Comprobante de compra',
  kind_other: 'Otro documento',
  share: 'Compartir con el proveedor',
  shared: 'Compartido con el proveedor',
  open: 'Ver {name} en grande',
  download: 'Descargar {name}',
  delete: 'Borrar',
  deleteOne: 'Borrar {name}',
  askDelete: '¿Borrar este archivo?',
  deleteText: '{name} se borrará definitivamente. No se puede recuperar.',
  keep: 'Conservar archivo',
  notChanged: 'No se pudo cambiar este archivo',
  previous: 'Anterior',
  next: 'Siguiente',
  place: '{at} de {of}',
  original: 'Abrir en otra pestaña',
};
