import { ref } from 'vue'

const query = matchMedia('(max-width: 600px)')
const narrow = ref(query.matches)
query.addEventListener('change', () => (narrow.value = query.matches))

/** Whether the page is read on a phone: panels then lie over the map one after the other instead of beside it. */
export const useNarrow = () => narrow
