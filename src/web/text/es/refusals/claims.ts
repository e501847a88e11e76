/** Warranty claims. By the code of the API's answer. */
export const claims = {
  CLAIM_ALREADY_OPEN:
    'El dispositivo ya tiene un reclamo abierto por esta falla, así que Rollcall no inició otro.',
  DEVICE_NOT_IN_REPAIR:
    'Usted no puede cambiar dispositivos, así que este conserva su estado. Pida a un técnico que lo pase a reparación.',
  IN_THE_FUTURE: 'Este día está en el futuro. Corríjalo.',
  CLAIM_NOT_FOUND: 'Este reclamo no existe o usted no puede verlo.',
  CLAIM_OPEN: 'El dispositivo ya tiene un reclamo abierto por esta falla. Use ese reclamo.',
  CLAIM_VENDOR_MISSING:
    'Ninguna cobertura registrada dice quién da la garantía de este dispositivo. Elija un proveedor para el reclamo.',
  CLAIM_STEP_INCOMPLETE: 'A este paso le falta un dato. Complete el campo marcado.',
  MISSING: 'Falta este dato. Complételo.',
  CLAIM_WRONG_STATE:
    'El estado del reclamo no permite este paso. Tal vez otra persona ya lo cambió: cargue la página de nuevo.',
  CLAIM_ENDED: 'Este reclamo ya terminó, así que no se puede cambiar.',
  CLAIM_NOT_DRAFT:
    'La falla de un reclamo solo se puede cambiar mientras es un borrador. Devuélvalo primero a borrador.',
  CLAIM_DEVICE_GONE:
    'Este dispositivo está retirado, dado de baja o anulado, así que no se puede iniciar un reclamo. Elija otro dispositivo.',
  CLAIM_STEP_FIELD: 'Este paso no tiene ese campo. Quítelo o elija el paso que lo tiene.',
  NOT_OF_STEP: 'Este paso no tiene este campo.',
  NO_COVERAGE_OF_VENDOR: 'No hay ninguna cobertura de este proveedor registrada para este dispositivo.',
  NO_COVERAGE: 'No hay ninguna cobertura registrada para este dispositivo.',
  COVERAGE_EXPIRED: 'La cobertura ya terminó.',
  COVERAGE_NOT_STARTED: 'La cobertura todavía no empieza.',
  ACCIDENT_NOT_COVERED: 'La cobertura no paga accidentes.',
  FAULT_EXCLUDED: 'La cobertura no paga este tipo de falla.',
  WAITING_PERIOD: 'El proveedor no acepta reclamos en los primeros días de la cobertura.',
  INCIDENTS_USED_UP: 'Ya se usaron todos los incidentes que paga la cobertura.',
  CLAIM_AT_HIGHEST_LEVEL: 'El reclamo ya está en el nivel más alto.',
  CLAIM_NOT_RESOLVED_BY_REPLACING:
    'El proveedor no resolvió este reclamo con otro dispositivo. Resuelva el reclamo con el resultado “Reemplazado” y escriba ahí el nuevo número de serie.',
  CLAIM_HAS_REPLACEMENT:
    'Este reclamo ya tiene un reemplazo con otro número de serie. Si ese dispositivo es el equivocado, deshaga primero el reemplazo.',
  SERIAL_OF_CLAIMED_DEVICE:
    'Este es el número de serie del dispositivo reclamado. Escriba el número de serie del dispositivo que envió el proveedor.',
  CLAIM_SENT:
    'El proveedor ya tiene este reclamo, así que no se pueden cambiar sus piezas ni su servicio. Avise al proveedor.',
  CLAIM_REPLACED:
    'El proveedor reemplazó el dispositivo de este reclamo, así que no se puede reabrir. Inicie un reclamo para el dispositivo nuevo o deshaga el reemplazo.',
  CLAIM_OTHERS_OPEN: 'El dispositivo tiene otro reclamo abierto. Ciérrelo o cancélelo primero.',
  CLAIM_NOT_REPLACED: 'Este reclamo no reemplazó ningún dispositivo.',
  CLAIM_REPLACEMENT_STAYS:
    'El reemplazo no se puede deshacer, porque uno de los dos dispositivos cambió desde entonces.',
  REPLACED_WITHOUT_SERIAL:
    'El dispositivo anterior no tiene número de serie, así que no puede ceder su etiqueta. Escriba primero su número de serie o dé otra etiqueta al dispositivo nuevo.',
  UNDO_THE_REPLACEMENT:
    'Estos cambios reemplazaron un dispositivo por un reclamo de garantía. Deshaga el reemplazo en la página del reclamo.',
  CLAIM_VENDOR_CHANGED: 'Otra persona acaba de elegir otro proveedor para este reclamo. Cárguelo de nuevo.',
  CLAIM_VENDOR_FIXED:
    'El proveedor ya tuvo este reclamo, así que no puede ir a otro. Cancélelo e inicie un reclamo nuevo.',
  UNKNOWN_COVERAGE: 'El dispositivo de este reclamo no tiene esa cobertura. Elija otra.',
  COVERAGE_OF_OTHER_VENDOR: 'Esta cobertura es de otro proveedor. Elija una cobertura del proveedor.',
  NO_CLAIM_TO_SHIP:
    'Este dispositivo no tiene ningún reclamo listo. Inicie un reclamo o márquelo como listo y vuelva a escanear.',
  CLAIMS_OF_TWO_VENDORS:
    'Este dispositivo tiene reclamos con más de un proveedor. Cierre o cancele todos menos uno.',
  SHIPPED_ALREADY: 'Este dispositivo ya se envió al proveedor y aún no ha vuelto.',
  NOT_AT_VENDOR:
    'Ningún reclamo abierto dice que este dispositivo esté con un proveedor. Escanéelo como devuelto.',
  BOX_FULL: 'Esta caja ya está llena. Use otra.',
  NO_BOOLEAN: 'Envíe true o false.',
  POOL_USED_UP: 'Ya se usaron todos los incidentes que comparten los dispositivos de este plan.',
  REPAIR_CAP_REACHED: 'Las reparaciones de este dispositivo alcanzaron el máximo que paga la cobertura.',
  INCIDENT_POOL_NOT_FOUND: 'Este grupo de incidentes no existe.',
  INCIDENT_POOL_TWICE:
    'Ya hay un grupo de incidentes para este proveedor, tipo y número de contrato. Cambie ese grupo.',
  INCIDENT_POOL_OVERDRAWN:
    'El grupo no puede tener menos incidentes de los que ya se usaron. Escriba un número mayor.',
  CLAIM_CHECKLIST_OPEN: 'El reclamo aún no está listo: faltan puntos de la lista de verificación.',
  CHECKLIST_OPEN: 'Falta este punto de la lista de verificación.',
  CLAIM_CHECK_WRONG: 'Este punto de la lista no se puede marcar así. Cargue el reclamo de nuevo.',
  CHECK_WRONG: 'Este punto de la lista no se puede marcar así.',
  CLAIM_FILE_NOT_FOUND: 'Este reclamo no tiene ese archivo.',
  CLAIM_FILES_FULL: 'Un reclamo puede tener hasta 20 archivos. Borre uno que no haga falta.',
  DOCUMENT_TOO_LARGE: 'El archivo pesa más de 10 MiB. Redúzcalo.',
  NO_DOCUMENT: 'Elija una imagen JPEG, PNG o WebP, o un PDF.',
  CLAIM_NOT_WITH_VENDOR: 'Ahora no se espera que el proveedor haga algo con este reclamo.',
};
