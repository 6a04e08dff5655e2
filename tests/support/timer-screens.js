// The timer's screen with all that is loaded for a run.
// @ts-check

import { running } from "../../overrides/scripts/timer/running-screen.js";
import { screen as screenOf } from "../../overrides/scripts/timer/timer-screen.js";

/** @param {import("../../overrides/scripts/timer/timer-screen.js").ScreenInput} given */
export const screen = (given) => screenOf(given, running);
