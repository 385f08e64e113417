import { readFileSync, readdirSync } from 'node:fs';
import { Fragment, createElement } from 'react';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../domain/refusals.ts';
import type { RefusalCode, RefusalValues } from '../../../domain/refusals.ts';
import { problemFrom } from '../../../sdk/problem.ts';
import type { Language } from '../locale.tsx';
import { valuesIn } from './telling.ts';
import { tellerIn } from './words.ts';

const locales = { en: 'en-GB', ar: 'ar-EG-u-nu-arab', de: 'de-DE' };

const drawn = (node: ReactNode): string =>
  renderToStaticMarkup(createElement(Fragment, null, node)).replaceAll(/<\/?bdi>/g, '');

async function told(language: Language, code: RefusalCode, values: RefusalValues = {}) {
  const teller = await tellerIn(language, locales[language]);
  const { title, happened, kept, todo } = teller.tell(
    problemFrom(new Refusal(code, values)).document,
  );
  return { title, happened: drawn(happened), kept: drawn(kept), todo: drawn(todo) };
}

describe('a refusal', () => {
  const precise = { text: '9.999', currency: 'AUD', scale: 2 };

  test('is told in the reader’s language, with its values', async () => {
    expect(await told('de', 'amount-too-precise', precise)).toEqual({
      title: undefined,
      happened: '9.999 hat mehr Nachkommastellen, als AUD hat (2).',
      kept: 'Nichts wurde geändert.',
      todo: 'Schreib höchstens 2 Nachkommastellen, oder nimm eine Währung, die feiner zählt.',
    });
    expect((await told('ar', 'amount-too-precise', precise)).todo).toContain(
      'منزلتين عشريتين على الأكثر',
    );
  });

  test('is in English what the node says, but where the app says it better', async () => {
    expect(await told('en', 'amount-too-precise', precise)).toMatchObject({
      happened: '9.999 has more decimals than AUD has (2).',
      kept: 'Nothing was changed.',
    });
    const { title } = await told('en', 'link-used', { at: '2026-06-01T09:00:00Z' });
    expect(title).toBe('This link has been used.');
  });

  test('writes days, amounts and counts as the language does', async () => {
    const values = { hours: 60, from: '2026-05-04', to: '2026-05-05', days: 2, lines: 'con_1' };
    expect((await told('ar', 'hours-impossible', values)).happened).toBe(
      '٦٠ ساعة بين ٤ مايو ٢٠٢٦ و٥ مايو ٢٠٢٦ أكثر مما يتسع له يومان من ٢٤ ساعة.',
    );
    const cost = { paid: '1200.50 AUD', cost: '900.00 AUD' };
    expect((await told('de', 'paid-above-cost', cost)).happened).toBe(
      'Bezahlt 1.200,50\u00a0AU$ ist mehr als die Kosten von 900,00\u00a0AU$.',
    );
  });

  test('writes amounts as money, and says what to do in a browser', async () => {
    const values = { name: 'Mira', due: '1222.93', amount: '5000.00', currency: 'AUD' };
    expect(await told('en', 'payout-exceeds', values)).toMatchObject({
      happened: 'Mira has A$1,222.93 to receive; A$5,000.00 is more.',
      todo: 'Pay out at most A$1,222.93.',
    });
    expect((await told('de', 'payout-exceeds', values)).happened).toBe(
      'Mira hat 1.222,93\u00a0AU$ zu bekommen; 5.000,00\u00a0AU$ ist mehr.',
    );
    const own = { name: 'Mira', due: '1.500', waiting: '2.250', currency: 'HOURm' };
    expect((await told('en', 'payout-waits', own)).todo).toContain('at most 1.500\u00a0HOURm now');
  });

  test('puts few words of the node into it too, and marks others as English', async () => {
    const status = { status: 'accepted', verb: 'withdrawn: it can be cancelled' };
    expect((await told('de', 'wrong-status', status)).happened).toBe(
      'Ein Beitrag im Stand „angenommen“ kann nicht zurückgezogen, aber aufgehoben werden.',
    );
    const range = { key: 'return', value: '9', range: 'from 1 to 4' };
    expect((await told('de', 'terms-out-of-range', range)).happened).toBe(
      'return ist 9; erlaubt ist: von 1 bis 4.',
    );
    const strange = { where: 'body', what: 'Invalid input: expected string' };
    expect((await told('ar', 'act-malformed', strange)).happened).toContain(
      '<span lang="en" dir="ltr">Invalid input: expected string</span>',
    );
  });

  test('that nobody knows here stays as the node says it, marked as English', async () => {
    const { tell } = await tellerIn('ar', locales.ar);
    const { document } = problemFrom(new Refusal('not-signed', { agent: 'agt_1' }));
    const { happened } = tell({ ...document, code: 'moon-missing', detail: 'The moon is away.' });
    expect(drawn(happened)).toBe('<span lang="en" dir="ltr">The moon is away.</span>');
  });

  test('without a value that its words name stays as the node says it', async () => {
    const { tell } = await tellerIn('de', locales.de);
    const { document } = problemFrom(new Refusal('payout-unknown', { id: 'out_1' }));
    expect(drawn(tell({ ...document, values: {} }).happened)).toContain('no payout out_1');
  });

  test('keeps a script in a value as text', async () => {
    const { happened } = await told('de', 'amount-malformed', { text: '<b>1</b>' });
    expect(happened).toBe('„&lt;b&gt;1&lt;/b&gt;“ ist kein Betrag.');
  });
});

test('what a sentence names is read out of it where it was kept alone', async () => {
  const { message } = new Refusal('release-elsewhere', { release: 'rel_1', work: 'work_2' });
  expect(valuesIn('release-elsewhere', message)).toEqual({ release: 'rel_1', work: 'work_2' });
  expect(valuesIn('already-accepted', 'It changed.')).toEqual({});
  const { sentence } = await tellerIn('de', locales.de);
  expect(drawn(sentence('release-elsewhere', message))).toBe(
    'Die Ausgabe rel_1 gehört nicht zum Werk work_2.',
  );
  const changed = 'It changed after it was accepted as con_1.';
  expect(drawn(sentence('already-accepted', changed))).toContain('als con_1 eingetragen war');
});

test('each of the few words that are put into refusals is one that the node says', () => {
  const texts = JSON.parse(
    readFileSync(new URL('phrases/de.json', import.meta.url), 'utf8'),
  ) as Record<string, string>;
  const source = sources();
  const strange = Object.keys(texts).filter((english) => {
    const parts = english
      .split(/\{\w+\}/)
      .map((part) => part.replaceAll(/[.*+?^$()[\]|\\/]/g, '\\$&'));
    return !new RegExp(parts.join('\\$\\{.*?\\}'), 's').test(source);
  });
  expect(strange).toEqual([]);
});

function sources(): string {
  const home = new URL('../../../', import.meta.url);
  return readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => readFileSync(new URL(path, home), 'utf8'))
    .join('\n');
}
