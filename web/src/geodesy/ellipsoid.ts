/** The ellipsoid of CGCS2000 (GB/T 22021-2008; that of GRS 80 to all digits in use), metres. */
export const A = 6378137
export const F = 1 / 298.257222101
export const B = A * (1 - F)
/** First eccentricity, squared. */
export const E2 = F * (2 - F)

export const radians = (degrees: number): number => (degrees * Math.PI) / 180
export const degrees = (angle: number): number => (angle * 180) / Math.PI
