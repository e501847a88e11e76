import type { Dice } from '../../fleet/dice.js';

/** Names of the demo's people. They are combined by chance and mean no real person. */
const GIVEN_NAMES =
  `Aaliyah Aaron Abigail Adrian Aiden Alejandra Alex Alice Amara Amir Ana Andre Angela Anika Arjun Arman Ava Ben Bianca
   Brandon Camila Carlos Caleb Chloe Connor Dana Daniel Daria David Diego Dylan Eleanor Elena Eli Emma Ethan Eva
   Fatima Felix Finn Gabriel Grace Hana Hannah Harper Hiro Ian Ines Isaac Isabel Jada Jason Jasmine Javier Jin Jonah
   Jordan Julia Kai Kavya Keiko Kevin Khalil Laila Lena Leo Lila Linh Logan Lucas Luis Maria Marcus Maya Mei Mia
   Miguel Mina Minh Naomi Nathan Neha Nico Noah Nora Oliver Omar Owen Paula Parisa Peter Priya Quinn Rafael Ravi Reza
   Rosa Ruby Ryan Sam Samir Sara Seo-yun Sofia Tara Theo Thuy Tomas Uma Vera Victor Wei William Yasmin Yuki Zoe`.split(
    /\s+/,
  );

const FAMILY_NAMES =
  `Abbasi Adams Ahmadi Alvarez Anderson Baker Banerjee Bell Bennett Bui Campbell Castillo Chan Chang Chen Cho Choi
   Cooper Cruz Dang Davis Desai Diaz Dinh Evans Farahani Flores Foster Garcia Gomez Gonzalez Gray Green Gupta Gutierrez
   Hall Han Harris Hernandez Ho Hoang Hosseini Hughes Huang Ito Iyer Jackson Jensen Jimenez Johnson Jones Joshi Jung
   Kang Kaur Kelly Khan Kim Kimura King Kumar Lam Larson Le Lee Lewis Li Lim Lin Liu Lopez Martin Martinez Mehta
   Mendoza Miller Mitchell Moore Morales Morgan Murphy Nakamura Nelson Ng Nguyen Okafor Ortiz Park Parker Patel Perez
   Peterson Pham Phillips Ramirez Ramos Rao Reed Reyes Rivera Rodriguez Ruiz Sanchez Sato Scott Shah Shin Silva Singh
   Smith Song Sullivan Suzuki Tan Tanaka Taylor Thomas Torres Tran Vargas Vu Wang Watson White Williams Wilson Wong
   Wright Wu Yamada Yang Yoon Young Zhang Zhou`.split(/\s+/);

export interface PersonName {
  givenName: string;
  familyName: string;
}

export function inventName(dice: Dice): PersonName {
  return { givenName: dice.pick(GIVEN_NAMES), familyName: dice.pick(FAMILY_NAMES) };
}
