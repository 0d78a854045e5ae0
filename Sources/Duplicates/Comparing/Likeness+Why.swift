package import Formats
import Reports

extension Likeness {
    /// A sentence to whoever asks: what speaks for it, then what speaks against it.
    ///
    /// It quotes nothing, so it says no more of a report than that something in it is the same.
    package var why: LocalizedText {
        let phrases = phrases
        return LocalizedText(
            pl: phrases.map(\.pl).joined(separator: ", "),
            en: phrases.map(\.en).joined(separator: ", ")
        )
    }

    private var phrases: [LocalizedText] {
        var phrases: [LocalizedText] = [evidence[.otherCategory] == 0 ? .sameCategory : .otherCategory]
        phrases.append(evidence[.closed] > 0 ? .closed : evidence[.fresh] >= 0.5 ? .fresh : .open)
        if evidence[.samePlate] > 0 { phrases.append(.samePlate) }
        if evidence[.sameNumber] + evidence[.sameHouse] > 0 { phrases.append(.sameNumber) }
        if evidence[.samePlace] >= 0.25 { phrases.append(.samePlace) }
        if evidence[.sameTrait] > 0 { phrases.append(.sameTrait) }
        if evidence[.subject] >= 0.4 || evidence[.words] >= 0.4 { phrases.append(.sameWords) }
        if evidence[.samePhoto] >= 0.3 { phrases.append(.samePhoto) }
        if evidence[.sameSender] > 0 { phrases.append(.sameSender) }
        if evidence[.otherPlate] > 0 { phrases.append(.otherPlate) }
        if evidence[.otherNumber] + evidence[.otherHouse] > 0 { phrases.append(.otherNumber) }
        if evidence[.otherTrait] >= 0.5 { phrases.append(.otherTrait) }
        if evidence[.otherPlace] > 0 { phrases.append(.otherPlace) }
        if evidence[.otherSubject] >= 0.5 { phrases.append(.otherWords) }
        return phrases
    }
}

extension LocalizedText {
    fileprivate static let sameCategory = LocalizedText(pl: "ta sama kategoria", en: "the same category")
    fileprivate static let otherCategory = LocalizedText(pl: "inna kategoria", en: "another category")
    fileprivate static let fresh = LocalizedText(pl: "otwarte, niedawne", en: "open, recent")
    fileprivate static let open = LocalizedText(pl: "otwarte", en: "open")
    fileprivate static let closed = LocalizedText(pl: "już zamknięte", en: "closed already")
    fileprivate static let sameWords = LocalizedText(pl: "podobna treść", en: "similar words")
    fileprivate static let otherWords = LocalizedText(pl: "inna treść", en: "other words")
    fileprivate static let sameNumber = LocalizedText(pl: "ten sam numer", en: "the same number")
    fileprivate static let otherNumber = LocalizedText(pl: "inny numer", en: "another number")
    fileprivate static let samePlate = LocalizedText(pl: "te same tablice", en: "the same plate")
    fileprivate static let otherPlate = LocalizedText(pl: "inne tablice", en: "another plate")
    fileprivate static let samePlace = LocalizedText(
        pl: "to samo miejsce w opisie",
        en: "the same place by its words"
    )
    fileprivate static let otherPlace = LocalizedText(
        pl: "inne miejsce w opisie",
        en: "another place by its words"
    )
    fileprivate static let sameTrait = LocalizedText(pl: "te same cechy", en: "the same features")
    fileprivate static let otherTrait = LocalizedText(pl: "inne cechy", en: "other features")
    fileprivate static let samePhoto = LocalizedText(pl: "podobne zdjęcie", en: "a similar photo")
    fileprivate static let sameSender = LocalizedText(pl: "ten sam zgłaszający", en: "the same sender")
}
