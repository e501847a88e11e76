/** Dispositivos que salen. By the code of the API's answer. */
export const salvage = {
  ANSWER_MISSING: 'Responda esta pregunta.',
  ASSESSMENT_NOT_FOUND: 'Esta evaluación no existe o usted no puede verla.',
  HAZARD_NOT_OVERRULED:
    'Este dispositivo tiene una batería hinchada, así que solo se puede reciclar. Si fue un error, evalúe el dispositivo otra vez.',
  LAST_RULE_CONDITIONAL:
    'La última regla decide sobre los dispositivos que no cumplen ninguna otra, así que no puede tener condiciones.',
  RULES_NEVER_REACHED:
    'Esta regla no tiene condiciones, así que las siguientes nunca decidirían. Agregue una condición o póngala al final.',
  RULES_UNUSABLE: 'Estas reglas no se pueden usar. Corrija lo que está marcado.',
  RULE_ID_TAKEN: 'Rollcall ya tiene una regla con este nombre, que nadie puede cambiar. Elija otro nombre.',
  RULE_ID_TWICE: 'Otra regla tiene el mismo nombre. Elija otro nombre.',
  RULE_NEVER_FITS: 'Ningún dispositivo la cumple, porque el límite inferior es mayor que el superior.',
  UNKNOWN_ANSWER: 'Elija una de las respuestas de la lista.',
  UNKNOWN_QUESTION: 'La lista de este tipo de dispositivo no tiene esta pregunta.',
  DEVICE_IN_USE: 'Alguien usa este dispositivo. Recíbalo o retírelo primero.',
  DEVICE_MISSING: 'Este dispositivo está extraviado. Márquelo primero como encontrado.',
  NOTHING_SANITIZED: 'Ninguno de estos dispositivos puede tener este registro.',
  ONLY_DESTROYING: 'Una técnica falló antes en este dispositivo. Ahora destruya su almacenamiento.',
  PARTICLE_SIZE_MISSING: 'Escriba el tamaño de la partícula más grande, en milímetros.',
  SANITIZATION_FAILED: 'Esta eliminación de datos falló. Destruya el almacenamiento y regístrelo.',
  SANITIZATION_NOT_FOUND: 'Este registro no existe o usted no puede verlo.',
  USED_SINCE:
    'El dispositivo todavía estaba en uso después de esa hora. Corrija la hora o elimine los datos otra vez.',
  TECHNIQUE_UNFIT: 'Esta técnica no es adecuada para este almacenamiento. Elija otra.',
};
