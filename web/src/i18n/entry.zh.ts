/** What all forms of the ledgers say. */
export const entryZh = {
  save: '登记',
  sending: '正在登记…',
  saved: '已登记。',
  missing: '请填写“{field}”。',
  unreadable: '“{field}”填的不是数字或日期，请改正。',
  remark: '备注',
  files: '附照片或文件',
  dropFile: '去掉 {name}',
  place: { ways: '位置怎样给出', point: '点出位置', line: '画线', polygon: '画范围', typed: '位置（经度, 纬度；多点每行一个）', typedPoint: '位置（经度, 纬度）', fault: '坐标不完整或无法识别：至少要 {n} 个点，如 118.7321, 24.7415。' },
}
