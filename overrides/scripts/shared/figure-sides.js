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
    for (const radio of radios) radio.name = `figure-side-${groups}`; // one exercise can stand twice on a page
    sides.addEventListener("change", show);
    addEventListener("pageshow", show); // who comes back finds the choice that was made
    sides.hidden = false;
  }
}

/** Show a figure's left side, or its right one.
 * @param {Element} figure @param {boolean} isLeft */
export function mirror(figure, isLeft) {
  for (const picture of figure.querySelectorAll("[role=img]")) {
    if (picture.classList.contains("figure__left") === isLeft) continue;
    picture.classList.toggle("figure__left", isLeft);
    const [said, other] = [picture.getAttribute("aria-label"), picture.getAttribute("data-mirrored")];
    if (!said || !other) continue; // both sides are told alike
    picture.setAttribute("aria-label", other);
    picture.setAttribute("data-mirrored", said);
  }
}
