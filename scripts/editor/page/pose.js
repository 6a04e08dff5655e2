// The page where a pose is made: an exercise and one of its poses, bent on the stage or by numbers, copied or written.
// @ts-check

import { ask, tell } from "./asking.js";
import { question } from "./dialog.js";
import { byId, make } from "./making.js";
import { PoseDraft, isKept } from "./pose-draft.js";
import { showFields } from "./pose-fields.js";
import { showLook } from "./pose-look.js";
import { PoseNumbers } from "./pose-numbers.js";
import { PoseStage } from "./pose-stage.js";
import { followScheme } from "./scheme.js";

/** @import { Answer, Said } from "./asking.js" */
/** @import { Place, Rec } from "./pose-draft.js" */
/** @typedef {{kind: "none" | "drag"} | {kind: "set", numbers: {[name: string]: number | null}} | {kind: "begin", start?: string, of?: [string, number]}} Act */

const PAUSE = 250; // milliseconds without a change, after which the draft is looked at as a whole
const { root = "/" } = document.body.dataset;

/** @type {any} what the server says of the file, of one exercise, and of what a pose can say */
let said;
/** @type {PoseDraft} */
let draft;
/** @type {Place} */
let place = ["poses", 0];
/** @type {string} the file that the draft is of */
let fingerprint = "";
/** @type {{kind: string, [about: string]: any} | undefined} what the server is to be asked next */
let wanted;
let isAsking = false;
let isAnew = true;
/** @type {{figures: any, numbers: {[name: string]: number}} | undefined} the draft with which a drag began, and its last numbers */
let dragged;
let looked = 0;

const stage = new PoseStage(
  { stage: byId("stage"), picture: byId("picture"), handles: byId("handles"), now: byId("stage-now") },
  {
    begun: () => (dragged = { figures: JSON.parse(JSON.stringify(draft.now)), numbers: {} }),
    dragged: (handle, by) => want({ kind: "drag", handle, by }),
    dropped: () => void dropped(),
    bent: (name, value) => set(name, value),
  },
);
const numbers = new PoseNumbers(byId("numbers"), (name, value) => set(name, value));

/** @param {"stopped" | "list" | "work"} part */
function showPart(part) {
  for (const each of ["stopped", "list", "work"]) byId(each).hidden = each !== part;
}

/** Shows the exercise and the pose that the address names, or what there is to choose from. */
async function open() {
  const [id = "", of = "", number = "1"] = decodeURIComponent(location.hash.slice(1)).split("/");
  const answer = await ask("figures", { id });
  said = answer.said;
  if (answer.status !== 200) return showStopped(answer);
  byId("undo-save").hidden = !said.can_undo;
  if (!said.figure) return showList();
  fingerprint = said.fingerprint;
  draft = new PoseDraft(id, { figure: said.figure, faults: said.faults.map((/** @type {Rec} */ each) => each.figure ?? null) }, said.seen);
  if (draft.isKept && draft.seen !== said.seen) fingerprint = ""; // the record was another one: writing asks which to keep
  byId("kept-draft").hidden = !draft.isKept;
  const name = said.exercises.find((/** @type {Rec} */ each) => each.id === id).name;
  document.title = `${name} – pose`;
  byId("title").textContent = name;
  /** @type {HTMLAnchorElement} */ (byId("form-link")).href = `/edit/#exercises/${id}`;
  fillChoices(id);
  showPart("work");
  go([of === "faults" ? "faults" : "poses", Math.max(0, Number(number) - 1 || 0)]);
}

/** @param {Answer} answer */
function showStopped({ said: it }) {
  const first = it.unreadable?.[0];
  byId("stopped-text").textContent = it.stopped ?? (first ? `data/exercises.yaml, line ${first.line}: ${first.what} ${first.tip}` : "");
  showPart("stopped");
  byId("stopped").focus();
}

function showList() {
  document.title = "Pose a figure";
  const items = said.exercises.map((/** @type {Rec} */ { id, name, poses }) => {
    const about = `${poses ? `${poses} ${poses === 1 ? "pose" : "poses"}` : "No figure yet"}${isKept(id) ? ", not written yet as you left it" : ""}`;
    return make("li", {}, make("a", { href: `#${id}` }, name), make("span", { class: "edit-about" }, about));
  });
  byId("exercises").replaceChildren(...items);
  byId("form-link").setAttribute("href", "/edit/");
  showPart("list");
  byId("list").querySelector("h1")?.focus();
}

