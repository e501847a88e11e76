import { SaxesParser } from 'saxes';
import { WORKBOOK_LIMITS } from '../limits.js';
import { BrokenWorkbook, WorkbookTooLarge } from '../reading.errors.js';

/** Names come without their namespace prefix: some programs write `<x:row>`. */
export interface XmlHandlers {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Reads XML piece by piece in bounded memory. A document type is refused outright, so no entity but XML's own five can
 * be declared, inside or outside the file.
 */
export class XmlReader {
  private readonly parser = new SaxesParser<{ position: false; xmlns: false }>({
    position: false,
    xmlns: false,
  });
  private depth = 0;
  private silent = 0;

  constructor(handlers: XmlHandlers) {
    this.parser.on('opentag', ({ name, attributes }) => {
      this.silent = 0;
      this.depth += 1;
      if (this.depth > WORKBOOK_LIMITS.depth) throw new BrokenWorkbook('its XML is nested too deep');
      handlers.open?.(withoutPrefix(name), attributes);
    });
    this.parser.on('closetag', ({ name }) => {
      this.silent = 0;
      this.depth -= 1;
      handlers.close?.(withoutPrefix(name));
    });
    const text = (data: string): void => {
      this.silent = 0;
      handlers.text?.(data);
    };
    this.parser.on('text', text);
    this.parser.on('cdata', text);
    this.parser.on('doctype', () => {
      throw new BrokenWorkbook('its XML declares a document type');
    });
    this.parser.on('error', (error) => {
      throw new BrokenWorkbook(error.message);
    });
  }

  write(piece: string): void {
    // The parser keeps what is not finished, so an endless comment, attribute or text would fill the memory.
    this.silent += piece.length;
    this.parser.write(piece);
    if (this.silent > WORKBOOK_LIMITS.silentChars)
      throw new WorkbookTooLarge('one piece of its XML has no end');
  }

  end(): void {
    this.parser.close();
  }
}

/** Reads one part whole. */
export async function readXml(pieces: AsyncIterable<string>, handlers: XmlHandlers): Promise<void> {
  const reader = new XmlReader(handlers);
  for await (const piece of pieces) reader.write(piece);
  reader.end();
}

function withoutPrefix(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
