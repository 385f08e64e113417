// Serving beyond this machine: what `start` says and asks for.

import { hostname, networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import type { BeyondOptions } from '../http/serve.ts';
import { wrong } from './session/session.ts';
import type { Terminal } from './session/terminal.ts';

/** Options of `start` that lead beyond this machine. */
export interface BeyondAsked {
  readonly host?: string;
  readonly httpsPort?: string;
  readonly name?: readonly string[];
  readonly cert?: string;
  readonly keyFile?: string;
}

const DEFAULT_HTTPS_PORT = 4443;

/**
 * How to serve beyond this machine; undefined where nobody asks for it. The node then answers
 * under the names of the machine, its addresses, and the names that are given.
 */
export async function beyondOf(
  asked: BeyondAsked,
  data: string,
  terminal: Terminal,
): Promise<BeyondOptions | undefined> {
  const { host, httpsPort = String(DEFAULT_HTTPS_PORT), name = [], cert, keyFile } = asked;
  if (host === undefined) return undefined;
  if (!/^[\d.]+$|^[\da-f:]+$/i.test(host)) {
    return wrong('--host', host, 'an address of this machine, or 0.0.0.0 for all');
  }
  const port = /^\d{1,5}$/.test(httpsPort) ? Number(httpsPort) : 65_536;
  if (port > 65_535) return wrong('--https-port', httpsPort, 'a number from 0 to 65535');
  if ((cert === undefined) !== (keyFile === undefined)) {
    return wrong('--cert', cert ?? '', 'a certificate and its key come together: add --key-file');
  }
  const { givenCertificate, ownCertificate } = await import('../http/certificate.ts');
  const names = [...new Set([...name.map((one) => one.toLowerCase()), ...machineNames(host)])];
  const certificate =
    cert === undefined || keyFile === undefined
      ? await ownCertificate(join(data, 'https'), names, terminal.clock())
      : await givenCertificate(resolve(terminal.cwd, cert), resolve(terminal.cwd, keyFile));
  return { host, port, names, certificate };
}

/** Names and addresses of this machine at which others reach it. */
function machineNames(host: string): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((one) => one ?? []);
  const addresses = all
    .filter(({ internal, scopeid }) => !internal && (scopeid ?? 0) === 0)
    .map(({ address }) => address);
  const isAll = host === '0.0.0.0' || host === '::';
  const name = hostname().toLowerCase();
  const names = name.includes('.') ? [name] : [name, `${name}.local`];
  return [...names, ...(isAll ? addresses : [host])];
}

/** What is said of it once it runs. */
export function beyondWords(urls: readonly string[], beyond: BeyondOptions | undefined): string {
  if (beyond === undefined) return '';
  const { fingerprint, own } = beyond.certificate;
  const places = `Beyond this machine it is at:\n${urls.map((url) => `  ${url}`).join('\n')}`;
  if (!own) return `${places}\n`;
  return (
    `${places}\n` +
    'A browser there will warn, as nobody but this node vouches for its certificate. Compare\n' +
    'the SHA-256 fingerprint that it shows before you go on; it must be:\n' +
    `  ${fingerprint}\n` +
    'With a certificate of your own (--cert, --key-file) there is no warning.\n'
  );
}
