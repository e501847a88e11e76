import type { Translation } from '../catalog.js';

export const searchWindow: Translation['searchWindow'] = {
  results: 'Resultados de la búsqueda',
  pages: 'Páginas',
  devices: 'Dispositivos',
  sites: 'Sitios',
  people: 'Personas',
  nothing: 'No se encontró nada con “{text}”. Revise la ortografía o escriba menos letras.',
  offline: 'No tiene conexión. Se busca solo en lo guardado en este dispositivo.',
  allDevices: 'Ver todos los dispositivos que coinciden con “{text}”',
};
