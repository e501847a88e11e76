/** Warranties, contracts and the rules that create them. By the code of the API's answer. */
export const warranty = {
  BAD_LOT_NOT_FOUND: 'Esta partida no existe.',
  BAD_LOT_WRONG_STATE: 'Otra persona ya cambió el estado de esta partida. Cargue la página de nuevo.',
  COVERAGE_NOT_FOUND: 'Esta cobertura no existe o usted no puede verla.',
  COVERAGE_TWICE:
    'El dispositivo ya tiene esta cobertura: el mismo proveedor, tipo, número de contrato y primer día. Cambie esa cobertura.',
  COVERAGE_DATES_DISORDERED:
    'El último día de la cobertura es anterior al primero. Corrija una de las dos fechas.',
  COVERAGE_WITHDRAWN: 'Esta cobertura se anuló, así que no se puede cambiar. Regístrela de nuevo si existe.',
  COVERAGE_RULE_NOT_FOUND: 'Esta regla no existe.',
  COVERAGE_RULE_NAME_TAKEN: 'Ya existe una regla con este nombre. Escriba otro nombre.',
  COVERAGE_RULE_FOR_ALL: 'Elija al menos una condición, como la orden de compra o el modelo.',
  COVERAGE_RULE_NOT_APPLIED: 'No hay nada que deshacer: esta regla no está aplicada.',
  UNKNOWN_FUNDING_SOURCE: 'No existe esa fuente de fondos. Revise el nombre o agréguela primero.',
  COVERAGE_WITHOUT_DAYS:
    'Esta fila no tiene primer ni último día. El fabricante los deja vacíos cuando no conoce el número de serie. Revíselo.',
  CANCELLED_WITHOUT_DAY: 'Esta fila dice que la cobertura se canceló, pero no qué día. Escriba el día.',
  REPEATED: 'Esta fila es igual a otra del archivo. Deje solo una de las dos.',
  NOT_A_WARRANTY: 'Esto no es una garantía, así que Rollcall no lo registra.',
  INSTANT_READ_AS_DAY: 'El archivo tiene un instante. Rollcall leyó el día en la zona horaria del proveedor.',
  READ_FROM_DESCRIPTION: 'Rollcall tomó el tipo o el nivel de servicio de la descripción.',
  WITHDRAWN_BY_PERSON:
    'Una persona anuló esta cobertura, así que Rollcall no la agregó otra vez. Para tenerla de nuevo, regístrela en la página del dispositivo.',
  KEPT_BESIDE:
    'Alguien registró la misma cobertura con otros datos. Rollcall conserva las dos. Compárelas y anule la incorrecta.',
  MAKER_ACCOUNT_MISSING:
    'Rollcall todavía no puede consultar a este fabricante. Registre las credenciales que da el fabricante e inicie la consulta de nuevo.',
  MAKER_REFUSES:
    'El fabricante rechazó nuestras credenciales. Regístrelas de nuevo y pregúntele si aún son válidas.',
  MAKER_SILENT:
    'El fabricante no dio respuestas útiles durante un rato, así que Rollcall dejó de consultarlo. Lo encontrado hasta entonces está guardado. Inicie la consulta más tarde.',
  NOT_A_KEY:
    'Esta no es la clave privada que da Apple School Manager. Pegue el archivo completo, de "-----BEGIN" a "-----END".',
  NO_SECRETS_KEY:
    'Rollcall todavía no tiene una clave para guardar contraseñas de otros sistemas. Quien administra el servidor debe definir SECRETS_KEY y reiniciarlo.',
  UNREADABLE_SECRET:
    'Rollcall no puede leer una contraseña o un secreto guardado, por ejemplo porque cambió SECRETS_KEY. ITS o un administrador debe escribirlo de nuevo.',
};
