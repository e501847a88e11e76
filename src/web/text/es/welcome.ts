import type { Translation } from '../catalog.js';

export const welcome: Translation['welcome'] = {
  linkUnusable: 'Este enlace de configuración no funciona',
  linkWhere:
    'Mientras no exista ningún distrito, el servidor escribe un enlace nuevo en su registro cada vez que inicia. Pregunte a quien administra el servidor.',
  setUpTitle: 'Configurar Rollcall',
  setUpText: 'Cree su distrito y su cuenta de administrador. Este enlace funciona una sola vez.',
  districtName: 'Nombre',
  districtExample: 'Irvine Unified',
  slug: 'Nombre corto',
  slugHelp: 'Minúsculas, números y guiones. Si lo deja en blanco, lo formamos a partir del nombre.',
  timeZone: 'Zona horaria',
  you: 'Su cuenta de administrador',
  yourName: 'Su nombre',
  create: 'Crear distrito',
  invitationTitle: 'Reclamos de {vendor}',
  invitationText:
    '{district} le invita a ver y responder los reclamos de garantía que envía a {vendor}. Elija una contraseña para {email}. El enlace funciona una sola vez.',
  invitationUnusable: 'Esta invitación no funciona',
  accept: 'Crear la cuenta',
};
