import { ref } from 'vue'

/** Whether a tool has the clicks on the map; else they ask what lies there. */
export const clicksTaken = ref(false)
