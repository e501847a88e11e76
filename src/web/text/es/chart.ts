import type { Translation } from '../catalog.js';
export const chart: Translation['chart'] = {
  view: 'Mostrar como',
  chart: 'Gráfica',
  table: 'Tabla',
  savePicture: 'Guardar como imagen',
};
