/** Counts, reports and email. By the code of the API's answer. */
export const reports = {
  TOO_MANY_GROUPS: 'Esta serie tendría demasiados grupos. Agrupe por menos campos.',
  TOO_MANY_POINTS: 'Esta serie tendría demasiados puntos. Elija un intervalo más largo.',
  MODELS_WITHOUT_SITE: 'Los modelos y las fuentes de fondos se cuentan solo para todo el distrito.',
  REPORT_NOT_FOUND: 'Este informe no existe o usted no puede verlo.',
  REPORT_KIND_NOT_FOUND: 'No existe ese informe.',
  REPORT_EXISTS: 'Ya existe un informe con este nombre.',
  OUTPUT_NOT_FOUND: 'Este informe no existe o usted no puede verlo.',
  OUTPUT_NOT_MADE: 'Este informe no está listo.',
  OWNER_GONE: 'La cuenta dueña de este informe está desactivada.',
  SETTING_EXISTS: 'Este tipo o modelo ya tiene un ajuste de reemplazo.',
  REPLACEMENT_SETTING_NOT_FOUND: 'Este ajuste de reemplazo no existe.',
  NOTHING_SAID: 'Indique la vida útil, el precio o ambos.',
  LETTER_NOT_FOUND: 'Este correo no existe o usted no puede verlo.',
  LETTER_NOT_OVER: 'Rollcall todavía está tratando de enviar este correo.',
  LETTER_SENT_AGAIN: 'Este correo ya se envió de nuevo.',
};
