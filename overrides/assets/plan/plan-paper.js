// The entry of the pages that print a plan.
// @ts-check

export {};
