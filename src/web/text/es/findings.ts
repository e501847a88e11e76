import type { Translation } from '../catalog.js';

export const findings: Translation['findings'] = {
  words_17545:
    'Los bienes no se necesitan para fines escolares, o deben darse de baja para reemplazarlos, o no son satisfactorios o adecuados para el uso escolar. Se venderán, después de un aviso, al postor responsable que más ofrezca, o en subasta pública.',
  source_17545: 'Código de Educación 17545 (texto de 1998)',
  words_17546_a:
    'La junta, por voto unánime de los miembros presentes, concluye que los bienes, sean uno o varios, no valen más de $2,500. Se pueden vender en venta privada sin anuncio.',
  source_17546_a:
    'Código de Educación 17546(a) (Alameda 2025-26; no se encontró ningún cambio hasta mediados de 2026)',
  doubt_17546_a: 'Un proyecto de ley de 2026 (AB 2726) podría cambiar esto. No pudimos leerlo.',
  words_17546_b:
    'Los bienes se ofrecieron en venta según la sección 17545 y no se recibió ninguna oferta válida. Se pueden vender en venta privada.',
  source_17546_b: 'Código de Educación 17546(b)',
  doubt_17546_b: 'Un proyecto de ley de 2026 (AB 2726) podría cambiar esto. No pudimos leerlo.',
  words_17546_c:
    'La junta, por voto unánime de los miembros presentes, concluye que el valor de los bienes no alcanza para pagar los costos de una venta. Se pueden donar a una organización benéfica que la junta considere adecuada, o llevar al vertedero público local.',
  source_17546_c:
    'Código de Educación 17546(c) (Alameda 2025-26; no se encontró ningún cambio hasta mediados de 2026)',
  doubt_17546_c: 'Un proyecto de ley de 2026 (AB 2726) podría cambiar esto. No pudimos leerlo.',
  words_17540:
    'Los bienes se venden a una agencia del gobierno federal, del estado, de un condado, de una ciudad o a otra agencia pública, sin pedir ofertas.',
  source_17540: 'Código de Educación 17540',
  words_17542:
    'El superintendente de escuelas del condado ha aprobado el precio al que se venden los bienes a una agencia pública.',
  source_17542: 'Código de Educación 17542',
  source_other: 'El distrito elige las palabras y la ley.',
  adopted: 'La junta adopta el texto en inglés:',
};
