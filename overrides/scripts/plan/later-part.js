// Loads a part of the plan's page that only a coach sees, that a tap opens, or that comes after the words: most who open a plan read it.
// @ts-check

import { documentOf } from "../shared/loaded-document.js";

/**
 * The elements of a part. Rejects where it cannot be loaded.
 * @param {"editor" | "calendar" | "code" | "outputs" | "figure-control"} name
 * @param {URL} root the site's
 */
export async function laterPart(name, root) {
  const elements = [...((await documentOf(new URL(`plan/${name}.txt`, root), "text/html"))?.body.children ?? [])];
  const [first] = elements;
  if (!first?.matches("[data-part-of=plan]")) throw new Error("no part there"); // a hotspot answers with a page of its own
  return elements;
}
