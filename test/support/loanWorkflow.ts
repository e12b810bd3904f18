import { type Clock, deadlineKind } from '../../src/clocks/clock.ts'
import { workflow } from '../../src/workflows/describe.ts'

const clock = (id: string, title: string, limit: Clock['limit'], rule: string): Clock => ({
  id,
  kind: deadlineKind({ id: 'books', words: 'Books' }),
  title,
  limit,
  rule,
  source: 'Rules of the library',
  confidence: 'local practice',
})

type State = 'asked' | 'lent' | 'repair' | 'returned' | 'refused'
type Step = 'lend' | 'refuse' | 'presume' | 'damage' | 'mend' | 'extend' | 'show' | 'giveBack'

/**
 * A book that is asked for, lent and given back: a made-up subject that has everything that a workflow can have. Asking is
 * answered within 5 working days, and silence means yes. A book is out for 28 days, which can be extended, and which
 * stand still while it is repaired; it is shown every 10 days, from the fifth on.
 */
export const loanWorkflow = workflow<State, Step>({
  name: 'loan',
  label: 'Loan of a book',
  takers: { 'library.lend': 'a librarian', borrower: 'the borrower' },
  states: {
    asked: { label: 'Asked for', isStart: true },
    lent: { label: 'Lent', isStart: true },
    repair: { label: 'Being repaired' },
    returned: { label: 'Returned', isEnd: true },
    refused: { label: 'Refused', isEnd: true },
  },
  steps: {
    lend: { label: 'Lend it', event: 'its loan', moves: { asked: 'lent' }, by: ['library.lend'] },
    refuse: { label: 'Refuse it', event: 'its refusal', moves: { asked: 'refused' }, by: ['library.lend'], needs: [{ fact: 'why', label: 'a reason' }] }, // prettier-ignore
    presume: { label: 'Take it as lent', event: 'silence', moves: { asked: 'lent' }, by: [] },
    damage: { label: 'Send it for repair', event: 'damage', moves: { lent: 'repair' } },
    mend: { label: 'Note as repaired', event: 'its repair', moves: { repair: 'lent' }, by: ['library.lend'] },
    extend: { label: 'Extend', moves: { lent: 'lent' }, needs: [{ fact: 'days', label: 'a number of days' }] },
    show: { label: 'Show it', event: 'its being shown', moves: { lent: 'lent' }, by: ['borrower'] },
    giveBack: { label: 'Give it back', event: 'its return', moves: { lent: 'returned', repair: 'returned' }, by: ['borrower', 'library.lend'], needs: [{ fact: 'state', label: 'its state' }, { fact: 'seenBy', label: 'who has seen it' }] }, // prettier-ignore
  },
  clocks: [
    {
      clock: clock(
        'LIB-1',
        'Answer to a wish',
        { amount: 5, unit: 'working_days' },
        'within 5 working days of the wish',
      ),
      runsIn: ['asked'],
      satisfiedBy: ['lend', 'refuse'],
      whenPassed: { takes: 'presume' },
    },
    {
      clock: clock('LIB-2', 'Return of a book', { amount: 28, unit: 'calendar_days' }, 'within 28 days of the loan'),
      runsIn: ['lent', 'repair'],
      pausedIn: ['repair'],
      satisfiedBy: ['giveBack'],
      extendedBy: [{ step: 'extend', fact: 'days', most: 14 }],
      whenPassed: { proposes: 'giveBack' },
    },
    {
      clock: clock('LIB-3', 'Book shown', { amount: 10, unit: 'calendar_days' }, 'every 10 days'),
      runsIn: ['lent', 'repair'],
      pausedIn: ['repair'],
      satisfiedBy: ['show'],
      isRepeated: true,
      notBefore: { amount: 5, unit: 'calendar_days' },
    },
  ],
})
