// Tells which exercises match the filters that a visitor has ticked.
// @ts-check

/**
 * @typedef {{region: string[], position: string[], needs: string[][]}} Item what an exercise is, and for each thing
 *   that it needs the ids of all that will do
 * @typedef {{region: string[], position: string[], have: string[]}} Choice what is ticked; nothing ticked asks nothing
 */

/**
 * Whether an exercise is what someone looks for: in one of the regions, in one of the positions, and with nothing
 * needed that is not at hand.
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
