// What stands behind the question mark of an address: plain words, as one would write them by hand.

/** Older links have some words in quotes, such as `year=%222026%22`: those are read as well. */
function unquoted(text: string): string {
  if (!/^".*"$/s.test(text)) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}

/** Reads it: every value is a text. */
export const parseSearch = (search: string): Record<string, string> =>
  Object.fromEntries(
    [...new URLSearchParams(search)].map(([key, value]) => [key, unquoted(value)]),
  );

/** Writes it; what is undefined is left out. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const said = Object.entries(search).filter(([, value]) => value !== undefined && value !== null);
  const text = new URLSearchParams(said.map(([key, value]) => [key, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}
