// Which items of a list are in the page; knows no list and why an item is wanted.
// @ts-check

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
