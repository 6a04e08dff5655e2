// A name in another language is said by a voice of that language, and what is around it by one of the page's.

import assert from "node:assert/strict";
import { test } from "node:test";

import { inLanguages } from "../../../overrides/scripts/timer/voice.js";

const stretch = { spoken_name: "Calf stretch", language: "en" };

test("a text says the language of each of its parts", () => {
  assert.deepEqual(inLanguages("Als Nächstes: Calf stretch, rechter Fuß", "de", stretch), [
    ["Als Nächstes: ", "de"],
    ["Calf stretch", "en"],
    [", rechter Fuß", "de"],
  ]);
  assert.deepEqual(inLanguages("Calf stretch", "de", stretch), [["Calf stretch", "en"]]);
  assert.deepEqual(inLanguages("linker Fuß", "de", stretch), [["linker Fuß", "de"]]);
  assert.deepEqual(inLanguages("Wadendehnung", "de", { spoken_name: "Wadendehnung" }), [["Wadendehnung", "de"]]);
  assert.deepEqual(inLanguages("Pause", "de"), [["Pause", "de"]]);
});
