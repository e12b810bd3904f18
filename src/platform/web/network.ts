import type { FastifyRequest } from 'fastify'

/**
 * The network address that a request comes from. Null where a proxy has passed it on that `FOOTPRINT_TRUSTED_PROXIES`
 * does not name: all that come through it would count as one.
 */
export function networkOf({ headers, ips, ip }: Pick<FastifyRequest, 'headers' | 'ips' | 'ip'>): string | null {
  const isPassedOn = ['x-forwarded-for', 'forwarded', 'via'].some((name) => headers[name] !== undefined)
  return isPassedOn && ips === undefined ? null : ip
}
