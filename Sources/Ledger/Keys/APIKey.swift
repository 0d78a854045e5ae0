/// A key in force: who has it, and what may be done with it.
package struct APIKey: Hashable, Sendable {
    /// The number that rows name it by.
    package let id: Int
    /// What it is called.
    package let name: String
    /// What it is for.
    package let scopes: Set<KeyScope>
    /// The code of the unit that it acts for, if it has the scope for that.
    package let unit: String?

    /// Joins the parts.
    package init(id: Int, name: String, scopes: Set<KeyScope>, unit: String?) {
        self.id = id
        self.name = name
        self.scopes = scopes
        self.unit = unit
    }
}
