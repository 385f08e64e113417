// A passkey device in software: it makes an ES256 key for a site and shows it again, as WebAuthn
// level 3 has it, with no attestation.

import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

const sha256 = (data: Uint8Array | string): Buffer => createHash('sha256').update(data).digest();
const text64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** CBOR (RFC 8949) of what a device answers: small numbers, texts, bytes and maps. */
function cbor(value: number | string | Uint8Array | Map<number | string, unknown>): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  const pairs = [...value].flatMap(([key, one]) => [cbor(key), cbor(one as number)]);
  return Buffer.concat([head(5, value.size), ...pairs]);
}

function head(major: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(major << 5) | size]);
  if (size < 256) return Buffer.from([(major << 5) | 24, size]);
  return Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
}

/** One device with one passkey. */
export class Authenticator {
  readonly #origin: string;
  readonly #key: KeyObject;
  readonly #cose: Buffer;
  readonly #id: Buffer;
  #count = 0;

  constructor(origin: string, name = 'device') {
    this.#origin = origin;
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.#key = privateKey;
    this.#id = sha256(`credential of ${name}`);
    const point = [x, y].map((text) => Buffer.from(text, 'base64url'));
    this.#cose = cbor(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, point[0] ?? Buffer.alloc(0)],
        [-3, point[1] ?? Buffer.alloc(0)],
      ]),
    );
  }

  /** What `navigator.credentials.create` gives. */
  make({ challenge }: { readonly challenge: string }) {
    const size = Buffer.from([0, this.#id.length]);
    const attested = Buffer.concat([Buffer.alloc(16), size, this.#id, this.#cose]);
    const authData = this.#authData(0x45, attested);
    const object = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    const response = {
      clientDataJSON: text64(this.#clientData('webauthn.create', challenge)),
      attestationObject: text64(cbor(object)),
      transports: ['internal'],
    };
    return this.#credential(response);
  }

  /** What `navigator.credentials.get` gives. */
  show({ challenge }: { readonly challenge: string }) {
    this.#count++;
    const authenticatorData = this.#authData(0x05, Buffer.alloc(0));
    const clientData = this.#clientData('webauthn.get', challenge);
    const signed = Buffer.concat([authenticatorData, sha256(clientData)]);
    const signature = createSign('sha256').update(signed).sign(this.#key);
    return this.#credential({
      clientDataJSON: text64(clientData),
      authenticatorData: text64(authenticatorData),
      signature: text64(signature),
    });
  }

  #credential<R>(response: R) {
    const id = text64(this.#id);
    return { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} } as const;
  }

  #clientData(type: string, challenge: string): Buffer {
    return Buffer.from(
      JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false }),
    );
  }

  #authData(flags: number, rest: Buffer): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.#count);
    return Buffer.concat([
      sha256(new URL(this.#origin).hostname),
      Buffer.from([flags]),
      count,
      rest,
    ]);
  }
}
