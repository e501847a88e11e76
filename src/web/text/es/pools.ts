import type { Translation } from '../catalog.js';

export const pools: Translation['pools'] = {
  title: 'Incidentes compartidos',
  link: 'Incidentes compartidos',
  about:
    'Planes que pagan una cantidad de incidentes de todos sus dispositivos en conjunto. Un reclamo usa uno cuando se inicia.',
  pool: 'Incidentes compartidos',
  claimsOfPool: 'Reclamos de un plan',
  shared: 'Incidentes compartidos',
  leftOf: 'quedan {left} de {incidents}',
  leftInPool: '{left} ({name})',
  usedUp: 'Todos usados',
  new: 'Agregar incidentes compartidos',
  newAbout: 'Para un plan como 50 incidentes para una compra de 1,000 dispositivos.',
  add: 'Agregar incidentes compartidos',
  none: 'Todavía no hay incidentes compartidos',
  noneText:
    'Agregue aquí un plan si sus dispositivos comparten una cantidad de incidentes, como 50 para una compra de 1,000 dispositivos.',
  noneTextAsk:
    'Pida a ITS que agregue aquí un plan si sus dispositivos comparten una cantidad de incidentes.',
  name: 'Nombre',
  nameHelp: 'Por ejemplo: Daños accidentales, compra PO-118',
  plan: 'Plan',
  contractHelp:
    'Todas las coberturas con este proveedor, tipo y número de contrato comparten los incidentes.',
  incidents: 'Incidentes en total',
  incidentsHelp: 'Cuántos paga el proveedor, para todos los dispositivos en conjunto',
  usedBefore: 'Usados antes de Rollcall',
  usedBeforeHelp: 'Incidentes que usó antes de llevar los reclamos en Rollcall',
  used: 'Usados por reclamos',
  left: 'Disponibles',
  devices: 'Dispositivos que los comparten',
  noDevices:
    'Ningún dispositivo tiene cobertura de este plan. Registre coberturas con el mismo proveedor, tipo y número de contrato.',
  facts: 'Sobre este plan',
  pageAbout: 'Incidentes que comparten los dispositivos de un plan',
  all: 'Todos los incidentes compartidos',
  failed: 'No se pudo cargar este plan',
  notFound: 'No se encontró el plan',
  claims: 'Reclamos que usaron un incidente',
  claimsNone: 'Todavía ningún reclamo usó un incidente.',
};
