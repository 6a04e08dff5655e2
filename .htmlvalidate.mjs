// What counts as a fault in the built HTML: everything html-validate recommends, but for pure style.
// @ts-check

export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    "no-trailing-whitespace": "off", // what templates leave behind: no reader and no program sees it
    "doctype-style": "off", // upper or lower case means the same; Material writes it small
    "valid-id": ["error", { relaxed: true }], // HTML lets an id begin with "_", and Material's do
  },
};
