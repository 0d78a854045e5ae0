/** The photos of a report, large, one after the other. Without it their links open them. */
import { fill, strings } from "../language.js";

const dialog = document.getElementById("viewer");

/** Opens the photos of the page in a dialog, whichever are there when one is pressed. */
export function supervisePhotos() {
  if (!dialog) return;
  const image = dialog.querySelector("img");
  const caption = dialog.querySelector("p");
  let links = [];
  let position = 0;

  const show = (index) => {
    position = (index + links.length) % links.length;
    image.src = links[position].href;
    image.alt = links[position].querySelector("img").alt;
    caption.textContent = fill(strings.case.photos.position, { position: position + 1, total: links.length });
  };
  const turn = (step) => {
    if (links.length > 1) show(position + step);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-photo]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    links = [...document.querySelectorAll("a[data-photo]")];
    dialog.toggleAttribute("data-single", links.length < 2);
    show(links.indexOf(link));
    dialog.showModal();
  });
  dialog.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.turn) turn(Number(button.dataset.turn));
    else if (button || event.target === dialog) dialog.close();
  });
  dialog.addEventListener("keydown", ({ key }) => turn({ ArrowLeft: -1, ArrowRight: 1 }[key] ?? 0));
  dialog.addEventListener("close", () => links[position].focus());
}
