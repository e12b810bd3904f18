/** Values by owner and name, as long as the budget that they share has room for them. */
export interface RememberedValues<Value> {
  /** What is remembered, which counts as a use of it. */
  get: (owner: string, name: string) => Value | undefined
  /**
   * Remembers a value instead of what was remembered before. `bytes`: about how many it takes, without the name; where that
   * is only known later, the value is kept until then, and forgotten where it is never known because reading failed.
   */
  set: (owner: string, name: string, value: Value, bytes: number | Promise<number>) => void
}

interface Entry {
  owner: string
  bytes: number
  /** Whether it is known how many: what is still being read is not forgotten, so that two who ask wait for one reading. */
  isRead: boolean
  isBasis: boolean
  forget: () => void
}

/** About what it takes to remember anything at all: without this, values of no size would be remembered for ever. */
const BYTES_OF_AN_ENTRY = 300

/**
 * How much a process may remember of what it can read or work out again, in bytes, shared by all that remember. What is
 * longest unused goes first. The value used last stays, however large, and so does the last that others were made of: one
 * which is larger than the whole budget is still remembered from one question to the next. Sizes are estimates of those who remember: the budget adds them up.
 */
export class MemoryBudget {
  readonly #most: number
  #taken = 0
  /** The longest unused first. */
  readonly #entries = new Set<Entry>()
  readonly #bases = new Map<string, Set<Entry>>()
  readonly #latest: { basis: Entry | null; other: Entry | null } = { basis: null, other: null }

  /** `most`: in bytes; `Infinity` for no bound. */
  constructor(most: number) {
    this.#most = most
  }

  /** About how many bytes are taken by what is remembered. */
  get taken(): number {
    return this.#taken
  }

  /**
   * A place for values of one kind. `isBasis`: what else is remembered of an owner was made of these, and holds them; so
   * the person who uses anything of the owner uses them too, and they are not forgotten before it.
   */
  values<Value>({ isBasis = false }: { isBasis?: boolean } = {}): RememberedValues<Value> {
    const known = new Map<string, Entry & { value: Value }>()
    return {
      get: (owner, name) => {
        const entry = known.get(idOf(owner, name))
        if (entry) this.#use(entry)
        return entry?.value
      },
      set: (owner, name, value, bytes) => {
        const id = idOf(owner, name)
        const before = known.get(id)
        if (before) this.#drop(before)
        const entry = { owner, value, bytes: 0, isRead: false, isBasis, forget: () => known.delete(id) }
        known.set(id, entry)
        this.#use(entry)
        const count = (counted: number) => {
          this.#count(entry, counted + id.length + BYTES_OF_AN_ENTRY)
        }
        if (typeof bytes === 'number') count(bytes)
        else {
          bytes.then(count, () => {
            this.#drop(entry)
          })
        }
      },
    }
  }

  #use(entry: Entry): void {
    if (entry.isBasis) this.#basesOf(entry.owner).add(entry)
    for (const one of [...this.#basesOf(entry.owner), entry]) {
      this.#entries.delete(one)
      this.#entries.add(one)
    }
    this.#latest[entry.isBasis ? 'basis' : 'other'] = entry
  }

  #basesOf(owner: string): Set<Entry> {
    const bases = this.#bases.get(owner) ?? new Set()
    this.#bases.set(owner, bases)
    return bases
  }

  #count(entry: Entry, bytes: number): void {
    if (!this.#entries.has(entry)) return
    entry.bytes = bytes
    entry.isRead = true
    this.#taken += bytes
    const { basis, other } = this.#latest
    for (const oldest of this.#entries) {
      if (this.#taken <= this.#most) break
      if (oldest.isRead && oldest !== basis && oldest !== other) this.#drop(oldest)
    }
  }

  #drop(entry: Entry): void {
    if (!this.#entries.delete(entry)) return
    this.#bases.get(entry.owner)?.delete(entry)
    this.#taken -= entry.bytes
    entry.forget()
  }
}

const idOf = (owner: string, name: string): string => `${owner}\n${name}`
