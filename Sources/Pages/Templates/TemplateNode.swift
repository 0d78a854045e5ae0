/// A part of a template in one language: its messages have become text.
indirect enum TemplateNode: Sendable, Equatable {
    /// Bytes that are written as they are.
    case bytes([UInt8])
    /// What a name stands for.
    case value(TemplateName)
    /// The wording that suits a count.
    case plural([PluralForm: [TemplateNode]], TemplateName)
    /// Written if a name stands for something, once for each element of a list.
    case section(TemplateName, [TemplateNode])
    /// Written if a name stands for nothing.
    case absence(TemplateName, [TemplateNode])
}

extension TemplateNode {
    /// A message as nodes, its own text escaped unless it is markup.
    static func nodes(of message: MessageText) -> [TemplateNode] {
        message.pieces.compactMap { piece in
            switch piece {
            case .text(let text):
                var bytes: [UInt8] = []
                if message.isMarkup {
                    bytes.append(contentsOf: text.utf8)
                } else {
                    bytes.appendHTMLEscaped(text)
                }
                return .bytes(bytes)
            case .name(let name):
                return TemplateName(name).map { .value($0) }
            }
        }
    }
}

extension [UInt8] {
    /// Appends a text as the content of an element or of a quoted attribute.
    package mutating func appendHTMLEscaped(_ text: some StringProtocol) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "\""): append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): append(contentsOf: "&#39;".utf8)
            default: append(byte)
            }
        }
    }
}
