import { isPlainDate, isSameDay } from './dates.ts'

/**
 * `make`, asked once for each object and remembered for as long as that object lives. For what is derived from an
 * object that does not change and is asked for by many.
 */
export function rememberedFor<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, { value: Value }>()
  return (key) => {
    const known = made.get(key)
    if (known) return known.value
    const value = make(key)
    made.set(key, { value })
    return value
  }
}

/**
 * `make`, asked again only where it is given something other than lately: `most` of its latest answers are remembered,
 * each with all that it was made from. Lists are compared by what is in them, days by which day they are, anything else
 * as the very same object. `make` must see nothing but what it is given: then what it gave can't be out of date.
 */
export function rememberedWhileSame<Inputs extends readonly unknown[], Value>(
  make: (...inputs: Inputs) => Value,
  most = 1,
): (...inputs: Inputs) => Value {
  let latestFirst: readonly { inputs: Inputs; value: Value }[] = []
  return (...inputs) => {
    const [latest, ...before] = latestFirst
    if (latest && areSame(latest.inputs, inputs)) return latest.value
    const known = before.find((one) => areSame(one.inputs, inputs)) ?? { inputs, value: make(...inputs) }
    latestFirst = [known, ...latestFirst.filter((one) => one !== known)].slice(0, most)
    return known.value
  }
}

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (Array.isArray(one)) return Array.isArray(other) && areSame(one, other)
  return isPlainDate(one) && isPlainDate(other) && isSameDay(one, other)
}

/** Whether these are the same inputs as those, as `rememberedWhileSame` compares them. */
// A loop: this is asked more often than anything else.
export function areSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  if (some.length !== others.length) return false
  for (let at = 0; at < some.length; at++) if (!isSame(some[at], others[at])) return false
  return true
}
