/** The parts of Element Plus in use; each brings its own style sheet, nothing else is bundled. */
import 'element-plus/es/components/base/style/css'
import 'element-plus/es/components/dialog/style/css'
import 'element-plus/es/components/popover/style/css'
import 'element-plus/es/components/progress/style/css'

export { ElDialog, ElPopover, ElProgress, localeContextKey } from 'element-plus'