/** @param {string} id */
function fillChoices(id) {
  const exercise = /** @type {HTMLSelectElement} */ (byId("exercise"));
  exercise.replaceChildren(...said.exercises.map((/** @type {Rec} */ each) => make("option", { value: each.id, selected: each.id === id }, each.name)));
  const starts = said.starts.map((/** @type {Rec} */ each) => make("option", { value: each.name }, each.name));
  const others = said.exercises.flatMap((/** @type {Rec} */ each) =>
    Array.from({ length: each.poses }, (_, number) => make("option", { value: `${each.id}/${number}` }, `${each.name}, pose ${number + 1}`)),
  );
  byId("begin").replaceChildren(make("option", { value: "" }, "…"), make("optgroup", { label: "A position" }, ...starts), make("optgroup", { label: "A pose of" }, ...others));
}

/** @param {Place} to another pose of the same exercise */
function go(to) {
  const poses = draft.now.figure.poses ?? [];
  if (!poses.length) {
    draft.now.figure = { view: "side", ...draft.now.figure, poses: [{ shows: "", ...said.starts[0].pose }] };
    to = ["poses", 0];
  }
  const many = to[0] === "poses" ? draft.now.figure.poses.length : draft.now.faults.length;
  place = to[1] < many ? to : ["poses", 0];
  if (place[0] === "faults") draft.now.faults[place[1]] ??= {};
  history.replaceState(null, "", `#${draft.id}/${place[0]}/${place[1] + 1}`);
  const known = said.numbers[draft.now.figure.body ?? "whole"];
  numbers.show(known);
  stage.know(known);
  const { legs, right_leg: right, left_leg: left, right_arm: arm, left_arm: other } = draft.pose(place);
  chooseSide(!right && !left && !arm && !other ? "both" : (legs ?? right) ? "right" : "right");
  isAnew = true;
  showForm();
  changed();
}

/** @param {string} side */
function chooseSide(side) {
  stage.side = side;
  const chosen = document.querySelector(`input[name=side][value=${side}]`);
  if (chosen instanceof HTMLInputElement) chosen.checked = true;
  byId("sides").hidden = draft.now.figure.body === "foot";
}

/** The tabs and the fields that are no numbers. */
function showForm() {
  const tabs = draft.now.figure.poses.map((/** @type {Rec} */ _, /** @type {number} */ number) => tab(`Pose ${number + 1}`, ["poses", number]));
  const faults = said.faults.map((/** @type {Rec} */ each, /** @type {number} */ number) => tab(`Fault: ${each.fault}`, ["faults", number]));
  const add = make("button", { type: "button" }, "Add a pose");
  add.addEventListener("click", addPose);
  byId("tabs").replaceChildren(...tabs, add, ...faults);
  const isFault = place[0] === "faults";
  byId("remove").textContent = isFault ? "Take this figure of the fault out" : "Take this pose out";
  const kind = isFault ? "wrong_pose" : "pose";
  showFields(byId("pose-fields"), besidesView(kind), draft.pose(place), (record) => {
    draft.put(place, { ...record, ...numbersOf(draft.pose(place)) });
    changed();
  });
  showFields(byId("figure-fields"), besidesView("figure"), draft.now.figure, (record) => {
    draft.now.figure = { ...record, view: draft.now.figure.view, poses: draft.now.figure.poses };
    go(place);
  });
  showView(isFault);
}

/** @param {string} kind the fields but for the view, which stands with the figure */
const besidesView = (kind) => said.fields[kind].filter((/** @type {Rec} */ each) => each.key !== "view");

/** @param {boolean} isFault a fault is seen as the figure is, unless it says otherwise */
function showView(isFault) {
  const { options } = said.fields.figure.find((/** @type {Rec} */ each) => each.key === "view");
  const view = /** @type {HTMLSelectElement} */ (byId("view"));
  const own = isFault ? [make("option", { value: "" }, `As the figure: ${draft.now.figure.view}`)] : [];
  view.replaceChildren(...own, ...options.map((/** @type {string} */ each) => make("option", { value: each }, each)));
  view.value = (isFault ? draft.pose(place).view : draft.now.figure.view) ?? "";
}

/** @param {string} value */
function seeFrom(value) {
  const { view: _, ...others } = draft.pose(place);
  if (place[0] === "poses") draft.now.figure.view = value;
  else draft.put(place, value ? { ...others, view: value } : others);
  isAnew = true;
  changed();
}

/** @param {Rec} pose what of it the fields do not show: its numbers, by the parts of the body */
const numbersOf = (pose) => parted(pose, false);

