/// Reads a JSON object field by field and collects every problem, so that a client learns all at once.
///
/// A field that is wrong reads as nil and leaves a problem behind; one that is read counts as known,
/// and the rest is reported when the object has been read.
package struct FieldReader {
    /// Whether a field must be there; an optional field may also be `null`.
    package enum Presence: Sendable {
        case required
        case optional
    }

    private static let problemLimit = 32
    private static let unknownLimit = 8

    /// What has been found wrong so far, at most 32 problems.
    package private(set) var problems: [FieldProblem] = []
    let pointer: FieldPointer
    private let object: JSONObject
    private var known: [String] = []

    init(_ object: JSONObject, pointer: FieldPointer) {
        self.object = object
        self.pointer = pointer
    }

    /// Makes a value out of an object, or throws everything that was wrong with it.
    ///
    /// - Parameters:
    ///   - json: the value that must be an object.
    ///   - body: reads the fields; it may return nil only where it left a problem behind.
    /// - Returns: what the body made of the fields.
    /// - Throws: the problems, when there is at least one.
    package static func read<Value>(
        _ json: JSON,
        _ body: (inout FieldReader) -> Value?
    ) throws(FieldProblems) -> Value {
        guard case .object(let object) = json else {
            throw FieldProblems([
                FieldProblem(pointer: FieldPointer.root.text, code: .type, detail: FieldWording.object)
            ])
        }
        var reader = FieldReader(object, pointer: .root)
        let value = body(&reader)
        reader.reportUnknown()
        if let value, reader.problems.isEmpty { return value }
        if reader.problems.isEmpty {
            reader.report(at: .root, .format, FieldWording.unusable)
        }
        throw FieldProblems(reader.problems)
    }

    /// Adds a problem of the caller's own about a field.
    package mutating func report(_ name: String, _ code: FieldProblem.Code, _ detail: LocalizedText) {
        report(at: pointer.member(name), code, detail)
    }

    mutating func report(at pointer: FieldPointer, _ code: FieldProblem.Code, _ detail: LocalizedText) {
        guard problems.count < Self.problemLimit else { return }
        problems.append(FieldProblem(pointer: pointer.text, code: code, detail: detail))
    }

    /// The value of a field; nil if it is absent, which is a problem for a required one.
    mutating func take(_ name: String, _ presence: Presence) -> JSON? {
        known.append(name)
        if let value = object[name], value != .null { return value }
        if presence == .required {
            report(name, .missing, FieldWording.missing)
        }
        return nil
    }

    /// Reads an object inside this one with a reader of its own.
    mutating func descend<Value>(
        into object: JSONObject,
        at pointer: FieldPointer,
        _ body: (inout FieldReader) -> Value?
    ) -> Value? {
        var reader = FieldReader(object, pointer: pointer)
        let value = body(&reader)
        reader.reportUnknown()
        if value == nil, reader.problems.isEmpty {
            report(at: pointer, .format, FieldWording.unusable)
        }
        for problem in reader.problems where problems.count < Self.problemLimit {
            problems.append(problem)
        }
        return reader.problems.isEmpty ? value : nil
    }

    private mutating func reportUnknown() {
        let unknown = object.members.lazy.map(\.name).filter { [known] in !known.contains($0) }
        for name in unknown.prefix(Self.unknownLimit) {
            report(name, .unknown, FieldWording.unknown(nearest: NearestName.of(name, among: known)))
        }
    }
}
