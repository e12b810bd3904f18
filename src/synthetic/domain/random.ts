/** Choices that come out the same for the same seed: the made-up children's only source of chance. */
export interface Random {
  /** From 0 to below 1. */
  next: () => number
  /** Whether something of this probability (0 to 1) happens. */
  isTrue: (probability: number) => boolean
  /** A whole number from `lowest` to `highest`, both included. */
  between: (lowest: number, highest: number) => number
  /** A whole number of at least 0 around `mean`, most of them below it: how long people wait for what may come any day. */
  waiting: (mean: number) => number
  /** One of the letters of a word. */
  letterOf: (letters: string) => string
  /** One of them, all alike. Throws `RangeError` where there is none. */
  oneOf: <T>(choices: readonly T[]) => T
  /** A key, by its weight. Throws `RangeError` where there is none. */
  weighted: <K extends string>(weights: Readonly<Partial<Record<K, number>>>) => K
}

/**
 * The choices that belong to these whole numbers: a seed, a family's number, a year. Different numbers give streams
 * that have nothing to do with each other. The generator is sfc32 (Chris Doty-Humphrey, PractRand; public domain).
 */
export function randomOf(...seeds: readonly number[]): Random {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1]
  const step = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  for (const seed of seeds) {
    a ^= seed
    b ^= Math.floor(seed / 2 ** 32)
    // Each seed must reach the whole state before the next one is mixed in.
    for (let round = 0; round < 6; round++) step()
  }
  for (let round = 0; round < 12; round++) step()
  const next = (): number => step() / 2 ** 32
  return {
    next,
    isTrue: (probability) => next() < probability,
    between: (lowest, highest) => lowest + Math.floor(next() * (highest - lowest + 1)),
    waiting: (mean) => Math.floor(-mean * Math.log(1 - next())),
    letterOf: (letters) => letters.charAt(Math.floor(next() * letters.length)),
    oneOf: (choices) => {
      const chosen = choices[Math.floor(next() * choices.length)]
      if (chosen === undefined) throw new RangeError('nothing to choose from')
      return chosen
    },
    weighted: (weights) => chooseByWeight(weights, next()),
  }
}

function chooseByWeight<K extends string>(weights: Readonly<Partial<Record<K, number>>>, at: number): K {
  let total = 0
  for (const key in weights) total += weights[key] ?? 0
  let left = at * total
  let chosen: K | undefined
  for (const key in weights) {
    chosen = key
    left -= weights[key] ?? 0
    if (left < 0) break
  }
  if (chosen === undefined) throw new RangeError('nothing to choose from')
  return chosen
}
