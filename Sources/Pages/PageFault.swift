/// What is wrong with a file of the pages: for whoever writes pages, at the start of the service.
package struct PageFault: Error, Equatable, CustomStringConvertible {
    /// The file, with a line or a key in it.
    package let place: String
    /// What was found or expected there.
    package let trouble: String

    init(_ place: String, _ trouble: String) {
        self.place = place
        self.trouble = trouble
    }

    /// For the log.
    package var description: String { "\(place): \(trouble)" }
}
