import { type Field, type Inputs, type Reading, frameOf } from './field.ts'
import { textsIn } from './texts.ts'

/** One of the things to choose. */
export interface Item<Value extends string = string> {
  value: Value
  text: string
  hint?: { text: string }
}

/** What there is to choose, from codes with their words. */
export function itemsOf<Codes extends Readonly<Record<string, string>>>(
  codes: Codes,
): Item<Extract<keyof Codes, string>>[] {
  const items: Item<Extract<keyof Codes, string>>[] = []
  for (const value in codes) items.push({ value, text: codes[value] ?? value })
  return items
}

const NOT_OFFERED = 'What you chose is no longer offered. Choose again'

const chosenIn = (inputs: Inputs, name: string): string => textsIn(inputs, name).at(-1)?.trim() ?? ''

/** What stands for choosing nothing. */
export interface Nothing {
  /** The first line of a select: `Choose an officer`. */
  first?: string
  /** The last of radios, below `or`: `The child has not said`. */
  or?: string
}

/** One of several, as select or radios: null for none. What is not offered can’t be chosen. */
export function choiceField<const Value extends string>(
  items: readonly Item<Value>[],
  { first, or }: Nothing = {},
): Field<Reading<string, Value | null>> {
  const shownItem = (item: Item, typed: string) => {
    const isChosen = item.value === typed
    return { ...item, checked: isChosen, selected: isChosen }
  }
  return {
    typedIn: chosenIn,
    typedOf: (value) => value ?? '',
    read: (typed) => {
      if (typed === '') return { value: null }
      const chosen = items.find(({ value }) => value === typed)
      return chosen ? { value: chosen.value } : { unreadable: NOT_OFFERED }
    },
    shown: (typed, place) => ({
      ...frameOf(place),
      value: typed,
      items: [
        ...(first === undefined ? [] : [shownItem({ value: '', text: first }, typed)]),
        ...items.map((item) => shownItem(item, typed)),
        ...(or === undefined ? [] : [{ divider: 'or' }, shownItem({ value: '', text: or }, typed)]),
      ],
    }),
  }
}

/** One of several, of which `otherwise` is chosen unless another is: a button, or radios that are never empty. */
export const chosenField = <const Value extends string>(
  items: readonly Item<Value>[],
  otherwise: NoInfer<Value>,
): Field<Reading<Value, Value>> => ({
  typedIn: (inputs, name) => {
    const chosen = chosenIn(inputs, name)
    return items.find(({ value }) => value === chosen)?.value ?? otherwise
  },
  typedOf: (value) => value,
  read: (typed) => ({ value: typed }),
  shown: (typed, place) => choiceField(items).shown(typed, place),
})

/** As many as wanted, as checkboxes. */
export const ticksField = <const Value extends string>(
  items: readonly Item<Value>[],
): Field<Reading<readonly string[], readonly Value[]>> => ({
  typedIn: textsIn,
  typedOf: (value) => value,
  read: (typed) => {
    const value = items.filter((item) => typed.includes(item.value)).map((item) => item.value)
    return value.length === new Set(typed).size ? { value } : { unreadable: NOT_OFFERED }
  },
  shown: (typed, place) => ({
    ...frameOf(place),
    items: items.map((item) => ({ ...item, checked: typed.includes(item.value) })),
  }),
})

/** One tick: yes, or nothing. */
export const tickField = (text: string, hint?: string): Field<Reading<boolean, boolean>> => ({
  typedIn: (inputs, name) => chosenIn(inputs, name) === 'yes',
  typedOf: (value) => value,
  read: (typed) => ({ value: typed }),
  shown: (typed, place) => ({
    ...frameOf(place),
    items: [{ value: 'yes', text, checked: typed, ...(hint !== undefined && { hint: { text: hint } }) }],
  }),
})
