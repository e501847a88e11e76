import type { Translation } from '../catalog.js';

export const ownPassword: Translation['ownPassword'] = {
  passwordHelp: 'Al menos 12 caracteres',
  changePassword: 'Cambiar la contraseña',
  currentPassword: 'Contraseña actual',
  newPassword: 'Contraseña nueva',
  passwordEnds: 'En todos los demás dispositivos y navegadores se cierra la sesión de esta cuenta.',
  passwordChanged:
    'Su contraseña ha cambiado. En todos los demás dispositivos y navegadores se cerró la sesión de esta cuenta.',
};
