package import Formats

extension City {
    /// What residents are told of a place outside of the city.
    package static let outsideWords = LocalizedText(
        pl: "To miejsce leży poza granicami miasta. Zgłoszenie przyjmie gmina, w której leży.",
        en: "This place lies outside the city. Please turn to the commune it lies in."
    )

    /// What is told of coordinates that lie in the city only when they change places.
    package static let swappedWords = LocalizedText(
        pl: "Współrzędne wyglądają na zamienione: lon to długość geograficzna, lat to szerokość.",
        en: "These look swapped: lon is the longitude, lat the latitude."
    )

    /// What is told of a category's code that is not in the catalogue.
    package static let unknownCategoryWords = LocalizedText(
        pl: "Nie ma takiej kategorii. Listę podaje /api/v1/categories.",
        en: "There is no such category. /api/v1/categories lists them."
    )
}
