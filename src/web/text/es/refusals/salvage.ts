/** Dispositivos que salen. By the code of the API's answer. */
export const salvage = {
  ANSWER_MISSING: 'Responda esta pregunta.',
  ASSESSMENT_NOT_FOUND: 'Esta evaluación no existe o usted no puede verla.',
  ASSESSMENT_PHOTO_NOT_FOUND: 'Esta evaluación no tiene esa foto.',
  ASSESSMENT_PHOTOS_FULL: 'Una evaluación puede tener hasta seis fotos. Borre una que no haga falta.',
  HAZARD_NOT_OVERRULED:
    'Este dispositivo tiene una batería hinchada, así que solo se puede reciclar. Si fue un error, evalúe el dispositivo otra vez.',
  LAST_RULE_CONDITIONAL:
    'La última regla decide sobre los dispositivos que no cumplen ninguna otra, así que no puede tener condiciones.',
  RULES_NEVER_REACHED:
    'Esta regla no tiene condiciones, así que las siguientes nunca decidirían. Agregue una condición o póngala al final.',
  RULES_UNUSABLE: 'Estas reglas no se pueden usar. Corrija lo que está marcado.',
  RULE_ID_TAKEN: 'Rollcall ya tiene una regla con este nombre, que nadie puede cambiar. Elija otro nombre.',
  RULE_ID_TWICE: 'Otra regla tiene el mismo nombre. Elija otro nombre.',
  RULE_NEVER_FITS:
    'Ningún dispositivo puede cumplir esta regla, porque su límite inferior es mayor que el superior. Corrija uno de los límites.',
  UNKNOWN_ANSWER: 'Elija una de las respuestas de la lista.',
  UNKNOWN_QUESTION: 'La lista de este tipo de dispositivo no tiene esta pregunta.',
  BEFORE_FROM: 'Elija un último día que no sea anterior al primero.',
  NO_WASTE_DATE:
    'Aún no se indicó desde cuándo este lote es residuo. Escriba el día en que alguien decidió desecharlo.',
  BATTERIES_ARE_RECYCLED: 'Las baterías hinchadas solo se pueden reciclar.',
  BEFORE_VALID_FROM: 'Elija el primer día o un día posterior.',
  BEFORE_PICK_UP: 'El lote se recogió después de ese día. Escriba el día de la recogida o uno posterior.',
  FILED_ON_MISSING: 'Escriba también la fecha del documento, o deje esto en blanco.',
  HANDED_OUT_SINCE: 'El dispositivo se entregó a alguien después de esa hora. Libérelo otra vez.',
  LOT_FROZEN:
    'El manifiesto de este lote ya está hecho. Solo se pueden cambiar el lugar, la nota, el día desde el que es residuo y el certificado de quien lo recibe.',
  LOT_OF_OTHER_SITE: 'Este dispositivo está en un lote de una escuela que usted no tiene. Déjelo aquí.',
  MEETING_TO_COME: 'La reunión todavía no ha sido. Registre la decisión ese día o después.',
  NOT_TAKEN_AND_EXTRA:
    'Este dispositivo está en el manifiesto y usted indicó que no se lo llevan. Quítelo de una de las dos listas.',
  BOARD_ITEM_DOES_NOT_APPROVE:
    'Este punto no aprueba el lote hoy. Revise su decisión, sus votos, sus fechas, sus lotes y su conclusión, o elija otro punto.',
  BOARD_ITEM_INCOMPLETE: 'Al punto de la junta le falta algo, o tiene datos que no concuerdan.',
  BOARD_ITEM_NOT_FOUND: 'Este punto de la junta no existe o usted no puede verlo.',
  BOARD_ITEM_TAKEN: 'Ya hay un punto de la junta con este número en esa reunión. Escriba otro número.',
  BOARD_ITEM_USED:
    'Con este punto se aprobó un lote, así que solo se puede cambiar la nota. Retire primero la aprobación del lote.',
  COUNT_DIFFERS:
    'Lo que contó el conductor no coincide con el manifiesto y sus correcciones. Busque la diferencia antes de que firme el conductor.',
  DEVICE_IN_USE: 'Alguien usa este dispositivo. Recíbalo o retírelo primero.',
  DEVICE_MISSING: 'Este dispositivo está extraviado. Márquelo primero como encontrado.',
  DIFFERENCE_NOT_FOUND: 'Este lote no tiene esa diferencia. Cargue la página de nuevo.',
  EITHER_OR: 'Escriba la fecha del documento, o por qué no hace falta. No las dos cosas.',
  LOT_CHANGED: 'Alguien acaba de agregar o quitar dispositivos de este lote. Cargue la página de nuevo.',
  LOT_EMPTY: 'Este lote no tiene dispositivos. Agregue algunos y después cierre el lote.',
  LOT_FULL: 'Un lote puede tener hasta 5,000 dispositivos. Cree otro lote.',
  LOT_HAS_LEFT: 'Este lote ya salió y el conductor firmó, así que no se puede deshacer.',
  LOT_NOT_APPROVED:
    'El lote de este dispositivo no está aprobado. Todavía no se puede recoger, así que deje el dispositivo aquí.',
  LOT_NOT_FOUND: 'Este lote no existe o usted no puede verlo. Revise el número.',
  LOT_NOT_OPEN: 'Este lote ya no está abierto, así que no se puede cambiar.',
  LOT_NOT_PICKED_UP: 'Este lote no se ha recogido, así que todavía no le deben nada.',
  LOT_NOT_READY: 'Algunos dispositivos de este lote no pueden salir así. Complete lo que falta o quítelos.',
  LOT_NOT_SETTLED:
    'El lote todavía no se puede terminar. Registre los documentos que faltan y explique las diferencias.',
  LOT_PAPER_NOT_FOUND: 'Este documento del lote todavía no existe.',
  LOT_SETTLED: 'Este lote está terminado, así que sus documentos ya no cambian.',
  LOT_WRONG_STATE: 'El lote está en otro paso. Cargue la página de nuevo y vea qué puede hacer ahora.',
  MORE_THAN_PRESENT:
    'Votaron a favor más miembros de los que estaban presentes. Corrija uno de los dos números.',
  NOTHING_ADDED: 'Ninguno de estos dispositivos puede estar en este lote.',
  NOTHING_RELEASED: 'Ninguno de estos dispositivos puede tener este registro.',
  NOTHING_SANITIZED: 'Ninguno de estos dispositivos puede tener este registro.',
  NOTHING_TAKEN: 'No se llevaron ningún dispositivo del lote. En vez de esto, cancele el lote.',
  NOT_CLEARED_UP: 'Falta explicar esta diferencia.',
  NOT_FILED: 'Falta registrar este documento.',
  NOT_FOR_ROUTE: 'Esto no corresponde al destino de este lote. Déjelo en blanco.',
  NOT_ON_MANIFEST: 'Este dispositivo no está en el manifiesto del lote.',
  OBLIGATION_NOT_FOUND: 'Este lote no tiene ese documento pendiente.',
  ONLY_DESTROYING: 'Una técnica falló antes en este dispositivo. Ahora destruya su almacenamiento.',
  ON_MANIFEST: 'Este dispositivo está en el manifiesto, así que no es un sobrante.',
  ON_NO_LOT: 'Este dispositivo no está en ningún lote. Déjelo aquí, o anótelo como sobrante al recoger.',
  ON_OTHER_LOT: 'Este dispositivo está en otro lote. Quítelo primero de ese lote.',
  PARTICLE_SIZE_MISSING: 'Escriba el tamaño de la partícula más grande, en milímetros.',
  RELEASE_NOT_FOUND: 'Esta liberación no existe o ya se retiró.',
  SANITIZATION_FAILED: 'Esta eliminación de datos falló. Destruya el almacenamiento y regístrelo.',
  SANITIZATION_NOT_FOUND: 'Este registro no existe o usted no puede verlo.',
  USED_SINCE:
    'El dispositivo todavía estaba en uso después de esa hora. Corrija la hora o elimine los datos otra vez.',
  UNKNOWN_BOARD_ITEM: 'No existe ese punto de la junta. Elija otro.',
  UNKNOWN_LOT: 'No existe ese lote. Quítelo de la lista.',
  WIPE_CERTIFICATE_EXPIRED:
    'El certificado de quien recibe los dispositivos ya no está vigente. Escriba el nuevo, o elimine los datos aquí.',
  CERTIFICATES_ASKED_AGAIN:
    'Los certificados de eliminación ya estaban registrados o no hacían falta. Rollcall los pide otra vez y conserva el documento.',
  CODE_MISSING: 'Esta fila no tiene número de serie ni etiqueta. Escriba uno de los dos.',
  DEVICES_NOT_IN_FILE:
    'El archivo no tiene todos los dispositivos que salieron con el lote. Rollcall los anota como faltantes.',
  DEVICE_MISSING_AT_RECIPIENT: 'El destinatario no recibió este dispositivo. Alguien tiene que resolverlo.',
  DEVICE_NOT_ON_LOT: 'Este dispositivo no salió con el lote. Alguien tiene que resolverlo.',
  DEVICE_SWAPPED:
    'El número de serie y la etiqueta no son del mismo dispositivo. Alguien tiene que resolverlo.',
  DIFFERENCES_CLOSED: 'Este lote está terminado, así que sus diferencias ya no cambian.',
  DIFFERENCE_OPEN: 'Esta diferencia ya está pendiente.',
  DIFFERENCE_SETTLED: 'Alguien ya resolvió esta diferencia. Cargue la página de nuevo.',
  DISPOSITION_KEPT: 'Rollcall no conoce este destino. Guarda las palabras como están.',
  GRADES_CONTRADICT: 'Esta fila tiene dos grados distintos. Corrija una de las dos celdas.',
  GRADE_READ: 'Rollcall leyó estas palabras como un grado de R2.',
  LOT_CANCELLED: 'Este lote se canceló, así que sus dispositivos no salieron. Revise el número del lote.',
  MISSING_NOT_KNOWN:
    'Hay filas rechazadas sin código legible. Rollcall todavía no anota dispositivos como faltantes. Corrija esas filas e impórtelas.',
  NOT_A_WEIGHT: 'Esto no es un peso. Escriba un número con su unidad, como 3.2 lb o 1.45 kg.',
  NOT_WIPED: 'Los datos de este dispositivo no se eliminaron. Alguien tiene que resolverlo.',
  NO_LOT:
    'No se sabe a qué lote pertenece esta fila. Elija el lote al subir el archivo o llene la columna "District lot".',
  NO_SUCH_LOT: 'No existe un lote con ese número. Revise el número en la página Lotes.',
  OTHER_LOT_CHOSEN:
    'Esta fila es de otro lote que el elegido para el archivo. Corrija la celda o suba el archivo sin elegir un lote.',
  PRICE_CUT: 'El precio o el grado es menor que lo acordado. Alguien tiene que resolverlo.',
  SERIAL_NOT_ON_RECORD:
    'Rollcall no tiene el número de serie de este dispositivo. Lo encontró por su etiqueta.',
  TAG_UNKNOWN: 'Ningún dispositivo tiene esta etiqueta. Rollcall lo encontró por su número de serie.',
  UNKNOWN_CURRENCY: 'Rollcall guarda montos en dólares. Escriba el monto en dólares.',
  UNKNOWN_GRADE:
    'Rollcall no conoce este grado. Use C0 a C9, F1 a F6, ambos (C4/F3), una letra de A a F o "not working".',
  UNKNOWN_UNIT: 'Rollcall no conoce esta unidad. Use lb, kg, oz o g.',
  WEIGHT_IMPOSSIBLE: 'Un dispositivo no puede pesar eso. Escriba un peso mayor que 0 y de hasta 1,000 kg.',
  WEIGHT_UNCLEAR:
    'No está claro cuál es el punto decimal de este peso. Escriba los decimales después de un punto.',
  WEIGHT_UNIT_MISSING:
    'Falta la unidad de este peso. Escriba lb o kg en la celda, o nombre la columna "Weight (lb)" o "Weight (kg)".',
  ZEROS_RESTORED:
    'Una hoja de cálculo quitó los ceros iniciales. Rollcall lo leyó como el mismo número de serie.',
  TECHNIQUE_UNFIT: 'Esta técnica no es adecuada para este almacenamiento. Elija otra.',
};
