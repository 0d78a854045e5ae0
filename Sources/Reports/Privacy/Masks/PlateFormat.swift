/// The letters of a county and what follows them, looked at as a plate.
struct PlateFormat {
    private let county: String
    private let rest: String
    private let isUpper: Bool
    private let isJoined: Bool
    /// Whether a word before it says that a plate comes.
    private let isAnnounced: Bool
    /// The rest with N for each digit and L for each letter.
    private let shape: String

    /// All in capitals, however it was written; `isUpper` says how.
    init(_ county: String, _ rest: String, isUpper: Bool, isJoined: Bool, _ isAnnounced: Bool) {
        self.county = county
        self.rest = rest
        self.isUpper = isUpper
        self.isJoined = isJoined
        self.isAnnounced = isAnnounced
        shape = String(decoding: rest.utf8.map { $0 < 0x41 ? 0x4E : 0x4C } as [UInt8], as: UTF8.self)
    }

    var hasLetters: Bool { shape.contains("L") }

    /// Whether it is one, as far as letters and digits can say.
    var isPlate: Bool {
        guard (4...5).contains(rest.utf8.count), PlateCounties.all.contains(county) else { return false }
        let isLong = rest.utf8.count == 5
        let shapes =
            county.utf8.count == 2
            ? (isLong ? PlateFormat.longOfTwo : PlateFormat.shortOfTwo)
            : (isLong ? PlateFormat.longOfThree : PlateFormat.shortOfThree)
        guard shapes.contains(shape) else { return false }
        if isAnnounced { return true }
        if PlateCounties.words.contains(county) { return isUpper && isJoined }
        let isLocal = county.hasPrefix("K")
        if isUpper {
            // 'PZ 1200' may be anything.
            return isLong || county.utf8.count == 3 || isJoined && shape == "NNNN" || isLocal && !isMeasure
        }
        if isJoined { return isLong && !isMeasure || county.utf8.count == 3 && !isMeasure }
        if county == "KR" || county == "KK" { return isLong }
        return isLocal && !isMeasure && (isLong || county.utf8.count == 3)
            || isLong && (shape == "NLNNN" || shape == "NLLNN")
    }

    /// Whether it ends like a number with its unit: `100KM`, `120M`.
    private var isMeasure: Bool {
        guard shape.hasPrefix("NN") else { return false }
        let letters = rest.drop { $0.isNumber }
        return PlateFormat.units.contains(String(letters))
    }

    /// Whether it has the shape of a plate that somebody has chosen: a letter, a digit, three to five letters.
    static func isChosen(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard (5...7).contains(bytes.count), bytes[0] >= 0x41, bytes[1] < 0x41 else { return false }
        return bytes[2...4].allSatisfy { $0 >= 0x41 }
    }

    private static let units: Set<String> = [
        "M", "G", "L", "T", "W", "H", "R", "KM", "CM", "MM", "KG", "ML", "ZL", "KW", "GR", "LM",
    ]
    private static let longOfTwo: Set<String> = ["NNNNN", "NNNNL", "NNNLL", "NLNNN", "NLLNN"]
    private static let shortOfTwo: Set<String> = ["NNNN", "NNNL", "NNLN", "NLNN", "LNNN"]
    private static let longOfThree: Set<String> = ["NNNNN", "NNNNL", "NNNLL"]
    private static let shortOfThree: Set<String> = ["LNNN", "NNLN", "NLNN", "NNLL", "NLLN", "LLNN", "LNNL"]
}
