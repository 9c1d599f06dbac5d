export const PAPERS = ['A4', 'A3'] as const
export type Paper = (typeof PAPERS)[number]
export const ORIENTATIONS = ['landscape', 'portrait'] as const
export type Orientation = (typeof ORIENTATIONS)[number]

/** Short and long side, millimetres (ISO 216). */
const SIDES: Record<Paper, [number, number]> = { A4: [210, 297], A3: [297, 420] }

/** Width and height of a sheet, millimetres. */
export function sizeOf(paper: Paper, orientation: Orientation): [number, number] {
  const [short, long] = SIDES[paper]
  return orientation === 'landscape' ? [long, short] : [short, long]
}

/** Scales that maps of coasts are made in. */
export const SCALES = [2_000, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000] as const

/** What is chosen of a sheet; a scale of null = as far as the screen shows. */
export interface Sheet {
  paper: Paper
  orientation: Orientation
  scale: number | null
}

export const USUAL_SHEET: Sheet = { paper: 'A4', orientation: 'landscape', scale: null }

/** A sheet as the address holds it: `A3.portrait.50000`; what cannot be read is as usual. */
export const wordOfSheet = ({ paper, orientation, scale }: Sheet): string => [paper, orientation, ...(scale === null ? [] : [scale])].join('.')

export function sheetIn(word: string): Sheet {
  const [paper, orientation, scale] = word.split('.')
  return {
    paper: PAPERS.find((one) => one === paper) ?? USUAL_SHEET.paper,
    orientation: ORIENTATIONS.find((one) => one === orientation) ?? USUAL_SHEET.orientation,
    scale: SCALES.find((one) => String(one) === scale) ?? null,
  }
}

/** Pixels of a style sheet in a millimetre. */
export const PIXELS_PER_MM = 96 / 25.4

const LONGEST_BAR_MM = 40

/** The longest round length whose bar fits: metres on the ground and millimetres on paper. */
export function scaleBar(denominator: number): { metres: number; millimetres: number } {
  const most = (LONGEST_BAR_MM / 1000) * denominator
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = power * ([5, 2, 1].find((step) => step * power <= most) ?? 1)
  return { metres, millimetres: (metres / denominator) * 1000 }
}
