// Shows the first items of a long list, with a button for more.
// @ts-check

/** Items shown at a time: laying out a thousand is slow on a phone. reserved-space.css has the same number for the time before. */
export const STEP = 60;

/**
 * Puts these items into a list, in this order, and removes the others, since laying out many hidden ones is slow. Items
 * before the first that differs stay.
 * @param {Element} list
 * @param {Element[]} items
 */
export function showItems(list, items) {
  const other = items.findIndex((item, place) => list.children[place] !== item);
  const same = other < 0 ? items.length : other;
  while (list.childElementCount > same) list.lastElementChild?.remove();
  list.append(...items.slice(same));
}

/**
 * Connects the button for more items, which gives the focus to the first new one.
 * @param {Element} list or what several lists stand in
 * @param {string} item what an item of it is found by
 * @param {Element | null} more
 * @param {() => void} showMore
 */
export function connectMore(list, item, more, showMore) {
  more?.addEventListener("click", () => {
    const next = list.querySelectorAll(item).length;
    showMore();
    list.querySelectorAll(item)[next]?.querySelector("a")?.focus();
  });
}

/**
 * Shows all items in print.
 * @param {(most?: number) => void} show
 */
export function connectPrint(show) {
  addEventListener("beforeprint", () => show(Infinity));
  addEventListener("afterprint", () => show());
}
