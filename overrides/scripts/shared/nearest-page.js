// Finds the page whose address is most like a mistyped one.
// @ts-check

/** @typedef {{title: string, url: string}} Page */

/**
 * The page whose last word of the address is nearest to the path's, or null when none is near.
 * @param {string} path
 * @param {Page[]} pages
 * @returns {Page | null}
 */
export function nearest(path, pages) {
  const wanted = slug(path);
  if (wanted.length < 3) return null;
  let best = null;
  let least = Infinity;
  for (const page of pages) {
    const found = slug(page.url);
    const cost = distance(wanted, found);
    // A third of the letters may be wrong. A whole word of the address ("calf" for "calf-stretch") counts as one mistake.
    const near = `-${found}-`.includes(`-${wanted}-`) ? Math.min(cost, 1) : cost;
    if (near <= Math.max(1, Math.floor(found.length / 3)) && near < least) [best, least] = [page, near];
  }
  return best;
}

/** @param {string} path */
function slug(path) {
  let plain = path;
  try {
    plain = decodeURIComponent(path);
  } catch {
    // Invalid escapes are compared as they are.
  }
  const parts = plain.split(/[?#]/)[0].toLowerCase().replace(/(index)?\.html?$/, "").split("/").filter(Boolean);
  return (parts.at(-1) ?? "").replace(/[\s_.]+/g, "-").slice(0, 80);
}

/**
 * How many letters to add, drop, change or swap to make one word of the other.
 * @param {string} a
 * @param {string} b
 */
function distance(a, b) {
  /** @type {number[][]} */
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], rows[i - 2][j - 2] + 1);
    }
    rows.push(row);
  }
  return rows[a.length][b.length];
}
