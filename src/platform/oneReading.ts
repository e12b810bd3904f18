import { AsyncLocalStorage } from 'node:async_hooks'

/** The page that is being made, as whatever has been read for it is remembered under it. */
const readings = new AsyncLocalStorage<object>()

/**
 * Has all that `work` starts share what it reads through `readOnce`. For what changes nothing: a page is put together by
 * many who each ask for seals, settings and versions, and all of them should see the same.
 */
export const inOneReading = (work: () => void): void => {
  readings.run({}, work)
}

/**
 * `read`, asked once in one reading for the same arguments, which must be plain values or days. Outside of one, and so in
 * every change, each asks anew. A reading that failed is not remembered.
 */
export function readOnce<Asked extends readonly unknown[], Value>(
  read: (...asked: Asked) => Promise<Value>,
): (...asked: Asked) => Promise<Value> {
  const remembered = new WeakMap<object, Map<string, Promise<Value>>>()
  return (...asked) => {
    const reading = readings.getStore()
    if (!reading) return read(...asked)
    const known = remembered.get(reading) ?? new Map<string, Promise<Value>>()
    remembered.set(reading, known)
    const key = JSON.stringify(asked)
    const before = known.get(key)
    if (before) return before
    const value = read(...asked)
    known.set(key, value)
    value.catch(() => known.delete(key))
    return value
  }
}
