extension SQL: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) {
        self.init(unsafeSQL: text)
    }

    package init(stringInterpolation interpolation: Interpolation) {
        self = interpolation.sql
    }

    package typealias StringInterpolation = Interpolation

    /// Collects the literal parts and the binds of a statement.
    package struct Interpolation: StringInterpolationProtocol {
        var sql: SQL

        package init(literalCapacity: Int, interpolationCount: Int) {
            var text = ""
            text.reserveCapacity(literalCapacity + 3 * interpolationCount)
            sql = SQL(unsafeSQL: text)
        }

        package mutating func appendLiteral(_ literal: String) {
            sql.append(literal: literal)
        }

        /// A value: becomes a bind.
        package mutating func appendInterpolation<Value: ColumnEncodable>(_ value: Value) {
            sql.append(bind: value)
        }

        /// A value or NULL: becomes a bind.
        package mutating func appendInterpolation<Value: ColumnEncodable>(_ value: Value?) {
            sql.append(bind: value)
        }

        /// A statement: its text and its binds.
        package mutating func appendInterpolation<Fragment: SQLFragment>(_ fragment: Fragment) {
            sql.append(fragment.sql)
        }

        /// Text that is trusted as it is; nothing from outside may come this way.
        package mutating func appendInterpolation(unsafeSQL text: String) {
            sql.append(literal: text)
        }

        /// A name of a table or column, quoted.
        package mutating func appendInterpolation(identifier name: String) {
            sql.append(literal: SQL.quoted(name))
        }
    }
}

/// Something that can stand as a part of a statement.
///
/// A protocol, so that a string literal in an interpolation is a `String` and thereby a bind.
package protocol SQLFragment {
    var sql: SQL { get }
}

extension SQL: SQLFragment {
    package var sql: SQL { self }
}
