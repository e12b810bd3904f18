import * as z from 'zod'

/** The bounds within which an authority may change a procedure. */
export interface ProcedureBounds {
  mostStages: number
  /** The longest limit, in its own unit. */
  longestLimit: number
  /** Names that stages may not have: the endings of the frame. */
  reserved: readonly string[]
}

const TEXT = 120
const text = z.string().trim().max(TEXT)

const limitSchema = (longest: number) =>
  z.strictObject({
    amount: z.int().min(1).max(longest),
    unit: z.enum(['working_days', 'calendar_days']),
  })

/**
 * A procedure of stages as an authority sets it, parsed at the edge: what passes makes a workflow that can work
 * (`procedureWorkflow`). The limits of the stages do not add up to more than the overall limit (CLK-DRP-3).
 */
export const procedureSchema = ({ mostStages, longestLimit, reserved }: ProcedureBounds) =>
  z
    .strictObject({
      /** Whose rule it is, for the explanation of its dates. */
      source: text.min(1),
      stages: z
        .array(
          z.strictObject({
            /** The name under which rows keep it: it stays when the label is changed. */
            key: z
              .string()
              .regex(/^[a-z][a-z0-9_]{0,39}$/, 'is small letters, figures and _, and begins with a letter'),
            label: text.min(1),
            /** Who is to answer in it; blank for nobody by name. */
            owner: text.default(''),
            /** Null where the rule gives no number. */
            limit: limitSchema(longestLimit).nullable().default(null),
            /** Whether it may begin here. */
            isStart: z.boolean().default(false),
            /** Whether it may be come to from any stage before it without a reason. */
            isOpenAtAnyTime: z.boolean().default(false),
            /** Whether coming here keeps the overall limit. */
            endsOverall: z.boolean().default(false),
          }),
        )
        .min(1)
        .max(mostStages),
      /** The limit over all stages, and the stage from which it is counted; null for none. */
      overall: z
        .strictObject({ limit: limitSchema(longestLimit), from: z.string() })
        .nullable()
        .default(null),
    })
    .superRefine(({ stages, overall }, context) => {
      const refuse = (path: (string | number)[], message: string) => {
        context.addIssue({ code: 'custom', path, message })
      }
      const keys = stages.map(({ key }) => key)
      for (const [index, key] of keys.entries()) {
        if (keys.indexOf(key) < index) refuse(['stages', index, 'key'], `there are two stages ${key}`)
        if (reserved.includes(key)) refuse(['stages', index, 'key'], `${key} is the name of an end`)
      }
      if (stages[0]?.isStart === false)
        refuse(['stages', 0, 'isStart'], 'nothing leads to the first stage unless it may begin there')
      if (overall === null) return
      const from = keys.indexOf(overall.from)
      if (from === -1) refuse(['overall', 'from'], `there is no stage ${overall.from}`)
      if (stages[from]?.endsOverall)
        refuse(['overall', 'from'], 'the overall limit ends in the stage in which it starts')
      const within = from === -1 ? [] : stages.slice(from)
      const counted = within.flatMap(({ limit }) => (limit?.unit === overall.limit.unit ? [limit.amount] : []))
      const sum = counted.reduce((total, amount) => total + amount, 0)
      if (sum > overall.limit.amount)
        refuse(['overall', 'limit', 'amount'], `the stages take ${sum} together, more than the overall limit`)
    })

/** An authority's procedure, complete. */
export type Procedure = z.infer<ReturnType<typeof procedureSchema>>
export type Stage = Procedure['stages'][number]
