/// A text with slots: a street, a house number, or one of several words.
struct SeedTemplate {
    private enum Piece {
        case words([UInt8])
        case street
        case number
        case part(Int)
    }

    private var pieces: [Piece] = []
    /// Whether the text asks or warns by itself, so that nothing need be added.
    private(set) var isComplete = false

    /// Reads a text; the error is the name of a slot that doesn't exist.
    init(_ text: String, parts: [String: Int]) throws(SeedDataError) {
        var words: [UInt8] = []
        var slot: [UInt8]?
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "{"):
                if !words.isEmpty { pieces.append(.words(words)) }
                words = []
                slot = []
            case UInt8(ascii: "}"):
                let name = String(decoding: slot ?? [], as: UTF8.self)
                slot = nil
                switch name {
                case "street": pieces.append(.street)
                case "number": pieces.append(.number)
                default:
                    guard let part = parts[name] else { throw .unknownSlot(name, text: text) }
                    pieces.append(.part(part))
                    if name == "ask" || name == "hurt" { isComplete = true }
                }
            default:
                if slot == nil { words.append(byte) } else { slot?.append(byte) }
            }
        }
        if !words.isEmpty { pieces.append(.words(words)) }
    }

    /// Appends the text with its slots filled.
    func write(
        to bytes: inout [UInt8],
        street: [UInt8],
        number: Int,
        parts: [[[UInt8]]],
        _ random: inout SeedRandom
    ) {
        let start = bytes.count
        for piece in pieces {
            switch piece {
            case .words(let words): bytes.append(contentsOf: words)
            case .street: bytes.append(contentsOf: street)
            case .number: bytes.append(contentsOf: String(number).utf8)
            case .part(let part): bytes.append(contentsOf: parts[part][random.below(parts[part].count)])
            }
        }
        // A slot may begin the sentence; the words in slots begin with plain Latin letters.
        if start < bytes.count, bytes[start] >= UInt8(ascii: "a"), bytes[start] <= UInt8(ascii: "z") {
            bytes[start] -= 32
        }
    }
}
