import type { PublicWork } from '../../actions/consents/answers.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one);

/** The part that is paid, in whole percent, never 100 before all of it is. */
export function paidPercent({ figures, status }: PublicWork): number | undefined {
  if (figures === null) return undefined;
  const digits = (text: string): bigint => BigInt(text.replace(/\D/g, ''));
  const [whole, paid] = [digits(figures.obligation.amount), digits(figures.paid.amount)];
  if (whole === 0n) return status === 'open' ? 100 : 0;
  return Number((paid * 100n) / whole);
}

/** What the badge says on its right. */
export function badgeWords(work: PublicWork): string {
  if (work.status === 'open') return `open · ${work.licence}`;
  const percent = paidPercent(work);
  return percent === undefined ? 'owing' : `${percent} % paid`;
}

const HEIGHT = 24;
/** Wide enough for nearly all fonts, as nothing can be measured here. */
const widthOf = (text: string): number => Math.ceil(Array.from(text).length * 7.2) + 16;

/** The badge of a work: the Square filled as far as it is paid, and the same in words. */
export function badgeOf(work: PublicWork): string {
  const words = badgeWords(work);
  const name = 'Webizen';
  const [left, right] = [widthOf(name) + 18, widthOf(words)];
  const filled = work.status === 'open' ? 12 : Math.round(((paidPercent(work) ?? 0) * 12) / 100);
  const title = `${work.title}: ${words}`;
  const isOpen = work.status === 'open';
  const size = `width="${left + right}" height="${HEIGHT}"`;
  const outline = `M${left} 0h${right - 3}a3 3 0 0 1 3 3v18a3 3 0 0 1-3 3h-${right - 3}z`;
  const [paper, ink] = isOpen ? ['#0a5f44', '#f2f5f0'] : ['#fdfefc', '#14211b'];
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-label="${escaped(title)}">
  <title>${escaped(title)}</title>
  <rect ${size} rx="3" fill="#14211b"/>
  <path d="${outline}" fill="${paper}" stroke="#14211b"/>
  <rect x="7" y="5" width="14" height="14" fill="none" stroke="#f2f5f0" stroke-width="2"/>
  <rect x="8" y="${18 - filled}" width="12" height="${filled}" fill="#f4aa1c"/>
  <g font-family="Hanken Grotesk,system-ui,Segoe UI,Helvetica,Arial,sans-serif" font-size="12">
    <text x="28" y="16" fill="#f2f5f0">${name}</text>
    <text x="${left + 8}" y="16" fill="${ink}">${escaped(words)}</text>
  </g>
</svg>
`;
}
