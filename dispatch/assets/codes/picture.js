/** The offered secret of one-time codes as a QR code, for whoever has a camera; the text beside it does as well. */
import { qrCode } from "/assets/qr/qr.js";

const place = document.getElementById("code-picture");
const picture = qrCode(place.dataset.address);
picture.setAttribute("aria-label", place.dataset.label);
place.replaceChildren(picture);
