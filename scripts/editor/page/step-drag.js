// Drags a row of a routine by its grip, with a mouse or a finger, and marks where it would go.
// @ts-check

/** @import { Row } from "./asking.js" */

/**
 * @param {HTMLElement} grip
 * @param {Row} row
 * @param {ReadonlyMap<Row, HTMLElement>} items all rows, as they are shown
 * @param {(other: Row, behind: boolean) => void} dropped called with the row that it was dropped before or behind
 */
export function connectDrag(grip, row, items, dropped) {
  grip.addEventListener("pointerdown", (event) => {
    grip.setPointerCapture(event.pointerId);
    const item = items.get(row);
    item?.classList.add("edit-step--dragged");
    /** @type {{other: Row, behind: boolean} | undefined} */
    let target;
    const over = (/** @type {PointerEvent} */ moved) => {
      target = under(moved.clientY, row, items);
      mark(items, target);
    };
    const end = (/** @type {Event} */ ended) => {
      grip.removeEventListener("pointermove", over);
      grip.removeEventListener("pointerup", end);
      grip.removeEventListener("pointercancel", end);
      item?.classList.remove("edit-step--dragged");
      mark(items, undefined);
      if (target && ended.type === "pointerup") dropped(target.other, target.behind);
    };
    grip.addEventListener("pointermove", over);
    grip.addEventListener("pointerup", end);
    grip.addEventListener("pointercancel", end);
  });
}

/**
 * @param {ReadonlyMap<Row, HTMLElement>} items
 * @param {{other: Row, behind: boolean} | undefined} target
 */
function mark(items, target) {
  for (const [each, element] of items) {
    element.classList.toggle("edit-step--before", each === target?.other && !target.behind);
    element.classList.toggle("edit-step--behind", each === target?.other && target.behind);
  }
}

/**
 * The row below a height of the window, and whether its lower half is there.
 * @param {number} y
 * @param {Row} dragged
 * @param {ReadonlyMap<Row, HTMLElement>} items
 */
function under(y, dragged, items) {
  for (const [other, item] of [...items].reverse()) {
    const { top, bottom } = item.getBoundingClientRect();
    const end = item.querySelector(":scope > .edit-steps")?.getBoundingClientRect().top ?? bottom; // of rounds their head
    if (other !== dragged && y >= top && y <= end) return { other, behind: y > (top + end) / 2 };
  }
  return undefined;
}
