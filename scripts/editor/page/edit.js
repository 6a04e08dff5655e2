// The editor: the list of records, the form of one, and what can be done with a record as a whole.
// @ts-check

import { ask, tell } from "./asking.js";
import { labelled, question } from "./dialog.js";
import { drafts, keepDraft } from "./drafts.js";
import { FRAMES, show } from "./look.js";
import { button, byId, make } from "./making.js";
import { KINDS, RecordForm } from "./record-form.js";
import { followScheme } from "./scheme.js";

/** @import { Answer, FileProblem, Listed, Said } from "./asking.js" */

/** What each table is called. */
const HEADS = /** @type {{[table: string]: string}} */ ({ exercises: "Exercises", routines: "Routines", equipment: "Equipment" });
const { root = "/" } = document.body.dataset;

/** @type {Said} */
let state;
/** @type {RecordForm | undefined} */
let form;
/** What a new record begins with. */
let begun = { copyOf: "", name: "" };

/** Shows what the address names: a record, an empty form, or the list. */
async function open() {
  form?.close();
  form = undefined;
  const answer = await ask("state");
  if (!answer.said.forms) {
    showStopped(answer);
    return;
  }
  state = answer.said;
  byId("undo-save").hidden = !state.can_undo;
  byId("exercise-names").replaceChildren(...listed("exercises").map((each) => make("option", { value: each.name, "data-dose": each.dose })));
  const [table, id] = decodeURIComponent(location.hash.slice(1)).split("/");
  if (state.forms?.[table]) await openRecord(table, id ?? "");
  else showList();
}

/** @param {string} table */
const listed = (table) => [...(state.records?.[table] ?? [])].sort((one, other) => one.name.localeCompare(other.name));

/** @param {"stopped" | "list" | "work"} part */
function showPart(part) {
  for (const each of ["stopped", "list", "work"]) byId(each).hidden = each !== part;
  byId("home").hidden = part === "list";
}

/** @param {Answer} answer */
function showStopped({ said }) {
  const problems = said.unreadable ?? [{ line: 0, column: 0, subject: "", what: said.stopped ?? "", tip: "" }];
  byId("stopped-list").replaceChildren(...problems.map((each) => make("li", {}, inWords(each))));
  showPart("stopped");
  byId("stopped").focus();
}

/** @param {FileProblem} it */
function inWords(it) {
  const at = it.line ? `Line ${it.line}, column ${it.column}: ` : "";
  return `${at}${it.subject ? `${it.subject}: ` : ""}${it.what} ${it.tip}`;
}

function showList() {
  document.title = "Write exercises";
  const problems = /** @type {FileProblem[]} */ (state.problems ?? []);
  byId("file-problems").hidden = problems.length === 0;
  byId("file-problems").querySelector("ul")?.replaceChildren(...problems.map((each) => make("li", {}, inWords(each))));
  const left = drafts();
  byId("unsaved").hidden = left.length === 0;
  byId("unsaved").querySelector("ul")?.replaceChildren(...left.map((each) => unsaved(each)));
  byId("tables").replaceChildren(
    ...Object.keys(HEADS).map((table) => {
      const items = listed(table).map((each) => make("li", {}, make("a", { href: `#${table}/${each.id}` }, each.name), stillToWrite(each)));
      const fresh = make("a", { href: `#${table}/`, class: "button" }, `New ${KINDS[table]}`);
      return make("section", {}, make("h2", {}, HEADS[table]), fresh, make("ul", { class: "edit-records" }, ...items));
    }),
  );
  showPart("list");
  byId("list").querySelector("h1")?.focus();
}

/** @param {Listed} it */
function stillToWrite({ unwritten = [] }) {
  return unwritten.length ? make("span", { class: "edit-about" }, `Still to write: ${unwritten.join(", ")}`) : "";
}

