// What a reader must be told of a plan's link, loaded where there is something to tell: most links are as they were sent.
// @ts-check

export { notices } from "../shared/plan-notices.js";
