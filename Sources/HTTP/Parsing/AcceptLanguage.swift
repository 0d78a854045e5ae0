package import Formats

/// Reads `Accept-Language` (RFC 9110 §12.5.4).
package enum AcceptLanguage {
    /// The language of ours that the reader likes best, any region of it; nil if the header names none.
    package static func preferred(_ header: String) -> Language? {
        var best: (language: Language, quality: Int)?
        for choice in QualityList(parsing: header).choices where choice.quality > best?.quality ?? 0 {
            let primary = choice.value.prefix { $0 != "-" }
            if let language = Language(rawValue: String(primary)) {
                best = (language, choice.quality)
            }
        }
        return best?.language
    }
}
