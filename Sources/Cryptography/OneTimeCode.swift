/// The codes that an authenticator shows: six digits, another every 30 seconds (RFC 6238, with SHA-1).
package struct OneTimeCode: Sendable {
    /// How many digits a code has.
    package static let digits = 6
    /// How many seconds a code is shown.
    package static let period: Int64 = 30
    /// How many bytes a secret has (RFC 4226, section 4, R6).
    package static let secretByteCount = 20
    /// By how many steps the two clocks may differ, either way.
    private static let tolerance: Int64 = 1

    private let secret: SecretKey

    /// The codes of a secret.
    package init(secret: SecretKey) {
        self.secret = secret
    }

    /// The step to which a text is the code; nil if it is none of this moment, or was taken already.
    ///
    /// Whoever keeps the step, and gives it as the last one the next time, takes no code twice.
    ///
    /// - Parameters:
    ///   - text: what was typed, without spaces.
    ///   - seconds: the moment, since 1970.
    ///   - last: the step that was taken last; nil if none was.
    /// - Returns: the step, to be kept.
    package func step(of text: String, at seconds: Int64, after last: Int64?) -> Int64? {
        let typed = Array(text.utf8)
        let now = seconds / OneTimeCode.period
        var found: Int64?
        // All are compared, so that the time says nothing of which one it was.
        for step in (now - OneTimeCode.tolerance)...(now + OneTimeCode.tolerance) {
            let isRight = ConstantTime.areEqual(typed, Array(code(at: step).utf8))
            if isRight, last.map({ step > $0 }) ?? true { found = step }
        }
        return found
    }

    /// The code that is shown at a moment, in seconds since 1970.
    package func code(atSecond seconds: Int64) -> String {
        code(at: seconds / OneTimeCode.period)
    }

    /// The code of a step (RFC 4226, section 5.3).
    private func code(at step: Int64) -> String {
        let message = stride(from: Int64(56), through: 0, by: -8).map {
            UInt8(truncatingIfNeeded: step >> $0)
        }
        let hash = HMACSHA1.code(of: message, key: secret)
        let offset = Int(hash[SHA1.byteCount - 1] & 0xF)
        let number = hash[offset..<(offset + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let code = String((number & 0x7FFF_FFFF) % 1_000_000)
        return String(repeating: "0", count: OneTimeCode.digits - code.utf8.count) + code
    }
}
