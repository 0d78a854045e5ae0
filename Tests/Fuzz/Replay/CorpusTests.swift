import Foundation
import FuzzProperties
import Testing

@Suite struct CorpusTests {
    /// A committed input: a seed, or bytes that once broke a parser.
    struct Input: CustomTestStringConvertible, Sendable {
        let property: FuzzProperty
        let file: URL

        var testDescription: String { "\(property.name)/\(file.lastPathComponent)" }
    }

    private static let corpus = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpus")

    private static func inputs(of property: FuzzProperty) -> [Input] {
        let folder = corpus.appending(path: property.name)
        let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (files ?? []).map { Input(property: property, file: $0) }
    }

    @Test(arguments: FuzzProperty.all.flatMap(inputs))
    func `an input of the corpus keeps its parser's promises`(_ input: Input) throws {
        let bytes = [UInt8](try Data(contentsOf: input.file))
        let fault = input.property.fault(bytes)
        #expect(fault == nil)
    }

    @Test func `every parser has a corpus`() {
        let empty = FuzzProperty.all.filter { Self.inputs(of: $0).isEmpty }.map(\.name)
        #expect(empty.isEmpty)
    }
}
