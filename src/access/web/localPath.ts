import { localAddress } from '../../platform/web/addresses.ts'
import { SIGN_IN } from './guard.ts'

/** The address of a page of ours; the first page for anything else, so that nobody is sent elsewhere in our name. */
export function localPath(to: string): string {
  const address = localAddress(to)
  return address === null || address.startsWith(SIGN_IN) ? '/' : address
}

/** The authority whose page this path leads to, by its code; null where it is of none. */
export const authorityOf = (path: string): string | null => /^\/authorities\/([A-Z]\d{8})\b/.exec(path)?.[1] ?? null
