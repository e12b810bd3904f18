import { deadlineKind } from '../../clocks/clock.ts'

/** What the clocks on a child's care are about. */
export const careKinds = {
  iro: deadlineKind({ id: 'iro', words: 'Naming an IRO' }),
  carePlan: deadlineKind({ id: 'care_plan', words: 'Care plans' }),
  health: deadlineKind({ id: 'health', words: 'Health' }),
  education: deadlineKind({ id: 'education', words: 'Education' }),
  pathwayPlan: deadlineKind({ id: 'pathway_plan', words: 'Pathway plans' }),
  permanence: deadlineKind({ id: 'permanence', words: 'Permanence' }),
}
