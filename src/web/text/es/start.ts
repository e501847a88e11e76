import type { Translation } from '../catalog.js';

export const start: Translation['start'] = {
  title: 'Primeros pasos',
  text: 'Con estos pasos se forma su inventario en Rollcall. Puede salir y volver cuando quiera.',
  hide: 'Ocultar estos pasos',
  step: 'Paso {n}',
  done: 'Listo',
  sites: 'Agregue sus sitios',
  sitesText:
    'Suba un archivo CSV o Excel con una fila por cada escuela u oficina, o agréguelas una por una. Rollcall revisa el archivo antes de guardar nada.',
  sitesDone: '{count, plural, one {# sitio registrado.} other {# sitios registrados.}}',
  sitesMany: 'Hay {count} sitios registrados o más.',
  devicesByAdmin: 'Un administrador de su distrito importa los dispositivos.',
  importSites: 'Importar sitios',
  addSite: 'Agregar un sitio',
  devices: 'Importe sus dispositivos',
  devicesText:
    'Suba un archivo CSV o Excel de su sistema actual. Antes de guardar verá qué se agrega y qué cambia.',
  devicesFirst: 'Agregue primero sus sitios. Cada dispositivo pertenece a un sitio.',
  devicesDone: '{count, plural, one {# dispositivo registrado.} other {# dispositivos registrados.}}',
  importDevices: 'Importar dispositivos',
  people: 'Agregue a su equipo',
  peopleText: 'Agregue cuentas para técnicos, ITS y directores, y elija qué sitios ve cada uno.',
  peopleDone: '{count, plural, one {# cuenta.} other {# cuentas.}}',
  addAccount: 'Agregar una cuenta',
  labels: 'Imprima etiquetas',
  labelsText:
    'Imprima una etiqueta con código de barras para cada dispositivo. Después cualquiera puede escanearla con un teléfono.',
  labelsFirst: 'Importe primero sus dispositivos.',
  printLabels: 'Imprimir etiquetas',
  sample: '¿Solo quiere probar?',
  sampleText:
    'Cargue 5 sitios de ejemplo con 60 dispositivos para probarlo todo. Se importan como cualquier archivo y puede quitarlos en un solo paso.',
  loadSample: 'Cargar el ejemplo',
  sampleHere: 'Está viendo datos de ejemplo',
  sampleHereText:
    'Quite el ejemplo antes de importar sus propios datos. Rollcall deshace entonces las dos importaciones de ejemplo. Los sitios de ejemplo quedan en los registros como sitios cerrados.',
  removeSample: 'Quitar el ejemplo',
  sampleFailed: 'No se pudo cargar el ejemplo: {reason}',
};
