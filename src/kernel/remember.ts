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
