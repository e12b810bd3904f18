import type { Located } from '../../finding.ts'
import { type Rule, located } from '../../studied.ts'
import { daysNamed, firstMonthOf } from '../../words/days.ts'

/** `at the development day in November 2021`, in a report of 2022-23: one of the year's events, dated before the year. */
export const eventsBefore: Rule = (studied) => {
  const { period } = studied
  if (!period) return []
  const first = firstMonthOf(period.startYear)
  return studied.contexts.flatMap((context) =>
    context.flatMap((sentence): Located[] => {
      const { text, passage } = sentence
      const [day, other] = daysNamed(text)
      if (!day || other || passage.kind === 'heading' || !EVENT.test(text) || EARLIER.test(text)) return []
      // The month before the year's first may be that of the year before's end, and told as such.
      if (day.month >= first - 1 || day.month < first - 12 || !LED.test(text.slice(0, day.at))) return []
      if (context.some((each) => each !== sentence && STORY.test(each.text))) return []
      return [
        located(studied, {
          at: sentence,
          place: passage.place,
          kind: 'date',
          message: `${day.text} lies before the year of the report, April ${period.startYear} to March ${period.startYear + 1}, and the words tell of no earlier year.`,
          severity: 'warning',
          confidence: 0.76,
        }),
      ]
    }),
  )
}

const EVENT =
  /\b(?:training|trained|(?:development|away|team|joint|study|practice|celebration|open|fun|activity) (?:day|week|evening)|workshops?|audit(?:ed|s)?|surve(?:y|yed|ys)|events?|conferences?|forums?|celebrat\w+|awards?|sessions?|peer (?:review|challenge)|briefings?|consultation|residential|met|visited|held|attended|reported|presented|took part)\b/i
/** What leads to the day: `in`, `on 4`, `during`. */
const LED = /\b(?:in|on|during|of)\s+(?:early |late |mid-?)?$/i
/** Words that tell of an earlier time, or of what may well be older. */
const EARLIER =
  /\b(?:since|from|until|before|previous\w*|prior|earlier|last|first|originally|already|then|ago|had|began|begun|started|joined|appointed|introduced|launched|published|issued|government|department|ofsted|inspect\w*|legislation|law|act|regulations|guidance|strategy|agreed|adopted|came into|academic|school year|years|born|placed|baseline|compared|than|return|following|after|covid|pandemic|lockdown|implemented|set up|established|opened|created|restructur\w*)\b/i
/** A story of one child goes back as far as it must. */
const STORY = /\b(?:aged|year[- ]old|he|she|his|her|siblings|mother|father)\b/i
