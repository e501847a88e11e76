/** Sign-in and accounts. By the code of the API's answer. */
export const accounts = {
  NOT_SIGNED_IN: 'No ha iniciado sesión. Inicie sesión e intente de nuevo.',
  WRONG_CREDENTIALS: 'El correo electrónico o la contraseña no son correctos.',
  TOO_MANY_FAILED_SIGN_INS: 'Demasiados intentos fallidos. Espere unos minutos e intente de nuevo.',
  SETUP_LINK_SPENT: 'Este enlace de configuración ya no funciona. Reinicie Rollcall para obtener uno nuevo.',
  DISTRICT_UNCLEAR: 'Este correo electrónico tiene cuentas en varios distritos. Elija el distrito.',
  ACCOUNT_EMAIL_TAKEN: 'Este correo electrónico ya tiene una cuenta en este distrito.',
  ACCOUNT_NOT_FOUND: 'Esta cuenta no existe.',
  PASSWORD_TOO_SHORT: 'Escriba al menos 12 caracteres.',
  ACCOUNT_BY_INVITATION:
    'Las cuentas de los proveedores se crean con una invitación. Invite a la persona en la página del proveedor.',
  BY_INVITATION: 'Invite a la persona en la página del proveedor.',
  VENDOR_ROLE_FIXED: 'Esta cuenta es de una persona de un proveedor. Su función no se puede cambiar.',
  VENDOR_ACCOUNT_NOT_FOUND: 'Esta cuenta no existe.',
  INVITATION_NOT_FOUND: 'Esta invitación no existe.',
  ALREADY_INVITED:
    'Esta persona tiene una invitación abierta. Envíe el enlace otra vez o retire la invitación primero.',
  INVITED_ADDRESS_IN_USE: 'Este correo electrónico ya tiene una cuenta en este distrito.',
  INVITATION_OVER: 'Esta invitación fue aceptada, fue retirada o ha vencido.',
  INVITATION_LINK_SPENT: 'Esta invitación no funciona. Pida al distrito escolar una nueva.',
  VENDOR_INACTIVE: 'El distrito ya no trabaja con este proveedor. Actívelo primero.',
  TOKEN_NOT_FOUND: 'Este token no existe.',
  DISTRICT_NOT_FOUND: 'Este distrito no existe.',
  DISTRICT_SLUG_TAKEN: 'Otro distrito ya tiene este nombre corto.',
  BAD_SLUG: 'Use letras minúsculas, números y guiones.',
  UNKNOWN_TIME_ZONE: 'Elija una zona horaria como America/Los_Angeles.',
  UNKNOWN_ACCOUNT: 'Elija una cuenta de este distrito.',
};
