import { defineAsyncComponent, type AsyncComponentLoader, type Component } from 'vue'
import PartComing from './PartComing.vue'
import PartMissing from './PartMissing.vue'

/** A part of the page that comes when somebody needs it; where it does not come, its place says so. */
export const later = <T extends Component>(loader: AsyncComponentLoader<T>) => defineAsyncComponent<T>({ loader, errorComponent: PartMissing })

/** The same of a whole task, which also says that it is on its way. */
export const laterTask = (loader: AsyncComponentLoader) => defineAsyncComponent({ loader, errorComponent: PartMissing, loadingComponent: PartComing })
