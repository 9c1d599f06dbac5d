import type { changeZh } from './change.zh'

export const changeEn: typeof changeZh = {
  title: 'Change between two surveys',
  none: 'There is no survey of the coast before {year} to compare with.',
  noData: 'There is no coastline yet. Upload two surveys of the coast, and what changed between them will stand here.',
  onlyOne: 'There is one survey only, that of {year}. Upload another one, and what changed between them will stand here.',
  chooseLater: 'Choose the year to compare with an earlier one:',
  from: 'From',
  region: 'Region',
  lost: 'Natural lost',
  gained: 'Natural gained',
  changed: 'Changed type',
  matrix: 'From what it was in {from} (rows) to what it is in {to} (columns), metres',
  flow: 'Flow from what it was in {from} (left) to what it is in {to} (right); the table below says the same',
  swipe: 'Swipe: {from} left, {to} right',
  swipeLine: 'Line between {from} (left) and {to} (right); arrow keys move it',
  new: 'New coast',
  gone: 'Gone',
  unchanged: 'No reach changed its type.',
  way: { lost: 'Became artificial or went', gained: 'No longer artificial', other: 'Other changes' },
}
