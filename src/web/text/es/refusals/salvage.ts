/** Dispositivos que salen. By the code of the API's answer. */
export const salvage = {
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
