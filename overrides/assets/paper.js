// What pages made to be printed do: the only module with side effects on them.
// @ts-check

import { connectLinkActions } from "./link-actions.js";
import { connectPrintLinks } from "./print-link.js";
import { printPage } from "./print-page.js";
import "./offline.js";

connectLinkActions(document, printPage);
connectPrintLinks(document);
