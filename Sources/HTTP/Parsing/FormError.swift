/// Why bytes are not a query or a form that we take.
package enum FormError: Error, Equatable {
    case tooManyFields
    case nameTooLong
    case valueTooLong
    case badEscape
    case notUTF8
    case containsNUL

    init(_ failure: PercentDecoding.Failure) {
        switch failure {
        case .badEscape: self = .badEscape
        case .notUTF8: self = .notUTF8
        case .containsNUL: self = .containsNUL
        }
    }
}
