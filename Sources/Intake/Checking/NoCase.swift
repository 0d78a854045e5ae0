package import Formats
package import Territory

/// Why no case is opened: somebody else has to be asked, or called at once.
package struct NoCase: Error, Sendable {
    /// Anything but a unit of the city.
    package let outcome: Outcome
    /// A sentence to the resident: why it is not a matter for the city.
    package let why: LocalizedText
}
