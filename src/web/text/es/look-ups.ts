import type { Translation } from '../catalog.js';

export const lookUps: Translation['lookUps'] = {
  title: 'Consultar a los fabricantes',
  about:
    'Rollcall pregunta a los fabricantes qué garantías y contratos tienen para sus dispositivos. Lo que registraron las personas no cambia.',
  open: 'Consultar a los fabricantes',
  ready: 'Listo',
  notReady: 'Faltan las credenciales',
  setOn: 'Credenciales para {vendor}, registradas {when}',
  lastEnded: 'La última consulta terminó {when}',
  stopped: 'La última consulta se detuvo antes de tiempo',
  enter: 'Registrar credenciales',
  replace: 'Cambiar credenciales',
  forget: 'Quitar credenciales',
  forgetAsk: '¿Quitar las credenciales de {maker}?',
  forgetText: 'Rollcall ya no podrá consultar a {maker}. Las garantías que ya encontró se conservan.',
  forgetDo: 'Quitar',
  askNew: 'Consultar los dispositivos nuevos',
  askAll: 'Consultar todos los dispositivos',
  askNewHelp: 'Son nuevos aquellos sobre los que {maker} todavía no ha respondido.',
  schedule: 'Horario',
  scheduleOf: 'Horario para {maker}',
  scheduleText:
    'Rollcall puede consultar a {maker} por sí solo, por ejemplo de noche. Consulta los dispositivos sin respuesta, de todos los sitios.',
  hasSchedule: 'Consultar automáticamente',
  askAgain: 'Volver a consultar después de (días)',
  askAgainHelp:
    'Si la última respuesta de un dispositivo es más antigua, Rollcall vuelve a consultar. Déjelo en blanco para consultar una sola vez.',
  nextRun: 'Rollcall volverá a consultar a {maker} por sí solo {when}',
  credentials: 'Credenciales de {maker}',
  credentialsText: 'Escriba lo que le dio {maker}. Rollcall lo cifra y no lo vuelve a mostrar.',
  vendor: 'Proveedor',
  vendorHelp: 'El proveedor que da estas garantías.',
  vendorMissing: 'Agregue primero el proveedor, en la página de proveedores.',
  clientId: 'ID de cliente',
  clientSecret: 'Secreto de cliente',
  keyId: 'ID de clave',
  privateKey: 'Clave privada',
  privateKeyHelp: 'Pegue el archivo completo que le dio Apple School Manager.',
  save: 'Guardar credenciales',
  asking: 'Consultando a {maker}',
  asked:
    '{count, plural, =0 {No había dispositivos que consultar.} one {Se consultó # dispositivo.} other {Se consultaron # dispositivos.}}',
  counts:
    'Encontrados: {found}; desconocidos: {unknown}; no se pueden guardar: {refused}; sin respuesta: {failed}.',
  written: 'Garantías: {added} agregadas, {changed} cambiadas, {unchanged} ya estaban.',
  differing:
    '{count, plural, one {De # dispositivo, alguien registró otra cosa. Compare las dos en su página.} other {De # dispositivos, alguien registró otra cosa. Compare las dos en sus páginas.}}',
  answers: 'Últimas respuestas',
  answersAbout: 'Lo último que dijo cada fabricante de un dispositivo. Elija qué respuestas quiere ver.',
  show: 'Respuestas',
  none: 'No hay respuestas que mostrar',
  noneText: 'Consulte a un fabricante. Aquí aparecen las respuestas que necesitan su atención.',
  device: 'Dispositivo',
  answer: 'Respuesta',
  detail: 'Detalles',
  askedAt: 'Consultado',
};

export const lookUpOutcome: Translation['lookUpOutcome'] = {
  found: 'Encontrado',
  unknown: 'Desconocido',
  refused: 'No se puede guardar',
  failed: 'Sin respuesta',
};
