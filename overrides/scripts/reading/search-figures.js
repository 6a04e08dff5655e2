// Shows how exercises look beside what was found on their pages; loaded with the first result.
// @ts-check

/** @type {Promise<Map<string, string | null>> | null} */
let pictures = null;

/** Where a picture of each exercise lies, by its id; of none, where that cannot be loaded. @param {URL} root @returns {Promise<Map<string, string | null>>} */
async function picturesBelow(root) {
  try {
    const { exercises } = await (await fetch(new URL("api/v1/exercise-names.json", root))).json();
    return new Map(exercises.map((/** @type {{id: string, picture: string | null}} */ { id, picture }) => [id, picture]));
  } catch {
    pictures = null;
    return new Map();
  }
}

/** Shows how each exercise that was found looks. @param {HTMLElement} dialog */
export function addFigures(dialog) {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (dialog.querySelectorAll("a.md-search-result__link:not([data-figure])"))) {
    link.dataset.figure = "";
    void addFigure(link);
  }
}

/** @param {HTMLAnchorElement} link */
async function addFigure(link) {
  const id = /\/exercises\/([a-z0-9-]+)\/$/.exec(link.pathname)?.[1];
  if (!id) return;
  const root = new URL("../../", link.href);
  const path = (await (pictures ??= picturesBelow(root))).get(id);
  if (!path) return;
  const picture = link.ownerDocument.createElement("img");
  picture.src = new URL(path, root).href;
  picture.alt = "";
  picture.className = `search-dialog__figure${path === `figures/${id}.svg` ? " figure-thumb__ink" : ""}`; // a photo is not in ink
  link.prepend(picture);
}
