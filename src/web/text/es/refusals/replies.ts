/** What vendors answer, and the pages of vendors. By the code of the API's answer. */
export const replies = {
  CLAIM_NOT_SENT: 'El proveedor todavía no tiene este reclamo. Envíelo primero.',
  CLAIM_REPLY_NOT_FOUND: 'Esta respuesta no existe o usted no puede verla.',
  CLAIM_REPLY_WRONG_STATE:
    'Esta respuesta ya no espera. Tal vez otra persona ya la atendió: cargue la página de nuevo.',
  DESK_ANSWER_INCOMPLETE: 'A esta respuesta le falta un dato o le sobra uno. Corrija el campo marcado.',
  NOT_OF_A_VENDOR: 'Esto es para personas que trabajan en un proveedor.',
  NOT_OF_MEANING: 'Solo las palabras con otro significado tienen este campo. Quítelo.',
  REPLIED_CLAIM_ENDED: 'El reclamo ya terminó, así que no se puede cambiar. Descarte la respuesta.',
  REPLY_STEP_MISSING: 'La respuesta no dice qué hacer. Elija un paso para el reclamo.',
  TOO_MANY_REPLY_WORDS: 'Este proveedor ya tiene demasiadas palabras. Cambie el significado de las que hay.',
  UNKNOWN_WORD: 'Nadie ha dicho todavía qué significa esta palabra del proveedor. Elija su significado.',
  MOVES_BACK:
    'El reclamo ya está más avanzado que lo que dice el proveedor. Revise cuál de los dos es correcto.',
  OUT_OF_ORDER:
    'El proveedor dijo esto antes de otra respuesta que ya se aplicó. Revise si todavía es válido.',
  OUTCOME_MISSING: 'El proveedor dice que el reclamo está resuelto, pero no cómo. Elija el resultado.',
  SAID_BEFORE_RESUBMISSION:
    'El proveedor dijo exactamente esto antes de que el reclamo se enviara otra vez. Revise si lo repite.',
  NOT_WITH_VENDOR: 'El proveedor no tiene este reclamo ahora.',
  NO_CLAIM_NAMED:
    'La fila no dice de qué reclamo se trata. Escriba el número del reclamo, la referencia o el número de serie.',
  NOTHING_SAID: 'No dice nada del reclamo. Escriba el estado u otro dato.',
  NO_SUCH_CLAIM: 'No hay ningún reclamo así. Revise el número.',
  SERIAL_OF_ANOTHER_DEVICE: 'El reclamo es de otro dispositivo. Corrija uno de los dos números.',
  SEVERAL_CLAIMS: 'Varios reclamos abiertos coinciden. Escriba el número del reclamo.',
  REPLY_REPEATED: 'Esta respuesta ya había llegado, así que no cambia nada.',
  SIGNATURE_WRONG: 'La firma falta o no es correcta.',
  SIGNATURE_TOO_OLD:
    'La hora de la firma está a más de cinco minutos de la hora del servidor. Revise el reloj.',
};
