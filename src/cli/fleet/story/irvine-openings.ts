/**
 * Irvine's schools that are younger than the story, by CDS code, on the first day of the school year in which
 * they began to teach: rooms are filled in the summer before the pupils come. Every other site of the district's
 * file was there in 2010.
 *
 * Sources: Orange County Register, 5 June 2018 (Jeffrey Trail 2013, Cypress Village 2014, Portola Springs 2015,
 * Beacon Park and Portola High 2016, Eastwood 2017; Cadence Park and Loma Ridge planned) and 18 August 2022 (Loma
 * Ridge 2019, Solis Park 2022); City of Irvine, K-12 school districts (Cadence Park 2018); The Portola Pilot
 * (Virtual Academy, permanent from 2021); iciacademy.org (Chinese Immersion Academy, 24 August 2023).
 */
export const IRVINE_SITE_OPENINGS: ReadonlyMap<string, string> = new Map([
  ['30736500127472', '2013-07-01'], // Jeffrey Trail Middle
  ['30736500129155', '2014-07-01'], // Cypress Village Elementary
  ['30736500129296', '2015-07-01'], // Portola Springs Elementary
  ['30736500133389', '2016-07-01'], // Beacon Park
  ['30736500133405', '2016-07-01'], // Portola High
  ['30736500135137', '2017-07-01'], // Eastwood Elementary
  ['30736500136689', '2018-07-01'], // Cadence Park
  ['30736500138719', '2019-07-01'], // Loma Ridge Elementary
  ['30736500140988', '2021-07-01'], // Irvine Unified School District Virtual Academy
  ['30736500141119', '2022-07-01'], // Solis Park
  ['30736500142232', '2023-07-01'], // Irvine Chinese Immersion Academy
]);
