// The entry of a timer within a reading page: defines the element <interval-timer>.
// @ts-check

import { IntervalTimer } from "./interval-timer.js";

customElements.define("interval-timer", IntervalTimer);
