import Reports

extension FuzzProperty {
    /// Whatever is written is masked once and for all: a second masking finds nothing more, and no address is left.
    package static let masking = FuzzProperty("masking") { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        let once = Masking.masked(text)
        if Masking.masked(once) != once { return "a second masking found more" }
        var digits = 0
        for byte in once.utf8 {
            digits = (0x30...0x39).contains(byte) ? digits + 1 : 0
            if digits == 9 { return longNumber(in: once) }
        }
        return nil
    }

    /// Nine digits and more are left only behind the dot of a coordinate.
    private static func longNumber(in text: String) -> String? {
        let runs = text.split { !$0.isASCII || !$0.isNumber && $0 != "." }
        for run in runs {
            let parts = run.split(separator: ".", omittingEmptySubsequences: false)
            for (index, part) in parts.enumerated() where part.count >= 9 {
                if index == 0 || parts[index - 1].count != 2 { return "a long number was left" }
            }
        }
        return nil
    }
}
