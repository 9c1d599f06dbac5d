import { ref } from 'vue'

/** Whether a tool has the clicks on the map; else they ask what lies there. */
export const clicksTaken = ref(false)

let turn = 0

/** Gives the clicks to a tool. What comes back gives them up again, unless another tool has taken them meanwhile. */
export function takeClicks(): () => void {
  const mine = ++turn
  clicksTaken.value = true
  return () => {
    if (turn === mine) clicksTaken.value = false
  }
}

/** The last click of a drawing is a click on the map, too, and told of later than the drawing's end. */
export const CLICK_ECHO_MS = 350
