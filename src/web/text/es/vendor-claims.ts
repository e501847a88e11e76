import type { Translation } from '../catalog.js';

export const vendorSight: Translation['vendorSight'] = {
  title: 'Lo que ve el proveedor',
  about:
    'Las personas del proveedor ven la falla, el número de serie y el modelo de cada reclamo que usted envió. Ven las fotos y los documentos que usted comparte. Decida aquí qué más ven.',
  showsAssetTags: 'Etiquetas de inventario',
  showsAssetTagsHelp: 'Su propia etiqueta del dispositivo, junto al número de serie.',
  showsContacts: 'Contacto y dirección',
  showsContactsHelp: 'A quién preguntar por el reclamo en el plantel y desde dónde se envía el dispositivo.',
};

export const checklist: Translation['checklist'] = {
  title: 'Lista de control',
  about:
    'Los técnicos hacen estas cosas antes de que un reclamo a este proveedor esté listo. Los cambios valen para los reclamos que estén listos de ahora en adelante.',
  none: 'No se pide nada antes de que un reclamo esté listo. Empiece con la lista preparada o agregue sus propios puntos.',
  useReady: 'Usar la lista preparada',
  addReady: 'Agregar los puntos que faltan de la lista preparada',
  point: 'Punto {n}',
  add: 'Agregar un punto',
  remove: 'Quitar el punto {n}',
  up: 'Subir el punto {n}',
  down: 'Bajar el punto {n}',
  label: 'Qué hay que hacer',
  kind: 'Cómo se responde',
  kind_confirmation: 'Con una marca',
  kind_management_lock: 'Sin bloqueo o dado de baja en la administración',
  kind_data_removal: 'Borrado, o lo borra el proveedor',
  kind_photo: 'Rollcall busca una foto',
  kind_proof_of_purchase: 'Rollcall busca una fecha o prueba de compra',
  ready_management_lock:
    'El bloqueo de administración está desactivado, o el dispositivo está dado de baja en la administración.',
  ready_passwords: 'Se quitaron las contraseñas del firmware y de las cuentas.',
  ready_accessories: 'Se quitaron los accesorios: cargador, funda, lápiz y tarjetas de memoria.',
  ready_data: 'Los datos están borrados, o el proveedor se comprometió a borrarlos.',
  ready_photo: 'El reclamo tiene una foto.',
  ready_proof_of_purchase: 'La fecha de compra está registrada, o el reclamo tiene una prueba de compra.',
};

export const vendorTerms: Translation['vendorTerms'] = {
  title: 'Plazos y cajas',
  about:
    'Cuánto tiempo le da este proveedor para su propia parte de un reclamo. Rollcall avisa a las personas de un reclamo antes de que venza un plazo. Deje un campo en blanco si el proveedor no dice nada. Los cambios valen para lo que llegue de ahora en adelante.',
  partBackDays: 'Días para devolver una pieza defectuosa',
  partBackDaysHelp: 'Se cuentan desde el día en que el proveedor envía la pieza nueva.',
  rmaDays: 'Días en que sirve un RMA',
  rmaDaysHelp: 'Se cuentan desde el día en que llega el RMA.',
  quoteDays: 'Días para aprobar un presupuesto',
  quoteDaysHelp: 'Se cuentan desde el día en que llega el presupuesto.',
  boxSlots: 'Dispositivos en una caja',
  boxSlotsHelp: 'Cuántos dispositivos van en una caja que usted envía a este proveedor.',
};
