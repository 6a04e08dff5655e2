// When to stop at once in any session, as in limber/wording.py.
// @ts-check

import { gettext } from "./gettext.js";

export const STOP_SIGNS = gettext`Sharp pain, chest pain, dizziness, numbness, or a leg that gives way.`;
