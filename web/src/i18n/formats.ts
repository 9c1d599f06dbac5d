import type { Place } from '@/api/narrow'

/** A number that is not there. */
export const NONE = '–'

/** Both languages of the page write numbers alike; one format keeps figures comparable between screenshots. */
const LOCALE = 'en-GB'
const formatters = new Map<number, Intl.NumberFormat>()

function fixed(value: number, digits: number): string {
  let format = formatters.get(digits)
  if (!format) {
    format = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: digits, maximumFractionDigits: digits })
    formatters.set(digits, format)
  }
  return format.format(value)
}

/** Ratio to two digits, as plans print it, without its sign. */
export const formatRatio = (percent: number | null): string => (percent === null ? NONE : fixed(percent, 2))
export const formatPercent = (percent: number | null): string => (percent === null ? NONE : `${fixed(percent, 2)} %`)

export const formatKm = (metres: number): string => fixed(metres / 1000, 2)

/** Metres below a kilometre, kilometres above. */
export const formatLength = (metres: number): string =>
  metres < 1000 ? `${fixed(metres, 1)} m` : `${fixed(metres / 1000, 3)} km`

/** Square metres below a hectare, square kilometres from 10 of them. */
export function formatArea(squareMetres: number): string {
  if (squareMetres < 10_000) return `${fixed(squareMetres, 0)} m²`
  if (squareMetres < 10_000_000) return `${fixed(squareMetres / 10_000, 2)} ha`
  return `${fixed(squareMetres / 1_000_000, 2)} km²`
}

export const formatNumber = (value: number): string => new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 4 }).format(value)
/** A change with its sign; a true minus, as wide as the plus. */
export function formatChange(value: number, digits: number): string {
  const size = fixed(Math.abs(value), digits)
  if (Number(size.replaceAll(',', '')) === 0) return `±${size}`
  return `${value < 0 ? '−' : '+'}${size}`
}

/** How far away something lies, as people say it. */
export function formatFar(metres: number): string {
  if (metres < 1000) return `${fixed(metres, 0)} m`
  return `${fixed(metres / 1000, metres < 10_000 ? 1 : 0)} km`
}

/** A share of one in whole percent; all and nothing are said only where they are true. */
export function formatShare(share: number): string {
  if (share > 0.99 && share < 1) return '> 99 %'
  if (share > 0 && share < 0.01) return '< 1 %'
  return `${fixed(share * 100, 0)} %`
}

export const formatCount = (value: number): string => fixed(value, 0)

export function formatPlace([lon, lat]: Place): string {
  const one = (value: number, positive: string, negative: string) => `${Math.abs(value).toFixed(4)} ${value < 0 ? negative : positive}`
  return `${one(lon, 'E', 'W')}  ${one(lat, 'N', 'S')}`
}

/** Degrees, minutes and seconds to a tenth, which is three metres. */
export function formatPlaceDms([lon, lat]: Place): string {
  const one = (value: number, positive: string, negative: string) => {
    const tenths = Math.round(Math.abs(value) * 36_000)
    const [degrees, minutes, seconds] = [Math.floor(tenths / 36_000), Math.floor(tenths / 600) % 60, (tenths % 600) / 10]
    return `${degrees}°${two(minutes)}′${seconds.toFixed(1).padStart(4, '0')}″${value < 0 ? negative : positive}`
  }
  return `${one(lon, 'E', 'W')}  ${one(lat, 'N', 'S')}`
}

/** Plane coordinates as surveyors in China name them: X to the north, Y to the east. */
export const formatPlane = ({ northing, easting }: { northing: number; easting: number }): string =>
  `X ${northing.toFixed(1)}  Y ${easting.toFixed(1)} m`

/** The denominator of a scale to three digits, as maps state it. */
export function formatScale(denominator: number): string {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(denominator)) - 2)
  return `1:${formatCount(Math.round(denominator / step) * step)}`
}

const two = (n: number) => String(n).padStart(2, '0')

export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1024 ** 2 ? `${fixed(bytes / 1024, 1)} kB` : `${fixed(bytes / 1024 ** 2, 1)} MB`
}

/** A moment in the reader's own time zone, to the minute. */
export function formatMoment(iso: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`
}
