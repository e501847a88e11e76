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
};