/** @param {Rec} pose */
const wordsOf = (pose) => parted(pose, true);

/**
 * @param {Rec} pose
 * @param {boolean} inFields
 */
function parted(pose, inFields) {
  const keys = new Set(["pose", "wrong_pose"].flatMap((kind) => said.fields[kind].map((/** @type {Rec} */ each) => each.key)));
  return Object.fromEntries(Object.entries(pose).filter(([key]) => keys.has(key) === inFields));
}

/**
 * @param {string} label
 * @param {Place} to
 */
function tab(label, to) {
  const isNow = to[0] === place[0] && to[1] === place[1];
  const made = make("button", { type: "button", "aria-pressed": `${isNow}` }, label);
  made.addEventListener("click", () => {
    go(to);
    byId("tabs").querySelector("[aria-pressed=true]")?.dispatchEvent(new Event("focus"));
    /** @type {HTMLElement | null} */ (byId("tabs").querySelector("[aria-pressed=true]"))?.focus();
  });
  return made;
}

function addPose() {
  const { poses } = draft.now.figure;
  poses.splice(poses.length, 0, { shows: "" });
  go(["poses", poses.length - 1]);
}

function remove() {
  if (place[0] === "faults") draft.now.faults[place[1]] = null;
  else draft.now.figure.poses.splice(place[1], 1);
  draft.keep();
  go(["poses", Math.max(0, place[0] === "poses" ? place[1] - 1 : 0)]);
}

/** Something of the draft is another: it is drawn, and looked at after a pause. */
function changed() {
  want({ kind: "none" });
}

/**
 * @param {string} name
 * @param {number | null} value
 */
function set(name, value) {
  const other = name.replace(/^(right|left)_/, (side) => (side === "right_" ? "left_" : "right_"));
  const both = stage.side === "both" && other !== name ? { [other]: value } : {};
  const before = wanted?.kind === "set" ? wanted.numbers : {};
  want({ kind: "set", numbers: { ...before, [name]: value, ...both } });
}

/**
 * Asks for the draft with an act, as soon as nothing else is asked; what was wanted before and not asked yet is left out.
 * @param {{kind: string, [about: string]: any}} act
 */
function want(act) {
  if (act.kind === "none" && wanted) return; // that is drawn, too
  wanted = act;
  if (!isAsking) void asking();
}

async function asking() {
  isAsking = true;
  while (wanted) {
    const act = wanted;
    wanted = undefined;
    const isDrag = act.kind === "drag" && dragged;
    const { figure, faults } = isDrag && dragged ? dragged.figures : draft.now;
    const guess = isDrag && dragged ? { guess: dragged.numbers } : {};
    const at = place;
    const both = stage.side === "both";
    const { status, said: it } = await tell("pose", { figure, faults, place, both, works: said.works, act: { ...act, ...guess } });
    if (status !== 200) {
      byId("told").textContent = it.stopped ?? "";
      continue;
    }
    if (at === place) taken(/** @type {any} */ (it), Boolean(isDrag));
  }
  isAsking = false;
}

/**
 * @param {any} it what the server makes of the pose
 * @param {boolean} isDrag
 */
function taken(it, isDrag) {
  draft.put(place, { ...wordsOf(draft.pose(place)), ...numbersOf(it.pose) }); // words may have been typed meanwhile
  if (dragged) dragged.numbers = it.numbers;
  numbers.fill(it);
  if (it.picture) stage.show(it, isAnew);
  else byId("told").textContent = it.out_of_reach ?? "";
  isAnew = false;
  if (isDrag || dragged) return;
  draft.keep();
  buttons();
  clearTimeout(looked);
  looked = window.setTimeout(() => void look(), PAUSE);
}

async function dropped() {
  const begun = dragged;
  while (isAsking) await new Promise((resolve) => setTimeout(resolve, 5));
  if (dragged === begun) dragged = undefined;
  changed();
}

/** The figures that are written: without those that say nothing. */
function toWrite() {
  const faults = draft.now.faults.map((each) => (each && Object.keys(each).length ? each : null));
  return { id: draft.id, figure: draft.now.figure, faults, place, works: said.works };
}

async function look() {
  const at = draft;
  const { said: it } = await tell("look", toWrite());
  if (at !== draft) return;
  showLook(/** @type {any} */ (it), mend);
  const note = "The file was changed meanwhile. Writing asks which to keep.";
  if (it.stopped) byId("told").textContent = it.stopped;
  else if (it.fingerprint && it.fingerprint !== fingerprint) byId("told").textContent = note;
}

