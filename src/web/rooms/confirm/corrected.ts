/** What somebody corrected of their lines, before they confirm them. */
export interface Corrected {
  /** Quantities that were typed anew, by the id of the line. */
  readonly quantities: Readonly<Record<string, string>>;
  /** Lines that stay drafts. */
  readonly leftOut: readonly string[];
  readonly classification: string;
}

/** Nothing corrected yet. */
export const nothing: Corrected = { quantities: {}, leftOut: [], classification: '' };
