const STOP = new Set(
  'a an and are as at be been being but by can could did do does during each for from had has have held how if in into is it its more most no not of on or other our out over own per shall should so some such than that the their them then there these they this those through to under up was we were what when where which while who whom whose will with within would year years number numbers total figure figures percentage per cent proportion rate end march april reporting period all been also compared there'.split(
    ' ',
  ),
)

const same: ReadonlyMap<string, string> = new Map([
  ['lac', 'child'],
  ['cla', 'child'],
  ['children', 'child'],
  ['cyp', 'child'],
  ['carer', 'care'],
  ['caring', 'care'],
  ['cared', 'care'],
  ['placed', 'placement'],
  ['placement', 'placement'],
  ['fostered', 'foster'],
  ['fostering', 'foster'],
  ['iro', 'officer'],
  ['iros', 'officer'],
  ['girl', 'female'],
  ['boy', 'male'],
])

/** One word without what grammar adds to it. */
export function stem(word: string): string {
  const lower = word.toLowerCase().replace(/'s?$/, '')
  const known = same.get(lower)
  if (known !== undefined) return known
  const bare = lower.length > 4 ? lower.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '') : lower
  return same.get(bare) ?? bare
}

/** The words that carry the meaning, without those that grammar needs and without numbers. */
export const stems = (text: string): string[] =>
  [...text.matchAll(/[A-Za-z][A-Za-z']+/g)]
    .map(([word]) => word)
    .filter((word) => !STOP.has(word.toLowerCase()))
    .map(stem)