/** @param {{place: Place, numbers: {[name: string]: number}}} it what a problem says to write, and where */
function mend({ place: to, numbers: mended }) {
  if (to[0] !== place[0] || to[1] !== place[1]) go(to);
  want({ kind: "set", numbers: mended });
}

function buttons() {
  /** @type {HTMLButtonElement} */ (byId("undo")).disabled = !draft.canUndo;
  /** @type {HTMLButtonElement} */ (byId("redo")).disabled = !draft.canRedo;
  byId("missing").textContent = draft.isChanged ? "Not written yet; kept in this browser." : "";
}

/** @param {-1 | 1} by */
function step(by) {
  draft.step(by);
  byId("told").textContent = by < 0 ? "Undone." : "Done again.";
  const { side } = stage;
  go(place);
  chooseSide(side);
}

async function copy() {
  const text = byId("yaml").dataset.whole ?? "";
  try {
    await navigator.clipboard.writeText(`${text}\n`);
    byId("told").textContent = "Copied, as it stands in the file.";
  } catch {
    getSelection()?.selectAllChildren(byId("yaml"));
    byId("told").textContent = "This browser copies nothing by itself. The lines are marked: copy them.";
  }
}

async function write() {
  const { status, said: it } = await tell("write", { ...toWrite(), fingerprint, seen: draft.seen });
  if (status === 200) {
    draft.drop();
    await reopen();
    const link = make("a", { href: `${root}exercises/${draft.id}/` }, "See it on the site");
    byId("told").replaceChildren(`Written: ${/** @type {any} */ (it).wrote} `, link, ".");
    return;
  }
  if (it.changed) return void settle(it);
  const first = it.unreadable?.[0];
  byId("told").textContent = `Not written. ${it.stopped ?? (first ? `data/exercises.yaml, line ${first.line}: ${first.what} ${first.tip}` : "")}`;
}

/**
 * The file is another one than the draft was begun with: whose shall it be?
 * @param {Said} it
 */
async function settle(it) {
  const [mine, theirs, neither] = ["Keep mine and write it", "Take the file’s", "Go on posing"];
  const note = it.same || it.gone ? "" : " Yours replaces its figures; all else stays as the file has it.";
  const answer = await question("The file was changed", `${it.stopped}${note}`, it.gone ? [neither, theirs] : [mine, theirs, neither]);
  if (answer === mine) {
    fingerprint = it.fingerprint;
    await write();
  } else if (answer === theirs) {
    draft.drop();
    await reopen();
  }
}

/** The same pose, as the file has it now. */
async function reopen() {
  const { side } = stage;
  await open();
  if (!byId("work").hidden) chooseSide(side);
}

function connect() {
  byId("undo").addEventListener("click", () => step(-1));
  byId("redo").addEventListener("click", () => step(1));
  byId("copy").addEventListener("click", () => void copy());
  byId("write").addEventListener("click", () => void write());
  byId("remove").addEventListener("click", remove);
  byId("again").addEventListener("click", () => void open());
  byId("discard").addEventListener("click", () => {
    draft.drop();
    void reopen();
  });
  byId("undo-save").addEventListener("click", async () => {
    const { status, said: it } = await tell("undo", {});
    await reopen();
    byId("told").textContent = status === 200 ? "The last save is undone." : (it.stopped ?? "");
  });
  byId("sides").addEventListener("input", (event) => {
    chooseSide(/** @type {HTMLInputElement} */ (event.target).value);
    changed();
  });
  const view = /** @type {HTMLSelectElement} */ (byId("view"));
  view.addEventListener("change", () => seeFrom(view.value));
  const exercise = /** @type {HTMLSelectElement} */ (byId("exercise"));
  exercise.addEventListener("change", () => (location.hash = exercise.value));
  const begin = /** @type {HTMLSelectElement} */ (byId("begin"));
  begin.addEventListener("change", () => {
    const [id, number] = begin.value.split("/");
    if (begin.value) want({ kind: "begin", ...(number ? { of: [id, Number(number)] } : { start: id }) });
    chooseSide("both");
    isAnew = true;
    begin.value = "";
  });
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    if (event.key === "s") event.preventDefault(), void write();
    const isText = document.activeElement instanceof HTMLTextAreaElement;
    if (event.key.toLowerCase() === "z" && !isText) event.preventDefault(), step(event.shiftKey ? 1 : -1);
  });
  addEventListener("hashchange", () => {
    byId("told").textContent = "";
    void open();
  });
}

followScheme([]);
connect();
void open();
