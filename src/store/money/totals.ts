/** Totals in minor units by a key, as JSON text: bigints become decimal strings. */
export function totalsText(totals: Readonly<Record<string, bigint>>): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(totals).map(([key, total]) => [key, total.toString()])),
  );
}

/** Reads what `totalsText` wrote. */
export function parseTotals(text: string): Record<string, bigint> {
  const kept = JSON.parse(text) as Record<string, string>;
  return Object.fromEntries(Object.entries(kept).map(([key, total]) => [key, BigInt(total)]));
}
