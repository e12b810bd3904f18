import { participationCodes } from '../../children/domain/codes.ts'
import { officerField } from '../../booking/web/forms.ts'
import type { World } from '../../children/domain/world.ts'
import { choiceField, itemsOf, ticksField } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import type { Field } from '../../platform/web/forms/field.ts'
import { type FaultIn, type ValuesIn, formOf } from '../../platform/web/forms/form.ts'
import { type TextReading, lineField, linesField } from '../../platform/web/forms/texts.ts'
import { formats } from '../../reviews/registers/formats.ts'
import { viewsGiven } from '../domain/participation.ts'
import { modes, permanences } from '../registers/reviewDetails.ts'
import { agendaCardsSetting } from '../settings.ts'

const yesNoItems = [
  { value: 'Y', text: 'Yes' },
  { value: 'N', text: 'No' },
] as const

/** Yes or no; null where nobody has said. */
export const yesNoField = () => choiceField(yesNoItems)

const participations = Object.entries(participationCodes)
  .filter(([code]) => code.startsWith('PN'))
  .map(([value, words]) => ({ value, text: `${value}: ${words}` }))

const ratings = { RED: 'Red', AMBER: 'Amber', GREEN: 'Green' } as const

type Aim = keyof typeof permanences | typeof NONE

/** The choice of a form that says that there is no plan: what is left blank says nothing. */
export const NONE = 'NONE'

const reason = (): Field<TextReading<string>> => linesField({ most: 2000 })

/** What is asked of a review beside the texts of its record. `chairedBy`: who is recorded as having chaired. */
export const factsForm = (world: World, chairedBy: string | null) =>
  formOf({
    childCame: yesNoField(),
    childViews: choiceField(itemsOf(viewsGiven)),
    participation: choiceField(participations, { first: 'As it follows from the two answers above' }),
    whatWasTried: reason(),
    socialWorkerCame: yesNoField(),
    motherCame: yesNoField(),
    fatherCame: yesNoField(),
    childChaired: yesNoField(),
    agenda: ticksField(agendaCardsSetting.of(world.settings).map((card) => ({ value: card, text: card }))),
    officerId: officerField(world, chairedBy),
    mode: choiceField(itemsOf(modes)),
    whyNoMeeting: reason(),
    format: choiceField(itemsOf(formats)),
    interpreter: yesNoField(),
    language: lineField({ most: 100 }),
    socialWorkerReportOn: dayField('The day on which the report reached you'),
    childConsulted: yesNoField(),
    parentViewsGiven: yesNoField(),
    parentMetBefore: yesNoField(),
    carePlanCurrent: yesNoField(),
    pathwayPlanCurrent: yesNoField(),
    planAgreed: yesNoField(),
    planAgreedWhy: reason(),
    rag: choiceField(itemsOf(ratings)),
    permanenceFor: choiceField<Aim>(
      [{ value: NONE, text: 'There is no plan for permanence yet' }, ...itemsOf(permanences)],
      {
        first: 'Choose what is aimed at',
      },
    ),
    permanenceOf: choiceField(itemsOf(permanences), { first: 'Nothing is settled yet' }),
    ratifiedOn: dayField('The day on which the plan was ratified'),
    dischargeConsidered: yesNoField(),
    section20Consent: yesNoField(),
    section20Capacity: yesNoField(),
    section20ExitPlan: reason(),
    placementRight: yesNoField(),
    placementWhy: reason(),
    leisureNeedsMet: yesNoField(),
    culturalNeedsMet: yesNoField(),
    healthAssessmentCurrent: yesNoField(),
    mentalHealthNeed: yesNoField(),
    substanceMisuse: yesNoField(),
    pepCurrent: yesNoField(),
    exploitationRisk: yesNoField(),
    goingMissing: yesNoField(),
  })

/** The form of what was found at a review. */
export type FactsForm = ReturnType<typeof factsForm>
export type FactValues = ValuesIn<FactsForm>
export type FactFault = FaultIn<FactsForm>
export type FactName = keyof FactValues
