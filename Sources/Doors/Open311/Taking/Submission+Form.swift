import Formats
import Geography
package import HTTP
package import Reports

extension Submission {
    /// Reads the fields of `POST requests`; unknown ones are passed over.
    ///
    /// - Throws: 400 with everything that is wrong.
    package init(parsing form: Query) throws(Problem) {
        var reader = QueryReader(form)
        self.init(reading: &reader)
        try reader.finishIgnoringOthers()
    }

    private init(reading reader: inout QueryReader) {
        let place = GeoReportPlace(reading: &reader)
        self.init(
            category: reader.required("service_code") ?? "",
            description: reader.text("description") ?? "",
            coordinate: place.coordinate,
            address: place.address,
            answers: Submission.answers(&reader),
            contact: Submission.contact(&reader),
            mediaLink: reader.parsed("media_url", .unfitLink) { Submission.link($0) },
            channel: .open311
        )
    }

    /// `attribute[code]=value`, and `attribute[code][]=value` for each of several.
    private static func answers(_ reader: inout QueryReader) -> [String: [String]] {
        var answers: [String: [String]] = [:]
        for (name, value) in reader.rest(where: { $0.hasPrefix("attribute[") }) where !value.isEmpty {
            var code = name.dropFirst("attribute[".count)
            if code.hasSuffix("[]") { code = code.dropLast(2) }
            guard code.last == "]", code.count > 1 else {
                reader.report(name, "format", .unfitAttribute)
                continue
            }
            answers[String(code.dropLast()), default: []].append(value)
        }
        return answers
    }

    private static func contact(_ reader: inout QueryReader) -> Contact? {
        let contact = Contact(
            firstName: reader.text("first_name"),
            lastName: reader.text("last_name"),
            email: reader.parsed("email", .unfitEmail) { EmailAddress(parsing: $0)?.text },
            phone: reader.parsed("phone", .unfitPhone) { TelephoneNumber(parsing: $0)?.text }
        )
        return contact == Contact() ? nil : contact
    }

    /// An address of the web; it is shown to staff as a link, and nothing is ever fetched from it.
    private static func link(_ text: String) -> String? {
        let isWeb = ["http://", "https://"].contains { text.lowercased().hasPrefix($0) }
        let isPlain = text.unicodeScalars.allSatisfy {
            !$0.properties.isWhitespace && !"\"<>\\^`{|}".unicodeScalars.contains($0)
        }
        guard isWeb, isPlain, text.unicodeScalars.count <= longestLink,
            TextFlaw(in: text, allowing: .refused) == nil
        else { return nil }
        return text
    }
}

/// Where a client says it is: a point, or an address in words.
struct GeoReportPlace {
    private(set) var coordinate: Coordinate?
    private(set) var address: String?

    init(reading reader: inout QueryReader) {
        address = reader.text("address_string")
        let hasID = reader.text("address_id") != nil
        let hasLatitude = reader.text("lat") != nil
        guard hasLatitude || reader.text("long") != nil else {
            if address == nil { reader.report("lat", "missing", hasID ? .noAddressIDs : .missingPlace) }
            return
        }
        let latitude = reader.number("lat", in: -90...90)
        let longitude = reader.number("long", in: -180...180)
        guard let latitude, let longitude else { return }
        coordinate = Coordinate(longitude: longitude, latitude: latitude)
    }
}

extension LocalizedText {
    fileprivate static let unfitLink = LocalizedText(
        pl: "Oczekiwano adresu http:// lub https://, najwyżej \(Submission.longestLink) znaków.",
        en: "Expected an address with http:// or https://, of at most \(Submission.longestLink) characters."
    )
    fileprivate static let unfitAttribute = LocalizedText(
        pl: "Oczekiwano attribute[kod] albo attribute[kod][].",
        en: "Expected attribute[code] or attribute[code][]."
    )
    fileprivate static let missingPlace = LocalizedText(
        pl: "Podaj miejsce: lat i long albo address_string.",
        en: "Say where it is: lat and long, or address_string."
    )
    fileprivate static let noAddressIDs = LocalizedText(
        pl: "Miasto nie nadaje address_id; podaj lat i long albo address_string.",
        en: "This city gives out no address_id; send lat and long, or address_string."
    )
}
