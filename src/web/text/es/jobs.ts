import type { Translation } from '../catalog.js';

export const jobs: Translation['jobs'] = {
  tray: '{count, plural, =0 {Tareas en segundo plano} one {Tareas en segundo plano: # en curso} other {Tareas en segundo plano: # en curso}}',
  title: 'Tareas en segundo plano',
  done: '{done} listos',
  doneOf: '{done} de {total}',
  rate: '{rate} por segundo',
  secondsLeft:
    '{count, plural, one {falta aproximadamente # segundo} other {faltan aproximadamente # segundos}}',
  minutesLeft:
    '{count, plural, one {falta aproximadamente # minuto} other {faltan aproximadamente # minutos}}',
  queued: 'Por empezar',
  stop: 'Detener',
  stopping: 'Deteniendo',
};

export const jobKind: Translation['jobKind'] = {
  imports_rehearse: 'Revisión de una importación',
  imports_commit: 'Importación',
  imports_undo: 'Deshacer una importación',
  allocation_proposal: 'Plan de las semanas de los técnicos',
  reports_make: 'Informe',
  'coverages_look-up': 'Consulta a un fabricante',
  'change-sets_undo': 'Deshacer cambios',
  'devices_rehearse-in-bulk': 'Vista previa de un cambio de dispositivos',
  'devices_change-in-bulk': 'Cambio de dispositivos',
};

export const jobState: Translation['jobState'] = {
  queued: 'En espera',
  running: 'En curso',
  done: 'Terminada',
  failed: 'Con errores',
  cancelled: 'Detenida',
};
