// Shows the first items of a long list, with a button for more.
// @ts-check

/** Shown at a time: a phone lays out a thousand too slowly. room.css has it, too, until a script is there. */
export const STEP = 40;

/**
 * Put these items into a list, in this order, and take its others out: among hidden ones a browser looks long for the
 * place of each that comes back. Those before the first that differs stay as they are.
 * @param {Element} list
 * @param {Element[]} items
 */
export function offer(list, items) {
  const other = items.findIndex((item, place) => list.children[place] !== item);
  const same = other < 0 ? items.length : other;
  while (list.childElementCount > same) list.lastElementChild?.remove();
  list.append(...items.slice(same));
}

/**
 * Lead on from the last item by a button, which hands the focus to the first that is new.
 * @param {Element} list
 * @param {Element | null} more
 * @param {() => void} showMore
 */
export function connectMore(list, more, showMore) {
  more?.addEventListener("click", () => {
    const next = list.childElementCount;
    showMore();
    list.children[next]?.querySelector("a")?.focus();
  });
}

/**
 * On paper there is nothing to press, and all are wanted.
 * @param {(most?: number) => void} show
 */
export function connectPaper(show) {
  addEventListener("beforeprint", () => show(Infinity));
  addEventListener("afterprint", () => show());
}
