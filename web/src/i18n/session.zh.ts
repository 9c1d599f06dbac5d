/** Signing in, and what an account needs. */
export const sessionZh = {
  signIn: '登录',
  signOut: '退出登录',
  name: '账户名',
  password: '密码',
  openid: '用统一身份认证登录',
  mustChange: '初始密码只用于首次登录，请先改成自己的密码。',
  why: '查看公开图层不需要登录；上传、编辑和回滚需要有相应权限的账户。',
  changeTitle: '修改密码',
  current: '当前密码',
  next: '新密码',
  expired: '登录已失效（超过 12 小时，或已在别处退出）。请重新登录；填写的内容还在，可以接着做。',
  rule: '8 至 200 个字符',
  noAccount: '没有账户或忘记密码，请联系本单位的管理员。刚装好的服务用 admin 登录，初始密码显示在启动服务的窗口里。',
  change: '修改密码',
  changed: '密码已修改，请用新密码登录。',
}
