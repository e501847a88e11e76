import type { Translation } from '../catalog.js';

export const school: Translation['school'] = {
  choose: 'Escuela',
  none: 'Todavía no hay escuela',
  noneText:
    'Su cuenta no está vinculada a ninguna escuela. Pida al administrador de Rollcall de su distrito que agregue una.',
  about: 'Sus dispositivos y sus técnicos, {date}',
  report: 'Informar de un problema',
  request: 'Solicitar días de soporte',
  devices: 'Dispositivos',
  devicesNone:
    'Todavía no hay dispositivos registrados aquí. Los agrega la oficina de informática de su distrito.',
  devicesAll: 'Ver todos los dispositivos',
  technicians: 'Quién viene y cuándo',
  techniciansNone:
    'Hoy su escuela no tiene ningún técnico asignado. Los problemas que usted informe llegan igualmente a la oficina de informática de su distrito.',
  techniciansDays: '{days}, hasta el {date}',
  time: 'Tiempo de soporte',
  timeNone: 'Su distrito no ha fijado horas de soporte para su escuela este año.',
  timeDue: 'Le corresponden por semana',
  timeDelivered: 'Recibidas en {count, plural, one {la última semana} other {las últimas # semanas}}',
  timeOf: '{hours} de {due}',
  hours: '{count, plural, one {# hora} other {# horas}}',
  timeShort: '{hours} menos de lo que correspondía',
  timeMet: 'Se recibieron todas las horas que correspondían.',
  week: 'Semana del {date}',
  weeks: 'Horas por semana',
  repairs: 'En reparación',
  repairsNone: 'Ninguno de sus dispositivos está en reparación.',
  repairsSince: 'desde el {date}',
  repairsAll: 'Ver todos los dispositivos en reparación',
  requests: 'Solicitudes de soporte',
  requestsNone: 'No ha solicitado días de soporte este año.',
  requestsAll: 'Ver todas las solicitudes',
  problems: 'Problemas que informó',
  problemsNone: 'No hay problemas abiertos.',
  problemsAll: 'Ver todos los problemas',
};
