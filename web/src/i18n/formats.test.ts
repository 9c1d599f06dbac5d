import { formatPlane, formatPlaceDms, formatScale } from './formats'
import { describe, expect, it } from 'vitest'
import { formatArea, formatBytes, formatChange, formatFar, formatKm, formatLength, formatMoment, formatNumber, formatPercent, formatPlace, formatShare } from './formats'

describe('formats', () => {
  it('print a ratio to two digits, and a dash where nothing is counted', () => {
    expect(formatPercent(39.8574)).toBe('39.86 %')
    expect(formatPercent(0)).toBe('0.00 %')
    expect(formatPercent(null)).toBe('–')
  })

  it('print lengths in kilometres for tables and in a fitting unit for one feature', () => {
    expect(formatKm(56129.505)).toBe('56.13')
    expect(formatKm(1_991_100)).toBe('1,991.10')
    expect(formatLength(523.44)).toBe('523.4 m')
    expect(formatLength(15510.2)).toBe('15.510 km')
  })

  it('print areas in square metres, hectares, square kilometres', () => {
    expect(formatArea(4200.4)).toBe('4,200 m²')
    expect(formatArea(2_099_300)).toBe('209.93 ha')
    expect(formatArea(151_781_300)).toBe('151.78 km²')
  })

  it('print places with the hemisphere', () => {
    expect(formatPlace([118.7321, 24.7415])).toBe('118.7321 E  24.7415 N')
    expect(formatPlace([-70.5, -33.1])).toBe('70.5000 W  33.1000 S')
  })

  it('keep what is no date as it is', () => {
    expect(formatMoment('2026-03-12')).toMatch(/^2026-03-1[123] \d\d:\d\d$/)
    expect(formatMoment('soon')).toBe('soon')
  })

  it('print changes with their sign, and none as none', () => {
    expect([0.264, -12.34, -0.001].map((n) => formatChange(n, 2))).toEqual(['+0.26', '−12.34', '±0.00'])
    expect(formatChange(-1234.5, 1)).toBe('−1,234.5')
  })

  it('print how far away something lies', () => {
    expect([312.4, 4321, 312_400].map(formatFar)).toEqual(['312 m', '4.3 km', '312 km'])
  })

  it('never round a share to all or nothing', () => {
    expect([0, 0.001, 0.5, 0.999, 1].map(formatShare)).toEqual(['0 %', '< 1 %', '50 %', '> 99 %', '100 %'])
  })

  it('print numbers without needless digits and sizes of files', () => {
    expect(formatNumber(0.505)).toBe('0.505')
    expect(formatBytes(41660)).toBe('40.7 kB')
  })
})

describe('coordinates and scales', () => {
  it('are degrees, minutes and seconds that carry over', () => {
    expect(formatPlaceDms([118.7321, 24.7415])).toBe('118°43′55.6″E  24°44′29.4″N')
    expect(formatPlaceDms([-0.99999, -24.9999999])).toBe('1°00′00.0″W  25°00′00.0″S')
  })

  it('are plane coordinates with the northing first', () => {
    expect(formatPlane({ northing: 2738013.919, easting: 371732.036 })).toBe('X 2738013.9  Y 371732.0 m')
  })

  it('are ratios to three digits', () => {
    expect([formatScale(52345), formatScale(1_234_567), formatScale(999)]).toEqual(['1:52,300', '1:1,230,000', '1:999'])
  })
})
