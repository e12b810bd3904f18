import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { isSameDay } from '../../kernel/dates.ts'
import { officer } from '../../officers/registers/officers.ts'
import { notBefore } from '../../registers/checks.ts'
import { code, day, identifier, mandatory, optional, optionalList, reference, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

const CHALLENGE = 'challenge'
/** The thing that a room above brings. */
const HOUSEHOLD = 'fostering household'

/** A column that names a challenge. */
export const challengeReference = () => reference(CHALLENGE, 'The challenge, as in challenges')

/** How a challenge is made, by its code. */
export const routes = {
  ALERT: 'Alert about practice',
  INFORMAL: 'Informal challenge',
  FORMAL: 'Formal challenge',
  THEMED: 'Challenge of a theme, about several children or the service',
  PARTNER: 'Escalation to a partner agency',
  GOOD_PRACTICE: 'Good practice reported',
} as const

/** How far Cafcass came into it, by its code. */
export const cafcassSteps = { DISCUSSED: 'Discussed with Cafcass', REFERRED: 'Referred to Cafcass' } as const

/** Challenges by IROs, formal and informal, with what came of them. */
export const challenges = register({
  name: 'challenges',
  summary:
    'Each challenge by an IRO: how it was made, of what, and what came of it. Its stages are in challenge_stages.',
  key: ['challengeRef'],
  columns: z.object({
    challengeRef: mandatory(identifier(CHALLENGE, 'The service’s own reference of the challenge')),
    child: optional(child('The child; blank where it is about the service, or about several (challenge_children)')),
    household: optional(
      reference(HOUSEHOLD, 'The fostering household, as in foster_carers; blank where it is about none'),
      'carer_ref',
    ),
    raisedOn: mandatory(day('The day on which it was raised'), 'raised_date'),
    route: mandatory(code('How it was made', routes)),
    officerId: optional(officer('Who made it, and has it in hand, as in officers')),
    themes: optionalList('What it is about: one or more grounds'),
    agency: optional(text('Of an escalation to a partner, which agency')),
    resolvedOn: optional(day('The day on which it was resolved'), 'resolved_date'),
    withdrawnOn: optional(day('The day on which it was withdrawn'), 'withdrawn_date'),
    outcome: optional(text('What came of it')),
    changedForChild: optional(text('What changed for the child')),
    cafcass: optional(code('How far Cafcass came into it', cafcassSteps)),
    cafcassOn: optional(day('The day on which it was discussed with Cafcass, or referred'), 'cafcass_date'),
    concern: optional(text('What is wrong, or what was done well, in the IRO’s words')),
    legalAdviceOn: optional(day('The day on which independent legal advice was sought'), 'legal_advice_date'),
    courtToldOn: optional(
      day('The day on which the authority’s solicitor told the court of it, where proceedings are on foot'),
      'court_told_date',
    ),
    fedBackOn: optional(day('Of good practice, the day on which the worker was told'), 'fed_back_date'),
  }),
  checks: [
    notBefore('resolvedOn', 'raisedOn'),
    notBefore('withdrawnOn', 'raisedOn'),
    notBefore('cafcassOn', 'raisedOn'),
    notBefore('legalAdviceOn', 'raisedOn'),
    notBefore('courtToldOn', 'raisedOn'),
    notBefore('fedBackOn', 'raisedOn'),
    {
      columns: ['withdrawnOn', 'resolvedOn'],
      why: ({ withdrawnOn, resolvedOn }, fileName) =>
        withdrawnOn && resolvedOn && !isSameDay(withdrawnOn, resolvedOn)
          ? `is another day than ${fileName('resolvedOn')}, ${resolvedOn.toString()}: it was the one or the other`
          : null,
    },
    {
      columns: ['cafcassOn', 'cafcass'],
      why: ({ cafcassOn, cafcass }) =>
        cafcassOn && !cafcass ? 'is there without what was done (cafcass: DISCUSSED or REFERRED)' : null,
    },
  ],
})

/** A challenge. `child` null: it is about the service, or about the children in `challenge_children`. */
export type ChallengeFact = RowOf<typeof challenges>

/** How a challenge is made. */
export type Route = ChallengeFact['route']
