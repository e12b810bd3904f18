import type { Located } from '../../finding.ts'
import { type Rule, located } from '../../studied.ts'

/** `A first review must be held within 20 weeks`: the number of the law with another unit. */
export const reviewTimes: Rule = (studied) =>
  studied.sentences.flatMap((sentence) =>
    TIMES.flatMap(({ form, number, unit, which, expected }): Located[] => {
      const match = form.exec(sentence.text)
      const [, said = '', of = ''] = match ?? []
      const isNumber = number.test(said)
      const isOtherNumber =
        NUMBER.test(said) &&
        unit.test(of) &&
        !(EARLIER.test(said) && which === 'next review') &&
        RULED.test(sentence.text) &&
        !HELD.test(sentence.text)
      if (!match || (isNumber ? unit.test(of) : !isOtherNumber)) return []
      return [
        located(studied, {
          at: sentence,
          place: sentence.passage.place,
          kind: isNumber ? 'unit' : 'statute',
          message: `The ${which} is due within ${expected}, not ${said} ${of}.`,
          expected,
          severity: 'error',
          confidence: 0.88,
        }),
      ]
    }),
  )

/** Another number than the law's, where the words tell of the rule and not of what was done. */
const NUMBER = /^(?:\d+|[a-z]+(?:-[a-z]+)?)$/i
/** `then within three months and after that …`: of the review before. */
const EARLIER = /^(?:3|three|20|twenty)$/i
const RULED =
  /\b(?:must|should|required?|requires|has to|have to|is (?:to be )?held|are (?:to be )?held|due|timescales?|statutory|law|mandatory)\b/i
const HELD = /\b(?:were|was|had|percent|average|aim|target|local(?:ly)?|conferences?)\b|%/i

const UNIT = '((?:working |calendar |school )?(?:hours?|days?|weeks?|months?|years?))'

/** Source: Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33. */
const TIMES: readonly { form: RegExp; number: RegExp; unit: RegExp; which: string; expected: string }[] = [
  {
    form: new RegExp(`\\b(?:first|initial) (?:[\\w-]+ ){0,3}?review\\b[^.;,]{0,50}?\\bwithin (\\S+) ${UNIT}`, 'i'),
    number: /^(?:20|twenty)$/i,
    unit: /days?$/i,
    which: 'first review',
    expected: '20 working days',
  },
  {
    form: new RegExp(
      `\\breviews?\\b[^.;,]{0,30}?\\bwithin (\\S+) ${UNIT} (?:of|from|after) (?:an? |the |each |every |their |his or her |any )?(?:(?:child|young person)(?:'s)? )?(?:becom\\w+ (?:looked after|LAC|CLA|cared for|a child in care)|com(?:es?|ing) into care|enter(?:s|ing) care|entry (?:in)?to care|(?:being|is) accommodated|starting to be looked after)`,
      'i',
    ),
    number: /^(?:20|twenty)$/i,
    unit: /days?$/i,
    which: 'first review',
    expected: '20 working days',
  },
  {
    form: new RegExp(
      `\\bsecond (?:[\\w-]+ ){0,3}?(?:is |must be |should be |has to be |held )*(?:within|no (?:later|more) than) (\\S+) ${UNIT}`,
      'i',
    ),
    number: /^(?:3|three)$/i,
    unit: /months?$/i,
    which: 'second review',
    expected: 'three months of the first',
  },
  {
    form: new RegExp(
      `\\b(?:later|subsequent|further|third|thereafter|then|after that)\\b[^.;]{0,60}?\\b(?:within|(?:no|not) (?:later|more) than|at least every|every) (\\S+) ${UNIT}`,
      'i',
    ),
    number: /^(?:6|six)$/i,
    unit: /months?$/i,
    which: 'next review',
    expected: 'six months',
  },
  {
    form: new RegExp(
      `\\b(?:thereafter|subsequent\\w*|after that|from then on|later reviews?|third)\\b[^.;\\d]{0,40}?\\b(\\w+)[- ](monthly)\\b`,
      'i',
    ),
    number: /^(?:6|six)$/i,
    unit: /monthly/i,
    which: 'next review',
    expected: 'six months',
  },
]
