/** What every page of the portal does by script: little, for all of it works without. */
import { carryFragment } from "./language-link.js";
import { registerService } from "./service.js";

carryFragment(document.getElementById("language"));
registerService();
