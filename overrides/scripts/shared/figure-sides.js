// Switches a figure between its right and its left side: mirrors its pictures and swaps their descriptions.
// @ts-check

let groups = 0;

/** Every figure below `root` that has sides.
 * @param {ParentNode} root */
export function connectSides(root) {
  for (const figure of root.querySelectorAll(".figure")) {
    const sides = figure.querySelector("fieldset");
    if (!sides) continue;
    groups += 1;
    const radios = [...sides.querySelectorAll("input")];
    const show = () => mirror(figure, radios.some(({ checked, value }) => checked && value === "left"));
    for (const radio of radios) radio.name = `figure-side-${groups}`; // a page may show an exercise twice
    sides.addEventListener("change", show);
    addEventListener("pageshow", show); // the back button restores the choice
    sides.hidden = false;
  }
}

/** Show a figure's left side, or its right one, in all its pictures.
 * @param {Element} figure @param {boolean} isLeft */
export function mirror(figure, isLeft) {
  for (const still of figure.querySelectorAll(".figure-stills__picture")) still.classList.toggle("figure__left", isLeft);
  for (const picture of figure.querySelectorAll("[role=img]")) {
    if (picture.classList.contains("figure__left") === isLeft) continue;
    picture.classList.toggle("figure__left", isLeft);
    const [said, other] = [picture.getAttribute("aria-label"), picture.getAttribute("data-mirrored")];
    if (!said || !other) continue; // both sides have one description
    picture.setAttribute("aria-label", other);
    picture.setAttribute("data-mirrored", said);
  }
}
