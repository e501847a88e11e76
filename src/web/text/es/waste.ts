import type { Translation } from '../catalog.js';

export const waste: Translation['waste'] = {
  title: 'Desechos universales',
  about:
    'Un sitio que tiene desechos universales necesita un número de identificación de la EPA antes de tener {limit} ({source}). Un lote cuenta si tiene un día en “Desecho desde”, hasta que se recoge o se cancela.',
  failed: 'No se pudo cargar el peso de los desechos universales',
  showAll: 'Mostrar los {count, number} sitios',
  amount: '{weight} de {limit} ({percent} %)',
  barOf: 'Peso de los desechos universales en {site}',
  contents:
    '{devices, plural, one {# dispositivo} other {# dispositivos}} en {lots, plural, one {# lote} other {# lotes}}.',
  estimated:
    'El peso de {count, plural, one {# dispositivo} other {# dispositivos}} es una estimación ({weight})',
  near: 'Cerca del límite',
  nearText:
    'Haga que recojan un lote pronto, o consiga ya un número de identificación de la EPA. El sitio lo necesita antes de llegar al límite.',
  reached: 'Se llegó al límite',
  reachedText:
    'Consiga un número de identificación de la EPA para este sitio, de la EPA o del DTSC, si aún no lo tiene. Hasta entonces, no deje más desechos aquí y haga que recojan un lote.',
  weight: 'Peso',
};
