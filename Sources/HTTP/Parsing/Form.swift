/// Reads a body of `application/x-www-form-urlencoded` (WHATWG URL §5.1); a bad escape is an error.
package enum Form {
    /// The form's fields in order.
    package static func parse(_ bytes: [UInt8], limits: FormLimits = .standard) throws(FormError) -> Query {
        try Query(parsing: bytes[...], limits: limits)
    }
}
