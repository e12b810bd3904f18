/** The exit statuses that scripts may rely on. */
export const exitStatus = { done: 0, refused: 1, usage: 2, internal: 3 } as const

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus]
