import type { overviewZh } from './overview.zh'

export const overviewEn: typeof overviewZh = {
  title: 'Overview',
  overdue: '{n} overdue',
  outfalls: { title: 'Outfalls into sea and rivers', unit: 'outfalls', writtenOff: '{percent} written off' },
  redLines: { title: 'Ecological red lines', count: '{n} areas · {land} of the land', sea: '{sea} of the sea' },
  cases: {
    title: 'Problem sites',
    open: 'open',
    closed: '{n} closed',
    signIn: 'Which they are is shown after signing in.',
  },
  indicators: { title: 'Indicators of the plan', unit: 'reached' },
  scenarios: { title: 'Scenarios', unit: 'kept', none: 'None is kept yet. Try out what building, reclaiming and restoring would do to the ratio.' },
  handIns: { title: 'Newest hand-ins', none: 'Nothing has been handed in yet.' },
  how: {
    method: 'Method',
    day: 'As of',
    counted: 'Area',
    outfallRules: 'rules of states, v{version}',
    outfalls: 'The state follows from the steps in the ledger of outfalls (up to entry {entry}), else from the layer',
    redLines: 'area by area {sum}, each place once {union}',
    indicators: 'The present value (printed in the plan, entered, or computed from layers) against the target of {target}; base year {base}',
    cases: 'Follows entry by entry from the ledger of problem sites',
  },
}
