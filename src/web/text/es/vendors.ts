import type { Translation } from '../catalog.js';

export const vendors: Translation['vendors'] = {
  title: 'Proveedores',
  about:
    'Empresas con las que trabaja su distrito: fabricantes, distribuidores, aseguradoras, centros de reparación, recicladoras y arrendadoras.',
  new: 'Agregar un proveedor',
  newAbout: 'Escriba el nombre y elija las funciones. Puede agregar lo demás después.',
  add: 'Agregar proveedor',
  none: 'Todavía no hay proveedores',
  noneText:
    'Agregue las empresas que fabrican, venden, aseguran y reparan sus dispositivos, con las personas a quienes escribir.',
  list: 'Proveedores',
  inactive: 'Inactivo',
  active: 'Activo',
  name: 'Nombre',
  key: 'Clave corta (opcional)',
  keyHelp:
    'Los archivos y otros sistemas usan esta clave, por ejemplo valley-depot. Si la deja en blanco, Rollcall forma una con el nombre. Después no se puede cambiar.',
  roles: 'Funciones',
  rolesHelp: 'Elija todo lo que esta empresa hace para su distrito.',
  timeZone: 'Zona horaria',
  timeZoneHelp: 'El horario de atención y los días cerrados están en esta zona horaria.',
  hours: 'Horario de atención',
  hoursHelp:
    'Los plazos prometidos solo cuentan mientras el proveedor está abierto. Si cierra a mediodía, agregue dos filas para el mismo día.',
  opening: 'Horario {n}',
  weekday: 'Día de la semana',
  opens: 'Abre',
  closes: 'Cierra',
  addOpening: 'Agregar horario',
  removeOpening: 'Quitar el horario {n}',
  openingWords: '{weekday} {opens} – {closes}',
  closedOn: 'Días cerrados',
  closedOnHelp: 'Días en que el proveedor está cerrado, como sus días feriados.',
  closedDay: 'Día cerrado {n}',
  addClosedDay: 'Agregar día cerrado',
  removeClosedDay: 'Quitar el día cerrado {n}',
  promises: 'Plazos prometidos',
  promisesHelp:
    'Cuente las horas en que el proveedor está abierto. Deje el campo en blanco si el proveedor no prometió nada.',
  acknowledgeWithinHours: 'Horas para confirmar un reclamo',
  resolveWithinHours: 'Horas para resolver un reclamo',
  hoursCount: '{hours, plural, one {# hora} other {# horas}}',
  acknowledges: 'Confirma en',
  resolves: 'Resuelve en',
  contacts: 'Contactos',
  contactsHelp:
    'A quién escribir sobre un reclamo. Primero el nivel 1. Los niveles 2 y 3 son para reclamos atrasados.',
  level: 'Nivel {level}',
  contact: 'Nivel {level}, contacto {n}',
  contactName: 'Nombre del contacto',
  contactEmail: 'Correo electrónico',
  contactPhone: 'Teléfono (opcional)',
  addContact: 'Agregar un contacto al nivel {level}',
  removeContact: 'Quitar el contacto {n} del nivel {level}',
  contactWords: 'Nivel {level}: {name}, {email}',
  contactAndPhone: '{contact}, {phone}',
  notes: 'Notas (opcional)',
  isActive: 'Trabajamos con este proveedor',
  isActiveHelp:
    'Quite la marca cuando dejen de trabajar con él. El proveedor sigue en los registros anteriores.',
  editAbout: 'Clave: {key}',
  notShown: 'No se pudo mostrar este proveedor',
};

export const vendorRole: Translation['vendorRole'] = {
  manufacturer: 'Fabricante',
  reseller: 'Distribuidor',
  insurer: 'Aseguradora',
  depot: 'Centro de reparación',
  recycler: 'Recicladora',
  lessor: 'Arrendadora',
};
