// The entry of a timer within a reading page: defines the element, which does the rest.
// @ts-check

import { IntervalTimer } from "./interval-timer.js";

customElements.define("interval-timer", IntervalTimer);
