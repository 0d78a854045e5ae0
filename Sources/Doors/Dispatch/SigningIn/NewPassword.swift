import HTTP

/// A password that was typed twice alike.
struct NewPassword {
    /// The two were not the same.
    struct Mistyped: Error {}

    let text: String

    /// Reads the fields `new` and `again`.
    init(_ fields: Query) throws(Mistyped) {
        let text = fields.first("new") ?? ""
        guard text == fields.first("again") else { throw Mistyped() }
        self.text = text
    }
}
