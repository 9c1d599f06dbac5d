export const overviewZh = {
  title: '总览',
  overdue: '逾期 {n}',
  outfalls: { title: '入海、入河排污口', unit: '个', writtenOff: '销号率 {percent}' },
  redLines: { title: '生态保护红线', count: '{n} 处 · 陆域占 {land}', sea: '海域占 {sea}' },
  cases: {
    title: '问题点位',
    open: '个未销号',
    closed: '已销号 {n}',
    signIn: '登录后可以看到具体点位。',
  },
  handIns: { title: '最近入库', none: '还没有入库的成果。' },
  how: {
    method: '方法',
    day: '截至',
    counted: '面积',
    outfallRules: '状态规则 v{version}',
    outfalls: '状态由排污口台账的步骤推出（第 {entry} 条为止），没有步骤的取图层中的状态',
    redLines: '逐处相加 {sum}，重叠只计一次 {union}',
    cases: '由问题点位台账逐条推出',
  },
}
