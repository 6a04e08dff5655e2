// The entry of printable pages: connects each of the page's parts to its module.
// @ts-check

import { connectLinkActions } from "../shared/link-actions.js";
import { printPage } from "../shared/print-page.js";
import { connectPrintLinks } from "./print-link.js";
import "../offline/offline.js";

connectLinkActions(document, printPage);
connectPrintLinks(document);
