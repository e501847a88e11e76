/** A site's code as it is stored and compared: without blanks around it, in upper case. Its leading zeros count. */
export function readSiteCode(text: string): string {
  return text.trim().toUpperCase();
}
