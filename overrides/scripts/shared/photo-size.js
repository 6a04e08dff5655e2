// Chooses among the sizes of a photo the one that its place needs.
// @ts-check

/** @typedef {{url: string, alt: string, sizes?: {url: string, width_pixels: number}[]}} Photo `sizes`: the narrowest first */

export const [LIST_PIXELS, HALF_PIXELS] = [320, 640];

/**
 * The address of the smallest that is so wide, or else of the widest.
 * @param {Photo} photo
 * @param {number} pixels
 */
export const photoOf = ({ url, sizes = [] }, pixels) => sizes.find(({ width_pixels }) => width_pixels >= pixels)?.url ?? url;
