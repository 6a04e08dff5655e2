// The fields of a figure or a pose that are no numbers, as the schema has them: what is seen, moves, stays, and where things are.
// @ts-check

import { make } from "./making.js";

/** @import { Rec } from "./pose-draft.js" */
/** @typedef {{key: string, about: string, kind: "choice" | "choices" | "text" | "places", options?: string[], places?: {[place: string]: string[]}, most?: number}} PoseField */

/**
 * Fills a place with the fields of a record, which they change.
 * @param {HTMLElement} place
 * @param {readonly PoseField[]} fields
 * @param {Rec} record
 * @param {(record: Rec) => void} changed told of the record as it is then
 */
export function showFields(place, fields, record, changed) {
  /** @param {string} key @param {any} value nothing: the key goes */
  const put = (key, value) => {
    const isEmpty = value === "" || (typeof value === "object" && Object.keys(value).length === 0);
    const { [key]: _, ...others } = record;
    record = isEmpty ? others : key in record ? { ...record, [key]: value } : { ...record, [key]: value };
    changed(record);
  };
  place.replaceChildren(
    ...fields.map((field) => {
      const id = `${place.id}-${field.key}`;
      const hint = make("p", { class: "edit-field__hint", id: `${id}-hint` }, field.about.replaceAll("`", ""));
      const about = { id, "aria-describedby": `${id}-hint` };
      if (field.kind === "choices") return many(field, record[field.key] ?? [], hint, put);
      if (field.kind === "places") return places(field, record[field.key] ?? {}, hint, put);
      const control =
        field.kind === "choice"
          ? choice(field.options ?? [], record[field.key] ?? "", about)
          : make("textarea", { ...about, rows: 2, maxlength: field.most || undefined }, record[field.key] ?? "");
      control.addEventListener("input", () => put(field.key, control.value));
      return make("div", { class: "edit-field" }, make("label", { for: id }, words(field.key)), hint, control);
    }),
  );
}

/**
 * @param {readonly string[]} options
 * @param {string} now
 * @param {{[name: string]: string}} about
 */
function choice(options, now, about) {
  const made = make("select", about, ...["", ...options].map((each) => make("option", { value: each }, each ? words(each) : "Not said")));
  made.value = now;
  return made;
}

/**
 * @param {PoseField} field
 * @param {string[]} now
 * @param {Node} hint
 * @param {(key: string, value: any) => void} put
 */
function many(field, now, hint, put) {
  const boxes = (field.options ?? []).map((each) => {
    const box = make("input", { type: "checkbox", value: each, checked: now.includes(each) });
    box.addEventListener("input", () => put(field.key, (field.options ?? []).filter((it) => boxes.some(([made]) => made.value === it && made.checked))));
    return /** @type {[HTMLInputElement, HTMLElement]} */ ([box, make("label", {}, box, words(each))]);
  });
  const row = make("div", { class: "edit-field__choices" }, ...boxes.map(([, label]) => label));
  return make("fieldset", { class: "edit-field" }, make("legend", {}, words(field.key)), hint, row);
}

/**
 * @param {PoseField} field
 * @param {{[place: string]: string}} now
 * @param {Node} hint
 * @param {(key: string, value: any) => void} put
 */
function places(field, now, hint, put) {
  const summary = make("summary", {});
  const say = () => {
    const said = Object.entries(now).map((each) => each.map((word) => words(word).toLowerCase()).join(": "));
    summary.textContent = `${words(field.key)}${said.length ? ` – ${said.join(", ")}` : ""}`;
  };
  const rows = Object.entries(field.places ?? {}).map(([name, options]) => {
    const made = choice(options, now[name] ?? "", {});
    made.addEventListener("input", () => {
      const { [name]: _, ...others } = now;
      now = made.value ? { ...others, [name]: made.value } : others;
      say();
      put(field.key, now);
    });
    return make("label", {}, make("span", {}, words(name)), made);
  });
  say();
  return make("details", { class: "disclosure pose-places" }, summary, hint, ...rows);
}

/** @param {string} key */
const words = (key) => key.replaceAll(/[-_]/g, " ").replace(/^./, (first) => first.toUpperCase());
