import type { Translation } from '../catalog.js';

export const attention: Translation['attention'] = {
  title: 'Escaneos que debe revisar',
  text: 'El servidor no realizó estos escaneos. Lea qué pasó, corrija el problema y marque los escaneos como vistos.',
  none: 'No hay nada pendiente',
  backToScan: 'Volver a escanear',
  scannedAt: 'Escaneado el {when}',
  openInbox: 'Abrir Pendientes',
  markSeen: 'Marcar como visto',
  markAllSeen: 'Marcar todos como vistos',
};
