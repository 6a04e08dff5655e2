// Connects each part of a reading page to its module.
// @ts-check

import { connectSides } from "../shared/figure-sides.js";
import { connectLinkActions } from "../shared/link-actions.js";
import { connectFigures } from "../shared/moving-figure.js";
import { printPage } from "../shared/print-page.js";
import { repairAddress } from "../shared/repair-address.js";
import { connectCalendarLinks } from "./calendar-link.js";
import { connectInstallHint } from "./install-hint.js";
import { connectLaterFigures } from "./later-figures.js";
import { connectPrintLinks } from "./print-link.js";
import { connectSchemeSwitch } from "./scheme-switch.js";
import { connectSearch } from "./search-opener.js";
import "../offline/offline.js";

const lost = document.querySelector("[data-not-found]");
const { hash } = location;
// A fragment without a matching id may have a full stop appended.
const isAstray = hash !== "" && hash !== "#print" && !document.getElementById(hash.slice(1));
if (!lost) await repairAddress(() => import("../shared/address-repair.js"), isAstray);

connectLinkActions(document, printPage); // before a list removes the items that it does not show
connectCalendarLinks(document);
connectFigures(document);
connectSides(document);
connectInstallHint(document);
connectLaterFigures(document);
connectPrintLinks(document);
connectSchemeSwitch(document);
connectSearch(document);

// Few pages have a timer, and it is the largest module.
if (document.querySelector("interval-timer")) {
  import("../timer/embedded-timer.js");
}

if (document.querySelector("programme-today")) {
  import("./programme-today.js");
}

if (lost) {
  import("./not-found.js").then(({ leadOn, offerNearest, tellOffline }) => {
    if (leadOn(lost, location)) return;
    offerNearest(lost, location.pathname);
    tellOffline(lost);
  });
}
