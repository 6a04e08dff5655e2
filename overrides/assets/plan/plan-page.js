// The entry of the plan's page.
// @ts-check

export {};
