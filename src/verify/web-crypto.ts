/** WebCrypto; looked for when it is needed, so that importing this entry does no harm where there is none. */
export function webCrypto(): SubtleCrypto {
  const { crypto } = globalThis as { crypto?: { subtle?: SubtleCrypto } };
  if (!crypto?.subtle) {
    throw new Error('Signatures need WebCrypto: Node, a worker, or a page over HTTPS.');
  }
  return crypto.subtle;
}

/** ES256 (RFC 7518 §3.4). */
export const ES256 = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** The curve of ES256. */
export const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
