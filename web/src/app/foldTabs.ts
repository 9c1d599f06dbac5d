/**
 * How many tabs stand in the bar: as many as fit beside the button for the rest. The chosen one always stands there; where it comes late, it takes the place of the last that fit.
 *
 * @param widths of all tabs, in their order
 * @param room of the bar
 * @param more width of the button that opens the rest
 * @param chosen place of the open task
 * @returns places of the tabs in the bar, and of those behind the button
 */
export function foldTabs(widths: number[], room: number, more: number, chosen: number): { bar: number[]; rest: number[] } {
  const all = widths.map((_, place) => place)
  if (sum(widths) <= room) return { bar: all, rest: [] }
  const bar: number[] = []
  const own = widths[chosen] ?? 0
  let left = room - more
  for (const place of all) {
    const width = widths[place] ?? 0
    // Room for the chosen one is kept while it is still to come.
    const kept = place < chosen ? own : 0
    if (width + kept > left) break
    bar.push(place)
    left -= width
  }
  if (chosen >= 0 && !bar.includes(chosen)) bar.push(chosen)
  return { bar, rest: all.filter((place) => !bar.includes(place)) }
}

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)
