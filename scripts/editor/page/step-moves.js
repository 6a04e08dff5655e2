// Moves a step of a routine up or down, into groups and out of them. Knows no page.
// @ts-check

/** @import { Row } from "./asking.js" */

/**
 * The list that a row stands in, and the group that has it.
 * @param {Row[]} rows
 * @param {Row} row
 * @param {Row} [group]
 * @returns {{list: Row[], group: Row | undefined} | undefined}
 */
export function holder(rows, row, group) {
  if (rows.includes(row)) return { list: rows, group };
  for (const each of rows) {
    const found = each.steps && holder(each.steps, row, each);
    if (found) return found;
  }
  return undefined;
}

/**
 * Moves a row one place up or down; a step goes into a group that it meets, and out of its own at the ends of that.
 * @param {Row[]} rows
 * @param {Row} row
 * @param {-1 | 1} by
 * @returns {boolean} whether there was a place to go to
 */
export function move(rows, row, by) {
  const at = holder(rows, row);
  if (!at) return false;
  const from = at.list.indexOf(row);
  const neighbour = at.list[from + by];
  if (neighbour?.steps && !row.steps) {
    at.list.splice(from, 1);
    neighbour.steps.splice(by < 0 ? neighbour.steps.length : 0, 0, row);
  } else if (neighbour) {
    at.list.splice(from, 1);
    at.list.splice(from + by, 0, row);
  } else if (at.group) {
    at.list.splice(from, 1);
    rows.splice(rows.indexOf(at.group) + (by > 0 ? 1 : 0), 0, row);
  } else {
    return false;
  }
  return true;
}

/**
 * Puts a row before or behind another one, where it was dropped; a group never into a group.
 * @param {Row[]} rows
 * @param {Row} row
 * @param {Row} other
 * @param {boolean} behind
 */
export function drop(rows, row, other, behind) {
  let to = holder(rows, other);
  if (row === other || !to || holder(row.steps ?? [], other)) return;
  if (row.steps && to.group) {
    other = to.group;
    to = holder(rows, other);
  }
  const from = holder(rows, row);
  if (!from || !to) return;
  from.list.splice(from.list.indexOf(row), 1);
  if (other.steps && behind && !row.steps) other.steps.unshift(row); // behind their head is within them
  else to.list.splice(to.list.indexOf(other) + (behind ? 1 : 0), 0, row);
}

/**
 * The row at a place that a problem names: [1, "steps", 0, "dose"].
 * @param {Row[]} rows
 * @param {readonly (string | number)[]} at
 * @returns {Row | undefined}
 */
export function rowAt(rows, at) {
  const [number, inner, ...rest] = at;
  const row = typeof number === "number" ? rows[number] : undefined;
  return inner === "steps" && typeof rest[0] === "number" ? rowAt(row?.steps ?? [], rest) ?? row : row;
}

/**
 * Where a row stands, in words.
 * @param {Row[]} rows
 * @param {Row} row
 */
export function placeInWords(rows, row) {
  const at = holder(rows, row);
  if (!at) return "";
  const within = at.group ? ` in ${at.group.group || "the rounds"}` : "";
  return `${at.list.indexOf(row) + 1} of ${at.list.length}${within}`;
}
