import type { Translation } from '../catalog.js';

export const session: Translation['session'] = {
  signInTitle: 'Iniciar sesión en Rollcall',
  email: 'Correo electrónico',
  password: 'Contraseña',
  district: 'Distrito',
  districtHelp: 'El nombre corto de su distrito, por ejemplo irvine',
  signIn: 'Iniciar sesión',
  noAccount:
    '¿No tiene cuenta? Pídala al administrador de Rollcall de su distrito. Si acaba de instalar Rollcall, abra el enlace de configuración que el servidor mostró al iniciar.',
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
  passwordHelp: 'Al menos 12 caracteres',
  create: 'Crear distrito',
  changePassword: 'Cambiar la contraseña',
  currentPassword: 'Contraseña actual',
  newPassword: 'Contraseña nueva',
  passwordEnds: 'En todos los demás dispositivos y navegadores se cierra la sesión de esta cuenta.',
  passwordChanged:
    'Su contraseña ha cambiado. En todos los demás dispositivos y navegadores se cerró la sesión de esta cuenta.',
  invitationTitle: 'Reclamos de {vendor}',
  invitationText:
    '{district} le invita a ver y responder los reclamos de garantía que envía a {vendor}. Elija una contraseña para {email}. El enlace funciona una sola vez.',
  invitationUnusable: 'Esta invitación no funciona',
  accept: 'Crear la cuenta',
};
