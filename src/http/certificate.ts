// Beyond this machine a node speaks HTTPS only: with the owner's certificate, or one of its own.

import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { refuse } from '../domain/refusals.ts';

/** A certificate with its private key, both PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  /** SHA-256 over the certificate, as browsers show it: `AB:CD:…`. */
  readonly fingerprint: string;
  /** Until when browsers take it, an ISO instant. */
  readonly expiresAt: string;
  /** True where the node made it itself, so that browsers warn. */
  readonly own: boolean;
}

const DAY_MS = 86_400_000;

/** Browsers take no certificate for longer than 398 days. */
const VALID_DAYS = 397;

/** So many days before its end an own certificate is made anew. */
const RENEW_DAYS = 30;

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/**
 * The owner's certificate from two files.
 *
 * @throws Refusal file-unreadable, certificate-malformed
 */
export async function givenCertificate(certFile: string, keyFile: string): Promise<Certificate> {
  const [cert, key] = await Promise.all([textOf(certFile), textOf(keyFile)]);
  return { cert, key, ...factsOf(cert, certFile), own: false };
}

/** The certificate that the node made for these names, kept in the directory, renewed in time. */
export async function ownCertificate(
  directory: string,
  names: readonly string[],
  now: Date,
): Promise<Certificate> {
  const [certFile, keyFile] = [join(directory, 'certificate.pem'), join(directory, 'key.pem')];
  const kept = await keptPair(certFile, keyFile);
  if (kept !== undefined && fits(kept.cert, names, now)) {
    return { ...kept, ...factsOf(kept.cert, certFile), own: true };
  }
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const made = await make(names, now);
  await writeFile(`${keyFile}.new`, made.key, { mode: 0o600 });
  await writeFile(`${certFile}.new`, made.cert, { mode: 0o600 });
  await rename(`${keyFile}.new`, keyFile);
  await rename(`${certFile}.new`, certFile);
  return { ...made, ...factsOf(made.cert, certFile), own: true };
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return refuse('file-unreadable', { path: file, why });
  }
}

async function keptPair(certFile: string, keyFile: string) {
  try {
    const [cert, key] = await Promise.all([readFile(certFile, 'utf8'), readFile(keyFile, 'utf8')]);
    return { cert, key };
  } catch {
    return undefined;
  }
}

function fits(cert: string, names: readonly string[], now: Date): boolean {
  try {
    const parsed = new X509Certificate(cert);
    const left = parsed.notAfter.getTime() - now.getTime();
    const isNow = parsed.notBefore.getTime() <= now.getTime() && left > RENEW_DAYS * DAY_MS;
    const named = parsed.getExtension(SubjectAlternativeNameExtension)?.names.items ?? [];
    const known = new Set(named.map(({ value }) => value));
    return isNow && names.every((name) => known.has(name));
  } catch {
    return false;
  }
}

const isAddress = (name: string): boolean => /^[\d.]+$/.test(name) || name.includes(':');

async function make(names: readonly string[], now: Date): Promise<{ cert: string; key: string }> {
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Webizen node',
    // A device whose clock is a little behind must not refuse it.
    notBefore: new Date(now.getTime() - DAY_MS),
    notAfter: new Date(now.getTime() + (VALID_DAYS - 1) * DAY_MS),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension(
        names.map((value) => ({ type: isAddress(value) ? 'ip' : 'dns', value }) as const),
      ),
    ],
  });
  const secret = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { cert: certificate.toString('pem'), key: PemConverter.encode(secret, 'PRIVATE KEY') };
}

function factsOf(cert: string, file: string): Pick<Certificate, 'fingerprint' | 'expiresAt'> {
  try {
    const parsed = new X509Certificate(cert);
    const der = new Uint8Array(parsed.rawData);
    const digits = createHash('sha256').update(der).digest('hex').toUpperCase();
    const fingerprint = digits.match(/../g)?.join(':') ?? '';
    return { fingerprint, expiresAt: parsed.notAfter.toISOString() };
  } catch {
    return refuse('certificate-malformed', { file });
  }
}
