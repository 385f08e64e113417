// Which words of a sentence another one keeps, so that eyes find what changed.

/** A run of words, and whether only this side has them. */
export interface Run {
  readonly text: string;
  readonly own: boolean;
}

/** Longer sentences, such as a list of thousands of rates, are not compared word by word. */
const WORDS_MAX = 600;

const wordsOf = (text: string): string[] => text.match(/\S+\s*/g) ?? [];
const bare = (word: string): string => word.trim();

/** Two sentences in runs: what both have in their order, and what only one of them has. */
export function wordDiff(before: string, after: string): readonly [Run[], Run[]] {
  const [left, right] = [wordsOf(before), wordsOf(after)];
  if (left.length > WORDS_MAX || right.length > WORDS_MAX) {
    return [[{ text: before, own: true }], [{ text: after, own: true }]];
  }
  const shared = sharedWords(left.map(bare), right.map(bare));
  return [
    runs(
      left,
      shared.map(([at]) => at),
    ),
    runs(
      right,
      shared.map(([, at]) => at),
    ),
  ];
}

/** The longest common subsequence, as pairs of positions. */
function sharedWords(left: readonly string[], right: readonly string[]): [number, number][] {
  const width = right.length + 1;
  const longest = new Uint16Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const [down, across] = [longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0];
      const both = longest[(i + 1) * width + j + 1] ?? 0;
      longest[i * width + j] = left[i] === right[j] ? both + 1 : Math.max(down, across);
    }
  }
  const found: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    if (left[i] === right[j]) {
      found.push([i, j]);
      i += 1;
      j += 1;
    } else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return found;
}

function runs(words: readonly string[], kept: readonly number[]): Run[] {
  const shared = new Set(kept);
  const found: Run[] = [];
  for (const [at, text] of words.entries()) {
    const own = !shared.has(at);
    const last = found.at(-1);
    if (last?.own === own) found[found.length - 1] = { text: last.text + text, own };
    else found.push({ text, own });
  }
  return found;
}
