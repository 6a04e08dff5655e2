// What pages made to be printed do: the only module with side effects on them.
// @ts-check

import { connectLinkActions } from "../shared/link-actions.js";
import { printPage } from "../shared/print-page.js";
import { connectPrintLinks } from "./print-link.js";
import "../offline/offline.js";

connectLinkActions(document, printPage);
connectPrintLinks(document);
