/**
 * The address that a request came from: the last one in the header that the operator's proxy writes (those before it are what the caller
 * claims), else the connection's. Empty where neither is known.
 */
export function callerAddress(
  { headers }: Request,
  socketAddress: string | null,
  header: string | null,
): string {
  const named = header === null ? null : headers.get(header);
  const [address = ''] = named?.split(',').slice(-1) ?? [];
  if (address.trim() !== '') return address.trim();
  // An IPv4 address on a socket of IPv6.
  return (socketAddress ?? '').replace(/^::ffff:/, '');
}
