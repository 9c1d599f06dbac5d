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

/** Pixels of a style sheet in a millimetre. */
export const PIXELS_PER_MM = 96 / 25.4

/** Scales that maps of coasts are made in. */
export const SCALES = [2_000, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000] as const

const LONGEST_BAR_MM = 40

/** The longest round length whose bar fits: metres on the ground and millimetres on paper. */
export function scaleBar(denominator: number): { metres: number; millimetres: number } {
  const most = (LONGEST_BAR_MM / 1000) * denominator
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = power * ([5, 2, 1].find((step) => step * power <= most) ?? 1)
  return { metres, millimetres: (metres / denominator) * 1000 }
}
