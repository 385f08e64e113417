/** The names most like a text, best first: by the pairs of letters that they share (Dice 1945). */
export function nearest(text: string, names: readonly string[], most = 5): string[] {
  const wanted = pairsOf(text);
  return names
    .map((name) => ({ name, likeness: likeness(wanted, pairsOf(name)) }))
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ name }) => name);
}

function likeness(wanted: ReadonlySet<string>, pairs: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of wanted) if (pairs.has(pair)) shared += 1;
  return (2 * shared) / (wanted.size + pairs.size + 1);
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = ` ${text.toLowerCase()} `;
  return new Set(Array.from(letters, (_, at) => letters.slice(at, at + 2)));
}
