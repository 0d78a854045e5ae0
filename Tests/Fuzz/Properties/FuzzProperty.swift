/// What must hold for any bytes that a stranger may send to a parser.
///
/// The fuzz targets look for bytes that break it; the tests replay the corpus.
package struct FuzzProperty: Sendable {
    /// The folder of the corpus.
    package let name: String
    /// Reads the bytes; returns what is wrong with the outcome, nil if all is well.
    package let fault: @Sendable ([UInt8]) -> String?

    init(_ name: String, _ fault: @escaping @Sendable ([UInt8]) -> String?) {
        self.name = name
        self.fault = fault
    }

    /// Every property, one per parser.
    package static let all = [
        target, query, form, multipart, json, headers, rules, geoJSON, csv, address, masking, photo,
        exif, cursor, pageKey, tiles, likeness, geoReport, cookies, signIn,
        importSheet, queueQuery, layerQuery,
    ]
}
