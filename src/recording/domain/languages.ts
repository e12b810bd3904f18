/** Languages in which children are written to: by the code that browsers know, the English name, and whether it runs from the right. */
export const languages = {
  ar: { name: 'Arabic', isRightToLeft: true },
  am: { name: 'Amharic', isRightToLeft: false },
  bn: { name: 'Bengali', isRightToLeft: false },
  bg: { name: 'Bulgarian', isRightToLeft: false },
  cs: { name: 'Czech', isRightToLeft: false },
  cy: { name: 'Welsh', isRightToLeft: false },
  fa: { name: 'Farsi or Dari', isRightToLeft: true },
  fr: { name: 'French', isRightToLeft: false },
  gu: { name: 'Gujarati', isRightToLeft: false },
  hu: { name: 'Hungarian', isRightToLeft: false },
  ckb: { name: 'Kurdish (Sorani)', isRightToLeft: true },
  kmr: { name: 'Kurdish (Kurmanji)', isRightToLeft: false },
  lt: { name: 'Lithuanian', isRightToLeft: false },
  om: { name: 'Oromo', isRightToLeft: false },
  pl: { name: 'Polish', isRightToLeft: false },
  ps: { name: 'Pashto', isRightToLeft: true },
  pt: { name: 'Portuguese', isRightToLeft: false },
  pa: { name: 'Punjabi', isRightToLeft: false },
  ro: { name: 'Romanian', isRightToLeft: false },
  rom: { name: 'Romani', isRightToLeft: false },
  ru: { name: 'Russian', isRightToLeft: false },
  sk: { name: 'Slovak', isRightToLeft: false },
  so: { name: 'Somali', isRightToLeft: false },
  es: { name: 'Spanish', isRightToLeft: false },
  sq: { name: 'Albanian', isRightToLeft: false },
  ti: { name: 'Tigrinya', isRightToLeft: false },
  tr: { name: 'Turkish', isRightToLeft: false },
  uk: { name: 'Ukrainian', isRightToLeft: false },
  ur: { name: 'Urdu', isRightToLeft: true },
  vi: { name: 'Vietnamese', isRightToLeft: false },
  zh: { name: 'Chinese', isRightToLeft: false },
} as const satisfies Record<string, { name: string; isRightToLeft: boolean }>

/** A language by its code. */
export type LanguageCode = keyof typeof languages

/** Whether a code names one of them. */
export const isLanguage = (code: string): code is LanguageCode => Object.hasOwn(languages, code)

/** Who made a translation, in words. */
export const translators = { machine: 'A machine', person: 'A person' } as const

/** What the reader is told of who made it. */
export const madeByInWords = { machine: 'A machine made this translation. A person has looked at it.', person: 'A person made this translation.' } as const // prettier-ignore
