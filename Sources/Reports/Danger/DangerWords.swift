package import Formats

/// What a text says of a danger that can't wait for a report.
package struct DangerFinding: Sendable, Equatable {
    /// The words that say it, as they are compared: small letters without diacritics.
    package let phrase: String
    /// Whom to call: `112`, `992`.
    package let numbers: [String]
    package let advice: LocalizedText
}

/// The words by which a city knows that somebody writes of a danger, and those by which it knows that they don't.
package struct DangerWords: Sendable, Equatable {
    /// One danger: how people write of it and what they must do.
    struct Entry: Sendable, Equatable {
        let emergency: EmergencyAdvice
        let phrases: [DangerPhrase]
        /// Words that make something else of the phrases when they touch them: 'gaz pieprzowy'.
        let except: [DangerPhrase]
    }

    /// Words before a phrase that make it a mention in passing.
    struct Lead: Sendable, Equatable {
        let phrase: DangerPhrase
        /// Whether other words may stand in between.
        let isFar: Bool
    }

    private struct Candidate: Sendable, Equatable {
        let entry: Int
        let phrase: DangerPhrase
    }

    /// How many words a mention in passing may lie away from the phrase.
    private static let reach = 5
    /// A phrase to look for has at most so many words, gaps included.
    private static let longest = 16

    private let entries: [Entry]
    /// What makes a mention in passing before a phrase: 'żeby nie było'.
    private let before: [Lead]
    /// And after it: 'w zeszłym roku'.
    private let after: [DangerPhrase]
    /// The phrases by the byte with which their first word begins.
    private let candidates: [UInt8: [Candidate]]

    /// No words: nothing is a danger.
    package static let none = DangerWords([], before: [], after: [])

    init(_ entries: [Entry], before: [Lead], after: [DangerPhrase]) {
        self.entries = entries
        self.before = before
        self.after = after
        var candidates: [UInt8: [Candidate]] = [:]
        for (index, entry) in entries.enumerated() {
            for phrase in entry.phrases {
                for byte in phrase.firstBytes {
                    candidates[byte, default: []].append(Candidate(entry: index, phrase: phrase))
                }
            }
        }
        self.candidates = candidates
    }

    /// The first danger that a text tells of; nil if it tells of none, or only in passing.
    package func finding(in text: String) -> DangerFinding? {
        guard !entries.isEmpty else { return nil }
        let text = DangerText(text)
        for start in text.words.indices {
            guard let first = text.words[start].first else { continue }
            for candidate in candidates[first] ?? [] {
                guard let end = candidate.phrase.end(in: text, from: start) else { continue }
                let entry = entries[candidate.entry]
                guard !isTouched(start..<end, by: entry.except, in: text), !isPassing(start..<end, in: text)
                else { continue }
                return DangerFinding(
                    phrase: String(
                        decoding: Array(text.words[start..<end].joined(separator: [0x20])),
                        as: UTF8.self
                    ),
                    numbers: entry.emergency.numbers,
                    advice: entry.emergency.advice
                )
            }
        }
        return nil
    }

    /// Whether a phrase covers or touches some words of the same sentence.
    private func isTouched(_ range: Range<Int>, by phrases: [DangerPhrase], in text: DangerText) -> Bool {
        guard !phrases.isEmpty else { return false }
        let last = min(range.upperBound, text.words.count - 1)
        for start in max(0, range.lowerBound - DangerWords.longest)...last
        where text.sentences[start] == text.sentences[range.lowerBound] {
            for phrase in phrases {
                if let end = phrase.end(in: text, from: start), end >= range.lowerBound { return true }
            }
        }
        return false
    }

    private func isPassing(_ range: Range<Int>, in text: DangerText) -> Bool {
        let sentence = text.sentences[range.lowerBound]
        let earliest = max(0, range.lowerBound - DangerWords.reach - DangerWords.longest)
        for start in earliest..<range.lowerBound where text.sentences[start] == sentence {
            for lead in before {
                guard let end = lead.phrase.end(in: text, from: start) else { continue }
                if end + (lead.isFar ? DangerWords.reach : 0) >= range.lowerBound { return true }
            }
        }
        let latest = min(range.upperBound + DangerWords.reach, text.words.count - 1)
        guard range.lowerBound < latest else { return false }
        for start in range.lowerBound...latest where text.sentences[start] == sentence {
            if after.contains(where: { $0.end(in: text, from: start) != nil }) { return true }
        }
        return false
    }
}
