import { expect, test } from 'vitest';
import { browserName } from './browser.ts';

const known: Readonly<Record<string, string>> = {
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0': 'Firefox on Linux',
  'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140 Mobile Safari/537.36':
    'Chrome on Android',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18 Mobile Safari/604':
    'Safari on iPhone',
  'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140 Safari/537.36 Edg/140':
    'Edge on Windows',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 15) AppleWebKit/605 Version/18 Safari/605':
    'Safari on macOS',
};

test('a browser is named as its owner knows it, and what is none is not named', () => {
  for (const [said, name] of Object.entries(known)) expect(browserName(said)).toBe(name);
  for (const said of [null, '', 'curl/8.0', '<script>', 'node']) {
    expect(browserName(said)).toBeUndefined();
  }
});
