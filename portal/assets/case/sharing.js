/** Sharing a report: by what the device has for it, or by its address and its QR code. Printing it. */
import { day, fill, strings } from "../language.js";
import { qrCode } from "../qr/qr.js";
import { copyFrom } from "./clipboard.js";

const dialog = document.getElementById("share");
const address = document.getElementById("share-address");

/** Takes over the buttons, and prepares the paper. */
export function superviseSharing() {
  const { pathname } = new URL(address.value, location.href);
  address.value = `${location.origin}${pathname}`;
  document.querySelector("[data-action=share]").addEventListener("click", share);
  document.querySelector("[data-action=print]").addEventListener("click", () => print());
  dialog.querySelector("[data-copy]").addEventListener("click", copy);
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  addEventListener("beforeprint", preparePaper);
  addEventListener("afterprint", () => unfold(false));
}

async function share() {
  if (navigator.share && matchMedia("(pointer: coarse)").matches) {
    try {
      await navigator.share({ title: document.title, url: address.value });
      return;
    } catch (error) {
      if (error.name === "AbortError") return;
    }
  }
  dialog.querySelector(".case-code").replaceChildren(qrCode(address.value));
  dialog.querySelector("[data-answer]").textContent = "";
  dialog.showModal();
}

async function copy() {
  const words = strings.case.share;
  const isCopied = await copyFrom(address);
  dialog.querySelector("[data-answer]").textContent = isCopied ? words.copied : words.failed;
}

/** The code that leads from the paper back to the page, and the day of which the paper tells. */
function preparePaper() {
  document.getElementById("print-code").replaceChildren(qrCode(address.value));
  document.getElementById("print-address").textContent = address.value;
  unfold(true);
  document.getElementById("print-day").textContent = fill(strings.case.print.day, { day: day(new Date()) });
}

/** On paper nothing can be pressed, so the reasons are there at once. */
function unfold(isOpen) {
  for (const reasons of document.querySelectorAll(".case-why")) reasons.open = isOpen;
}
