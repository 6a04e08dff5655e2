// Tells which exercises match the filters that a visitor has ticked.
// @ts-check

/**
 * @typedef {{region: string[], position: string[], needs: string[][]}} Item an exercise, with the ids of each required
 *   thing and its substitutes
 * @typedef {{region: string[], position: string[], have: string[]}} Choice what is ticked; an empty list filters nothing
 */

/**
 * Whether an exercise matches: in one of the regions, in one of the positions, and with all that it requires at hand.
 * @param {Item} item
 * @param {Choice} choice
 */
export function matches(item, choice) {
  return (
    meets(choice.region, item.region) &&
    meets(choice.position, item.position) &&
    (choice.have.length === 0 || item.needs.every((will) => will.some((id) => choice.have.includes(id))))
  );
}

/**
 * @param {string[]} asked
 * @param {string[]} there
 */
function meets(asked, there) {
  return asked.length === 0 || asked.some((one) => there.includes(one));
}