/** @param {string} key a table and an id */
function unsaved(key) {
  const [table, id] = key.split("/");
  const name = listed(table).find((each) => each.id === id)?.name ?? (id || `New ${KINDS[table]}`);
  const drop = button("Throw it away", () => {
    keepDraft(key, undefined);
    showList();
  });
  return make("li", {}, make("a", { href: `#${key}` }, name), " ", drop);
}

/**
 * @param {string} table
 * @param {string} id
 */
async function openRecord(table, id) {
  const { copyOf, name } = begun;
  begun = { copyOf: "", name: "" };
  const answer = await ask("record", { table, id: id || copyOf });
  const { said } = answer;
  if (!said.values || (id && !listed(table).some((each) => each.id === id))) {
    showStopped(said.values ? { ...answer, said: { ...said, stopped: `There is no ${KINDS[table]} ${id} in the file.` } } : answer);
    return;
  }
  const title = id ? (listed(table).find((each) => each.id === id)?.name ?? id) : `New ${KINDS[table]}`;
  document.title = `${title} – write`;
  byId("title").textContent = title;
  byId("about").replaceChildren(...about(table, id, said));
  byId("kept-keys").textContent = said.kept?.length ? `Kept as the file has it: ${said.kept.join(", ").replaceAll("_", " ")}.` : "";
  byId("record-actions").hidden = !id;
  /** @type {HTMLDetailsElement} */ (byId("more")).open = false;
  byId("more").hidden = !state.forms?.[table].some((each) => each.folded);
  for (const view of ["view-card", "view-timer"]) byId(view).hidden = table === "equipment";
  byId("view-card").textContent = table === "routines" ? "Sheet" : "Card";
  showPart("work");
  show("write");
  form = new RecordForm(table, id, state.forms?.[table] ?? [], said, {
    copyOf,
    name: name || (copyOf ? `${said.values.name} (copy)` : ""),
    write: (named) => begin("exercises", { name: named }),
    now: (now) => (byId("undo-save").hidden = !now.can_undo),
    reload: () => void open(),
    saved: (savedId, done) => void saved(table, id, savedId, done),
  });
  const first = id ? form.fields.empty()[0] : "name";
  byId(first ? `field-${first}` : "title").focus();
}

/**
 * @param {string} table
 * @param {string} id
 * @param {Said} said
 */
function about(table, id, said) {
  if (!id) return [];
  const way = table === "equipment" ? "equipment/" : `${table}/${id}/`;
  const named = said.named?.length ? ` · ${said.named.join(", ")}` : "";
  const pose = table === "exercises" ? [" · ", make("a", { href: `/figures/pose/#${id}` }, "Pose its figure")] : [];
  return [make("a", { href: `${root}${way}` }, `${root}${way}`), named, ...pose];
}

/**
 * @param {string} table
 * @param {{copyOf?: string, name?: string}} what
 */
function begin(table, what) {
  begun = { copyOf: "", name: "", ...what };
  if (location.hash === `#${table}/`) void open();
  else location.hash = `#${table}/`;
}

/**
 * @param {string} table
 * @param {string} before the id that it had in the form
 * @param {string} id
 * @param {Answer} done
 */
async function saved(table, before, id, done) {
  if (before === id) await open();
  else history.replaceState(null, "", `#${table}/${id}`), await open();
  const way = table === "equipment" ? "equipment/" : `${table}/${id}/`;
  const added = done.said.added?.length ? ` New equipment: ${done.said.added.join(", ").replaceAll("-", " ")}.` : "";
  byId("told").replaceChildren(`Saved.${added} `, make("a", { href: `${root}${way}` }, "See it on the site"), ".");
  const next = nextToWrite(table, id);
  if (next) byId("told").append(" Next to write: ", next, ".");
  (next ?? byId("save")).focus();
}

/**
 * A way to the next record that is not written to the end, round from the last to the first.
 * @param {string} table
 * @param {string} id
 */
