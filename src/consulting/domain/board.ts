import type { Option, Question } from './form.ts'

/** Where an option of a symbol board is put, in the words that are kept. */
export const BOARD_PLACES = ['I like this', 'Not sure', 'I don’t like this'] as const

/** The answer to a board as its words: a line for each option that was put somewhere. `placed`: by place in the options. */
export const boardInWords = ({ options }: Question, placed: readonly string[]): string =>
  options
    .flatMap(({ text }, index) => {
      const place = BOARD_PLACES.find((one) => one === placed[index])
      return place === undefined ? [] : [`${text}: ${place}`]
    })
    .join('\n')

/** Where each option of a board was put, read back from its words; null for nowhere. */
export const boardOf = (
  { options }: Question,
  answer: string,
): { option: Option; place: (typeof BOARD_PLACES)[number] | null }[] => {
  const lines = new Set(answer.split('\n'))
  return options.map((option) => ({
    option,
    place: BOARD_PLACES.find((place) => lines.has(`${option.text}: ${place}`)) ?? null,
  }))
}
