import { PassThrough, type Readable } from 'node:stream';
import { PdfFile } from '../../../common/documents/pdf-file.js';

/** What the label for universal waste says. */
export interface WasteLabel {
  number: number;
  name: string;
  site: string;
  place: string | null;
  isBatteries: boolean;
  /** Calendar date on which somebody decided to discard it. */
  wasteSince: string;
  /** Calendar date, one year later: the last day on which the waste can stay. */
  leaveBy: string;
  district: string;
}

/** US Letter in landscape, with its margin in points. */
const PAGE = { size: 'LETTER', layout: 'landscape', margin: 48 } as const;

/** A label for the container or the wrapped pallet, in the words of 22 CCR 66273.34. */
export async function wasteLabel(label: WasteLabel): Promise<Readable> {
  const out = new PassThrough();
  const title = `Universal Waste - ${label.isBatteries ? 'Battery(ies)' : 'Electronic Device(s)'}`;
  const file = await PdfFile.open({ ...PAGE, info: { Title: title, Author: label.district } }, out);
  const { doc } = file;
  doc.font('Bold').fontSize(44).fillColor('black').text(title, { align: 'center' });
  doc.moveDown(0.6).fontSize(34).text(`Accumulated since ${label.wasteSince}`, { align: 'center' });
  doc.fontSize(26).text(`Must leave by ${label.leaveBy}`, { align: 'center' });
  doc.moveDown(1).font('Text').fontSize(18).text(`Lot ${label.number}: ${label.name}`, { align: 'center' });
  const where = [label.site, label.place].filter(Boolean).join(', ');
  doc.text(`${label.district}. ${where}`, { align: 'center' });
  file.end().catch((error: Error) => out.destroy(error));
  return out;
}
