/** Vendors. By the code of the API's answer. */
export const vendors = {
  INACTIVE_VENDOR: 'Este proveedor ya no está activo. Elija otro o actívelo de nuevo.',
  VENDOR_NOT_FOUND: 'Este proveedor no existe.',
  VENDOR_KEY_TAKEN: 'Otro proveedor ya tiene esta clave. Escriba otra clave.',
  VENDOR_NAME_TAKEN: 'Ya existe un proveedor con este nombre. Escriba otro nombre.',
  VENDOR_KEY_MISSING:
    'Rollcall no puede formar una clave con este nombre. Escriba una clave con letras minúsculas, números y guiones.',
  UNKNOWN_VENDOR: 'No existe ese proveedor. Revise la clave o agregue primero el proveedor.',
  PROMISE_TOO_LONG:
    'El proveedor abre muy pocas horas para cumplir este plazo en cinco años. Escriba un plazo más corto o más horas.',
};
