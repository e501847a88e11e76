/** Claims as files for vendors. By the code of the API's answer. */
export const claimFiles = {
  LAYOUT_NOT_FOUND: 'Este diseño no existe.',
  LAYOUT_KEY_TAKEN: 'Ya existe un diseño con esta clave. Escriba otra clave.',
  LAYOUT_NAME_TAKEN: 'Ya existe un diseño con este nombre. Escriba otro nombre.',
  LAYOUT_IN_USE: 'Algunos proveedores todavía usan este diseño. Elija primero otro diseño para ellos.',
  LAYOUT_UNUSABLE: 'Este diseño se contradice. Corrija los campos marcados.',
  UNKNOWN_LAYOUT: 'No existe un diseño con esta clave. Revise la clave o agregue el diseño primero.',
  NOT_ONE_BYTE:
    'Un archivo de ancho fijo necesita una codificación de un byte por carácter: windows-1252, iso-8859-1 o ascii.',
  ALWAYS_UTF_8: 'Los archivos JSON y XLSX siempre son UTF-8. Elija la codificación utf-8.',
  HEADER_NEEDED: 'Un archivo XLSX siempre tiene una fila con los encabezados.',
  CLAIM_NOT_NAMED:
    'Agregue una columna con el número del reclamo o el número de serie, para que se sepa de qué reclamo es cada fila.',
  HEADER_TWICE: 'Dos columnas tienen el mismo encabezado. Escriba otro encabezado.',
  FIELD_OR_CONSTANT: 'Elija un campo o escriba un texto fijo para esta columna, pero no los dos.',
  CONSTANT_REQUIRED: 'Solo una columna con un campo puede ser obligatoria.',
  NOT_WORDS: 'Escriba hasta 100 palabras del proveedor, cada una de hasta 200 caracteres.',
  FORMAT_OF_OTHER_KIND: 'Este formato no corresponde al campo de la columna.',
  WIDTH_MISSING: 'Indique cuántos caracteres tiene la columna, porque el archivo es de ancho fijo.',
  PART_OF_CLAIM: 'Una columna con una pieza necesita un archivo con una fila por pieza.',
  CONSTANT_TOO_LONG: 'El texto fijo es más largo de lo que permite la columna.',
  HEADER_TOO_LONG: 'El encabezado es más largo que la columna.',
  NOT_ENCODABLE:
    'La codificación no tiene todos estos caracteres. Cambie el texto o elija otra codificación.',
  TOO_LONG: 'El texto es más largo de lo que acepta el proveedor. Acórtelo.',
  TEMPLATE_COLUMNS: 'La plantilla debe tener entre 1 y 100 columnas con nombre.',
  CUT: 'Rollcall cortó un texto porque era demasiado largo para el proveedor.',
  REPLACED: 'Rollcall reemplazó caracteres que la codificación no tiene.',
  CLAIM_BATCH_NOT_FOUND: 'Este lote no existe.',
  SUPERSEDED_NOT_SENT:
    'Otro lote reemplazó a este, así que Rollcall no lo envía de nuevo. Envíe el lote más nuevo.',
  BATCH_SUPERSEDED: 'Otro lote ya reemplazó a este. Reemplace el lote más nuevo.',
  NOTHING_READY: 'Ningún reclamo de este proveedor está listo. Marque primero los reclamos como listos.',
  NOTHING_TO_CORRECT:
    'El proveedor ya no tiene ningún reclamo de este lote, así que no hay nada que enviar de nuevo.',
  CLAIMS_NOT_READY:
    'Algunos de estos reclamos no están listos, son de otro proveedor o ya están en un lote. Quítelos.',
  CLAIM_NOT_READY: 'Este reclamo no puede ir en el lote. Quítelo.',
  CLAIMS_INCOMPLETE: 'A los reclamos les falta algo que el diseño del proveedor exige. Complételos.',
  NAMES_NOT_ALLOWED:
    'El diseño tiene columnas con nombres de personas. Permita primero los nombres para este proveedor o elija otro diseño.',
  BATCH_TOO_LARGE: 'El archivo tendría más de 32 MiB. Elija menos reclamos o un diseño con menos texto.',
  UNKNOWN_BATCH: 'Este proveedor no tiene ese lote. Elija uno de sus lotes.',
  DELIVERY_UNUSABLE: 'Estos datos de entrega no se pueden usar. Corrija los campos marcados.',
  NOT_OF_WAY: 'Esta forma de entrega no tiene este campo. Déjelo vacío.',
  NOT_HTTPS: 'Escriba una dirección que comience con https://, sin usuario ni contraseña.',
  PRIVATE_ADDRESS: 'Esta dirección no está en Internet. Escriba la dirección pública del proveedor.',
  NOT_A_CERTIFICATE: 'Pegue el certificado completo en formato PEM.',
  NOT_A_KEY: 'Pegue la clave privada completa, en formato OpenSSH o PEM.',
  NOTHING_TO_SEND:
    'Este proveedor descarga sus archivos, así que no hay nada que enviar. Elija primero otra forma de entrega.',
  DELIVERY_UNDER_WAY:
    'Rollcall todavía intenta enviar este archivo. Espere a que se haya enviado o haya fallado.',
};
