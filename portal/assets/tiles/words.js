/** What the preview of the tiles says, in both languages. */
import { code } from "../language.js";

const pl = {
  live: {
    connecting: "Łączenie…",
    live: "Na żywo",
    lost: "Bez zmian na żywo",
  },
  refreshed: "Na żywo, zmiana {time}",
  status: {
    usual: "Otwarte i zamknięte w ciągu 30 dni",
    open: "Tylko otwarte",
    closed: "Tylko zamknięte",
    all: "Wszystkie",
    each: "Jeden stan",
  },
  kinds: { intervention: "interwencja", idea: "pomysł", inquiry: "zapytanie" },
  active: { one: "{count} ustawiony", few: "{count} ustawione", many: "{count} ustawionych", other: "{count} ustawione" },
  shown: { one: "{count} obiekt", few: "{count} obiekty", many: "{count} obiektów", other: "{count} obiektu" },
  copied: "Skopiowano",
  cluster: { one: "{count} zgłoszenie", few: "{count} zgłoszenia", many: "{count} zgłoszeń", other: "{count} zgłoszenia" },
  approach: "Przybliż, aż się rozdzieli",
  more: "i jeszcze {count}",
  place: "położenie",
  map: {
    title: "Mapa zgłoszeń, MapLibre",
    zoomIn: "Przybliż",
    zoomOut: "Oddal",
    attribution: "Pokaż lub ukryj źródła",
  },
  problems: {
    tiles: "Nie udało się wczytać części kafli.",
    city: "Nie udało się wczytać list kategorii, jednostek i dzielnic.",
    webgl: "Ta przeglądarka nie rysuje map wektorowych (WebGL), więc MapLibre jest wyłączony.",
  },
};

const en = {
  live: {
    connecting: "Connecting…",
    live: "Live",
    lost: "No live changes",
  },
  refreshed: "Live, changed {time}",
  status: {
    usual: "Open, and closed within 30 days",
    open: "Open only",
    closed: "Closed only",
    all: "All",
    each: "One status",
  },
  kinds: { intervention: "intervention", idea: "idea", inquiry: "inquiry" },
  active: { one: "{count} set", other: "{count} set" },
  shown: { one: "{count} feature", other: "{count} features" },
  copied: "Copied",
  cluster: { one: "{count} report", other: "{count} reports" },
  approach: "Zoom in until it falls apart",
  more: "and {count} more",
  place: "position",
  map: {
    title: "Map of reports, MapLibre",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    attribution: "Show or hide the sources",
  },
  problems: {
    tiles: "Some tiles could not be loaded.",
    city: "The lists of categories, units and districts could not be loaded.",
    webgl: "This browser draws no vector maps (WebGL), so MapLibre is switched off.",
  },
};

export const words = { pl, en }[code];
