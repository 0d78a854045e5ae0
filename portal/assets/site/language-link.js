/** The link to the other language keeps what stands after the `#`: a place on the map, or the secret of a report. */

/** Takes the page's fragment over into a link, whenever the link is about to be used. */
export function carryFragment(link) {
  if (!link) return;
  const take = () => {
    link.hash = location.hash;
  };
  for (const event of ["click", "auxclick", "contextmenu"]) link.addEventListener(event, take);
}
