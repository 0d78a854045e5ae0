import Cryptography
import Ledger

/// How much a caller's lists show, as a number that is another where more or less is shown.
///
/// The cursors of the changes are bound to it: when a category becomes one for staff alone, no report of it changes, yet
/// who keeps a copy has to forget them all. So their cursor counts no more, and they begin anew.
struct ListView: Equatable {
    let stamp: UInt64

    /// - Parameters:
    ///   - audience: who asks.
    ///   - wordless: the codes of the categories whose words nobody but staff reads.
    init(of audience: Audience, wordless: [String]) {
        let parts: [String] =
            switch audience {
            case .staff(let unit): ["staff", unit ?? ""]
            case .desk(let unit): ["desk", unit]
            case .unit(let unit, let withheld):
                ["unit", unit] + withheld.sorted() + [""] + wordless.sorted()
            case .everyone(let withheld): ["everyone"] + withheld.sorted() + [""] + wordless.sorted()
            }
        var hash = SHA256()
        for part in parts { hash.update(Array(part.utf8) + [0]) }
        stamp = hash.digest().words.first
    }
}
