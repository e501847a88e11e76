import type { Translation } from '../catalog.js';

export const status: Translation['status'] = {
  in_stock: 'En almacén',
  deployed: 'En uso',
  in_repair: 'En reparación',
  missing: 'Extraviado',
  retired: 'Retirado',
  disposed: 'Dado de baja',
  void: 'Anulado',
};

export const kind: Translation['kind'] = {
  desktop: 'Computadora de escritorio',
  laptop: 'Laptop',
  ipad: 'iPad',
  chromebook: 'Chromebook',
  other: 'Otro',
};

export const role: Translation['role'] = {
  admin: 'Administrador',
  its: 'ITS',
  lead: 'Técnico líder',
  liaison: 'Enlace',
  technician: 'Técnico',
  site_staff: 'Personal de la escuela',
  vendor: 'Proveedor',
};

export const field: Translation['field'] = {
  assetTag: 'Etiqueta de inventario',
  serialNumber: 'Número de serie',
  manufacturer: 'Fabricante',
  model: 'Modelo',
  modelId: 'Modelo',
  kind: 'Tipo',
  status: 'Estado',
  site: 'Escuela o sitio',
  siteId: 'Escuela o sitio',
  region: 'Región',
  room: 'Salón',
  roomId: 'Salón',
  cart: 'Carrito',
  cartId: 'Carrito',
  person: 'Prestado a',
  personId: 'Prestado a',
  purchasedOn: 'Fecha de compra',
  inServiceOn: 'En servicio desde',
  statusSince: 'En este estado desde',
  costCents: 'Costo',
  purchaseReference: 'Número de orden de compra',
  fundingSource: 'Fuente de fondos',
  fundingSourceId: 'Fuente de fondos',
  autoUpdateEndsOn: 'Fin de las actualizaciones',
  missingSince: 'Extraviado desde',
  dueOn: 'Fecha de devolución',
  notes: 'Notas',
  codes: 'Códigos',
  disposalRoute: 'Baja',
};

export const codeKind: Translation['codeKind'] = {
  asset_tag: 'etiqueta de inventario',
  serial: 'número de serie',
  old_tag: 'etiqueta anterior',
  mac: 'dirección MAC',
  imei: 'IMEI',
  other: 'otro código',
};

export const disposalRoute: Translation['disposalRoute'] = {
  recycle: 'Reciclado',
  sell: 'Vendido',
  donate: 'Donado',
  write_off: 'Dado por perdido',
  vendor_swap: 'Cambiado por el proveedor',
  lease_return: 'Devuelto al arrendador',
  trade_in: 'Entregado como parte de pago',
  agency_transfer: 'Transferido a otra agencia',
  historical: 'Dado de baja antes de Rollcall',
};

export const forbidden: Translation['forbidden'] = {
  move: 'trasladar',
  retire: 'retirar',
  dispose: 'dar de baja',
  void: 'anular',
  redact: 'quitar nombres',
  change: 'editar',
};
