/** Colours and type that scripts need; the style sheets have the same as variables. */
export const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'
export const SEA = '#eaf2f7'
export const ACCENT = '#0b6e99'

export const COAST_GROUPS = {
  natural: '#1b7837',
  natureLike: '#35978f',
  artificial: '#9a93a3',
} as const

/** What a hand-in does to features (Okabe-Ito); the line patterns differ too. */
export const CHANGE_COLOURS = { added: '#009e73', changed: '#0072b2', removed: '#d55e00' } as const

/** What became of coast between two surveys: colour and dashes. */
export const WAY_LOOKS = {
  lost: { colour: CHANGE_COLOURS.removed, dash: [3, 3] },
  gained: { colour: CHANGE_COLOURS.added, dash: null },
  other: { colour: CHANGE_COLOURS.changed, dash: [10, 5] },
} as const

export const SEVERITY_COLOURS = { error: '#b3261e', warning: '#9a5b00', note: '#3b6d8c' } as const

/** What a check of a site may say; each has its word and its icon too. White reads well on all of them. */
export const VERDICT_COLOURS = { allowed: '#1b7837', conditional: '#0b6e99', restricted: '#9a5b00', prohibited: '#b3261e' } as const

/** What a measure of a scenario does: colour and dashes. */
export const EFFECT_LOOKS = {
  artificial: { colour: '#b3261e', dash: [8, 4] },
  reclaim: { colour: '#6a3d9a', dash: [2, 4] },
  restoration: { colour: '#01665e', dash: null },
} as const
