package import Geography
package import Reports

/// A part of the city with a council of its own.
package struct District: Sendable, Equatable {
    /// The code people use: a Roman number in Kraków.
    package let code: String
    /// The official number, by which ties are broken.
    package let number: Int
    package let name: String
    /// The outline in WGS 84, for drawing.
    package let outline: Geometry<Coordinate>
    /// How far the outline may be off, in metres.
    package let precision: Double
    /// The area by the city's own figures in square metres, if known.
    package let officialArea: Double?
    package let validity: Validity

    package init(
        code: String,
        number: Int,
        name: String,
        outline: Geometry<Coordinate>,
        precision: Double,
        officialArea: Double? = nil,
        validity: Validity = .always
    ) {
        self.code = code
        self.number = number
        self.name = name
        self.outline = outline
        self.precision = precision
        self.officialArea = officialArea
        self.validity = validity
    }
}
