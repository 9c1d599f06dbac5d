export const changeZh = {
  title: '两次修测之间的变化',
  none: '{year} 年之前没有可比较的岸线修测。',
  from: '起始年',
  region: '范围',
  lost: '自然减少',
  gained: '自然增加',
  changed: '类型改变',
  matrix: '{from} 年类型（行）变为 {to} 年类型（列），米',
  new: '新增岸线',
  gone: '消失',
  unchanged: '没有岸段改变类型。',
  way: { lost: '变为人工或消失', gained: '由人工恢复', other: '其他变化' },
}
