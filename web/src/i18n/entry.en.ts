import type { entryZh } from './entry.zh'

export const entryEn: typeof entryZh = {
  save: 'Enter',
  sending: 'Entering…',
  saved: 'Entered.',
  missing: 'Please fill in “{field}”.',
  unreadable: '“{field}” holds no number or day; please correct it.',
  remark: 'Remark',
  files: 'Add photos, documents',
  dropFile: 'Leave {name} out',
  place: { ways: 'How the place is given', point: 'Click the place', line: 'Draw a line', polygon: 'Draw an area', typed: 'Place (longitude, latitude; one a line)', typedPoint: 'Place (longitude, latitude)', fault: 'The coordinates are not whole or cannot be read: at least {n}, like 118.7321, 24.7415.' },
}
