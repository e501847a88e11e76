import type { Translation } from '../catalog.js';

export const claimFiles: Translation['claimFiles'] = {
  title: 'Fotos y documentos',
  about:
    'Fotos (JPEG, PNG o WebP) y archivos PDF de hasta 10 MB cada uno. Un reclamo puede tener hasta 20 archivos.',
  none: 'Todavía no hay fotos ni documentos. Agregue una foto del daño para que el proveedor pueda verlo.',
  sharing:
    'El proveedor solo ve los archivos que usted comparte, después de que se envía el reclamo. Antes de compartir una foto, revise que no aparezca ningún estudiante.',
  addedBy: '{when}, {name}',
  kindOf: 'Qué es {name}',
  kind_photo: 'Foto',
  kind_proof_of_purchase: 'Comprobante de compra',
  kind_other: 'Otro documento',
  share: 'Compartir con el proveedor',
  shared: 'Compartido con el proveedor',
  notChanged: 'No se pudo cambiar este archivo',
};
