/** Shares are whole ten-thousandths, and so many of them make the whole. */
export const WHOLE = 10_000;

/** After so many units the count of each party is kept, so that no call walks the whole pattern. */
const STRIDE = 100;

/** Patterns that are kept at once; the oldest goes first. */
const KEPT_PATTERNS = 256;

/** Which party gets each unit of a period, with each party's count at the start of each stride. */
interface Pattern {
  readonly owners: Uint16Array;
  readonly counts: readonly Uint16Array[];
}

const patterns = new Map<string, Pattern>();

/**
 * What each party has of the first `total` minor units: the chairman assignment of Tijdeman (The
 * chairman assignment problem, Discrete Mathematics 32, 1980). Each party is always less than one
 * unit away from its exact share, what it has never shrinks, and it depends on the total alone, so
 * slicing a payment changes nothing.
 *
 * @param weights ten-thousandths, in an order that stays; they add up to 10,000
 * @param total minor units, of any size; what is beyond one period of 10,000 repeats
 */
export function allotted(weights: readonly number[], total: bigint): bigint[] {
  if (total < 0n) throw new Error(`A running total is never negative: ${total}.`);
  const { owners, counts } = patternOf(weights);
  const periods = total / BigInt(WHOLE);
  const rest = Number(total % BigInt(WHOLE));
  const stride = Math.floor(rest / STRIDE);
  const inPeriod = Array.from(counts[stride] ?? []);
  for (const owner of owners.subarray(stride * STRIDE, rest)) {
    inPeriod[owner] = (inPeriod[owner] ?? 0) + 1;
  }
  return weights.map((weight, party) => periods * BigInt(weight) + BigInt(inPeriod[party] ?? 0));
}

function patternOf(weights: readonly number[]): Pattern {
  const key = weights.join(' ');
  const kept = patterns.get(key);
  if (kept !== undefined) return kept;
  const made = makePattern(weights);
  const [oldest] = patterns.keys();
  if (patterns.size >= KEPT_PATTERNS && oldest !== undefined) patterns.delete(oldest);
  patterns.set(key, made);
  return made;
}

function makePattern(weights: readonly number[]): Pattern {
  assertWhole(weights);
  const owners = new Uint16Array(WHOLE);
  const counts: Uint16Array[] = [];
  const current = new Uint16Array(weights.length);
  for (let slot = 1; slot <= WHOLE; slot += 1) {
    if ((slot - 1) % STRIDE === 0) counts.push(current.slice());
    const owner = earliestDeadline(weights, current, slot);
    owners[slot - 1] = owner;
    current[owner] = (current[owner] ?? 0) + 1;
  }
  return { owners, counts };
}

/**
 * The party that gets the unit of a slot. To stay less than one unit from its share w, a party may
 * take its j-th unit only after the slot (j-1)/w and must have it by the slot that first reaches
 * j/w. One unit a slot, by the earliest deadline among those that may: it meets every deadline
 * that can be met (Jackson 1955), and all can be (Tijdeman 1980; Steiner and Yeomans, Level
 * schedules for mixed-model, just-in-time processes, Management Science 39, 1993).
 */
function earliestDeadline(weights: readonly number[], counts: Uint16Array, slot: number): number {
  let chosen = -1;
  let earliest = Infinity;
  for (const [party, weight] of weights.entries()) {
    const has = counts[party] ?? 0;
    if (weight === 0 || has * WHOLE >= weight * slot) continue;
    const deadline = Math.ceil(((has + 1) * WHOLE) / weight);
    if (deadline < earliest) [chosen, earliest] = [party, deadline];
  }
  if (chosen < 0 || earliest < slot) throw new Error(`No party can take unit ${slot} in time.`);
  return chosen;
}

function assertWhole(weights: readonly number[]): void {
  const sound = weights.every((weight) => Number.isInteger(weight) && weight >= 0);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!sound || sum !== WHOLE) throw new Error(`Shares ${weights.join(', ')} are not a whole.`);
}
