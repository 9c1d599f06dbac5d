import { ref } from 'vue'

/** Whether a tool has the clicks on the map; else they ask what lies there. */
export const clicksTaken = ref(false)

/** The last click of a drawing is a click on the map, too, and told of later than the drawing's end. */
export const CLICK_ECHO_MS = 350