function nextToWrite(table, id) {
  const all = listed(table);
  const here = all.findIndex((each) => each.id === id);
  const next = [...all.slice(here), ...all.slice(0, here)].find((each) => each.unwritten?.length);
  return next && make("a", { href: `#${table}/${next.id}` }, next.name);
}

async function rename() {
  if (!form) return;
  const { table, id, fingerprint } = form;
  const input = make("input", { type: "text", value: id, maxlength: 60, spellcheck: "false" });
  const text = "Lower-case words joined by hyphens. It is written wherever the record is named, and its old address goes on leading here.";
  const yes = "Give it this id";
  if ((await question("Another id", text, [yes, "Leave it"], [labelled("Id", input)])) !== yes) return;
  const answer = await tell("rename", { table, id, new: input.value, fingerprint });
  await gone(answer, `#${table}/${answer.said.id ?? id}`, `It is ${answer.said.id} now.`);
}

async function retire() {
  if (!form) return;
  const { table, id, fingerprint } = form;
  const isKnown = listed(table).find((each) => each.id === id)?.published;
  const others = listed(table).filter((each) => each.id !== id);
  const successor = make("select", {}, make("option", { value: "" }, "Nothing"), ...others.map((each) => make("option", { value: each.id }, each.name)));
  const reason = make("input", { type: "text", maxlength: 200 });
  const text = isKnown
    ? "Others may have its address. It says so from then on, or leads to what takes its place; routines do that instead, or leave it out."
    : "Nobody has its address yet, so nothing is left of it. What names it names what takes its place, or no longer does.";
  const fields = [labelled("What takes its place", successor), ...(isKnown ? [labelled("Why, for readers who come by an old link", reason)] : [])];
  const yes = "Take it out";
  if ((await question("Take it out", text, [yes, "Leave it"], fields)) !== yes) return;
  const answer = await tell("retire", { table, id, successor: successor.value, reason: reason.value, fingerprint });
  await gone(answer, "#", "Taken out.");
}

/**
 * What comes after a record was written in one go.
 * @param {Answer} answer
 * @param {string} to
 * @param {string} told
 */
async function gone(answer, to, told) {
  if (answer.status !== 200) {
    const text = answer.said.stopped ?? answer.said.unreadable?.map(inWords).join(" ") ?? "";
    await question("Nothing was changed", text, ["Close"]);
    return;
  }
  if (form) keepDraft(form.key, undefined);
  history.replaceState(null, "", to === "#" ? location.pathname : to);
  await open();
  const elsewhere = answer.said.elsewhere ?? [];
  byId("told").textContent = elsewhere.length ? `${told} Its old id stands in ${elsewhere.join(", ")}, too: change it there.` : told;
}

async function undoSave() {
  const { said, status } = await tell("undo", {});
  await open();
  byId("told").textContent = status === 200 ? "The last save is undone." : (said.stopped ?? "");
}

function connect() {
  byId("form").addEventListener("submit", (event) => {
    event.preventDefault();
    void form?.save();
  });
  byId("form").addEventListener("input", () => form?.changed());
  byId("undo").addEventListener("click", () => form?.undo());
  byId("undo-save").addEventListener("click", () => void undoSave());
  byId("again").addEventListener("click", () => void open());
  byId("copy").addEventListener("click", () => form && begin(form.table, { copyOf: form.id }));
  byId("rename").addEventListener("click", () => void rename());
  byId("retire").addEventListener("click", () => void retire());
  byId("discard").addEventListener("click", () => {
    if (form) keepDraft(form.key, undefined);
    void open();
  });
  for (const each of document.querySelectorAll("[data-view][aria-pressed]")) {
    each.addEventListener("click", () => show(/** @type {HTMLElement} */ (each).dataset.view ?? "write"));
  }
  addEventListener("keydown", (event) => {
    if (event.key !== "s" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void form?.save();
  });
  addEventListener("hashchange", () => {
    byId("told").textContent = "";
    void open();
  });
}

followScheme(FRAMES);
connect();
void open();
