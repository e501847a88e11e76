import type { Translation } from '../catalog.js';

export const accountMenu: Translation['accountMenu'] = {
  roleAt: '{role}, {district}',
  light: 'Tema claro',
  dark: 'Tema oscuro',
  language: 'Idioma',
  languageBrowser: 'El mismo del navegador',
  languageEnglish: 'English',
  languageSpanish: 'Español',
  install: 'Instalar en este dispositivo',
  signOut: 'Cerrar sesión',
  signOutAsk: 'Tiene escaneos sin enviar',
  signOutAskText:
    '{count, plural, one {# escaneo todavía no se ha enviado. Se queda} other {# escaneos todavía no se han enviado. Se quedan}} en este dispositivo. Inicie sesión aquí de nuevo para {count, plural, one {enviarlo} other {enviarlos}}. Hasta entonces nadie más puede {count, plural, one {verlo} other {verlos}}.',
  stay: 'Seguir con la sesión',
  signOutAnyway: 'Cerrar sesión de todos modos',
};
