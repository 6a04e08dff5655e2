// Says the language of records that have no words in the page's, wherever scripts show them. Sent only where a site has such records.
// @ts-check

/** @typedef {{language: string, direction: string, texts: string[], pages: string[]}} Others */

const UNREAD = "script, style, template, textarea, svg";
const LETTERS = "[\\p{L}\\p{N}]";

const place = /** @type {HTMLMetaElement | null} */ (document.querySelector("meta[name=other-language]"));
if (place) {
  void fetch(place.content)
    .then((answer) => answer.json())
    .then((/** @type {Others} */ others) => follow(others), () => {}); // without it, what is shown only says less
}

/** @param {Others} others */
function follow({ language, direction, texts }) {
  if (!texts.length) return;
  const longestFirst = texts.map(plain).sort((one, other) => other.length - one.length);
  const any = new RegExp(`(?<!${LETTERS})(?:${longestFirst.map(pattern).join("|")})(?!${LETTERS})`, "gu");
  /** @type {WeakSet<Element>} elements that say it because of this script */
  const told = new WeakSet();

  /** @param {Element} element */
  const tell = (element) => {
    Object.assign(element, { lang: language, dir: direction });
    told.add(element);
  };

  /** Looks at the texts right in an element, where what was sought may be marked. @param {Element} element */
  const look = (element) => {
    if (!element.isConnected) return; // any more
    if (told.has(element)) {
      told.delete(element);
      for (const name of ["lang", "dir"]) element.removeAttribute(name);
    }
    if (element.closest(UNREAD) || /** @type {HTMLElement} */ (element.closest("[lang]")).lang === language) return;
    let said = "";
    /** @type {[Text, number][]} */
    const nodes = [];
    for (const child of element.childNodes) {
      const text = child instanceof HTMLElement && child.localName === "mark" ? child.firstChild : child;
      if (text instanceof Text) nodes.push([text, said.length]);
      said += text instanceof Text ? plain(text.data) : "\0";
    }
    const found = [...said.matchAll(any)];
    const rest = said.replace(any, "");
    if (found.length && !/[\p{L}\p{N}\0]/u.test(rest)) return tell(element);
    if (element.localName === "option") return; // it holds text alone
    for (const { 0: part, index } of found.reverse()) {
      const range = document.createRange();
      range.setStart(...spot(nodes, index));
      range.setEnd(...spot(nodes, index + part.length - 1, 1));
      const span = document.createElement("span");
      span.append(range.extractContents());
      tell(span);
      range.insertNode(span);
    }
  };

  /** @param {Iterable<Node>} changed */
  const lookAt = (changed) => {
    /** @type {Set<Element>} */
    const elements = new Set();
    for (const node of changed) {
      const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      for (let text = node instanceof Text ? node : texts.nextNode(); text; text = texts.nextNode()) {
        const holder = text.parentElement?.closest(":not(mark)");
        if (holder) elements.add(holder);
      }
    }
    elements.forEach(look);
  };

  const observer = new MutationObserver((records) => {
    lookAt(records.flatMap(({ target, addedNodes }) => [...addedNodes, ...(target instanceof Text ? [target] : [])]));
    observer.takeRecords(); // its own
  });
  lookAt([document.body]);
  observer.observe(document.body, { childList: true, characterData: true, subtree: true });
}

/** A text with the spaces and hyphens that everyone writes, in as many characters. @param {string} text */
function plain(text) {
  return text.replace(/[\u00a0\u202f]/g, " ").replace(/\u2011/g, "-");
}

/** What finds a text, also within a sentence. @param {string} text */
function pattern(text) {
  const [first, ...rest] = text;
  const begin = /\p{Lu}/u.test(first) ? `[${first}${first.toLowerCase()}]` : escaped(first);
  return begin + escaped(rest.join(""));
}

/** @param {string} text */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/**
 * Where a character of several nodes is, or, with `behind`, where it ends.
 * @param {[Text, number][]} nodes with how many characters are before each
 * @param {number} at
 * @returns {[Text, number]}
 */
function spot(nodes, at, behind = 0) {
  const [node, before] = /** @type {[Text, number]} */ (nodes.filter(([, begin]) => begin <= at).pop());
  return [node, at - before + behind];
}
