import { readFileSync, statSync } from 'node:fs';
import { refuse } from '../../domain/refusals.ts';

/** A file's text, and what should be known about how it was read. */
export interface SheetText {
  readonly text: string;
  readonly notes: readonly string[];
}

const sheetBytesMost = 64_000_000;

/**
 * Reads a text file: UTF-8 or UTF-16 with or without a byte-order mark, else Windows-1252 with a
 * note. Refuses source-missing, sheet-too-large, sheet-empty, sheet-encoding.
 */
export function readSheetText(path: string): SheetText {
  const file = statSync(path, { throwIfNoEntry: false });
  if (file === undefined) return refuse('source-missing', { path });
  if (!file.isFile()) return refuse('sheet-encoding', { path, why: 'it is no file' });
  if (file.size > sheetBytesMost) refuse('sheet-too-large', { path, limit: sheetBytesMost });
  return decodeSheet(readFileSync(path), path);
}

/** The same from bytes. Refuses sheet-empty, sheet-encoding. */
export function decodeSheet(bytes: Uint8Array, path: string): SheetText {
  if (bytes.length === 0) return refuse('sheet-empty', { path });
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return refuse('sheet-encoding', { path, why: 'it is a workbook or another zip file' });
  }
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return { text: new TextDecoder(wide).decode(bytes), notes: [] };
  if (bytes.includes(0)) refuse('sheet-encoding', { path, why: 'it holds bytes of zero' });
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notes: [] };
  } catch {
    const note =
      'The file is not UTF-8; it was read as Windows-1252: look at names with accents in it.';
    return { text: new TextDecoder('windows-1252').decode(bytes), notes: [note] };
  }
}

/** UTF-16 by its mark, or by the zeros that it puts beside every Latin letter. */
const wideEncoding = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined;
  if (bytes[0] !== 0 && bytes[1] === 0 && bytes[2] !== 0 && bytes[3] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0 && bytes[3] !== 0) return 'utf-16be';
  return undefined;
};
