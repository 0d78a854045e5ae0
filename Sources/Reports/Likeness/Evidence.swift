/// What speaks for or against two reports being about one matter; each from 0, not heard, to about 1, as loud as can be.
package enum Evidence: String, CaseIterable, Sendable {
    /// What is said before anything is heard; always 1.
    case base
    /// How near they are, measured by how exact both places are.
    case near
    /// How much farther they are than that explains.
    case far
    /// How rarely people report one matter in both categories.
    case otherCategory = "other_category"
    /// How soon one came after the last sign of life of the other.
    case fresh
    /// How far the category's window is overstepped.
    case stale
    /// The other was closed before this one came.
    case closed
    /// How much of the things and troubles that both name is the same.
    case subject
    /// How little of it is the same.
    case otherSubject = "other_subject"
    /// Words that are not in every report, and stand in both.
    case words
    /// How much of what the shorter text says the other says too.
    case coverage
    /// How alike the texts are, letter by letter.
    case letters
    /// A thing of one sort has the same number: the same lamp.
    case sameNumber = "same_number"
    /// Things of one sort have other numbers: another lamp.
    case otherNumber = "other_number"
    case sameHouse = "same_house"
    /// Other houses, which may be neighbours.
    case otherHouse = "other_house"
    case samePlate = "same_plate"
    case otherPlate = "other_plate"
    /// Both say what stands near by, and it is the same.
    case samePlace = "same_place"
    /// Both say what stands near by, and it is something else.
    case otherPlace = "other_place"
    case sameTrait = "same_trait"
    /// Another colour, make, side or direction.
    case otherTrait = "other_trait"
    case samePhoto = "same_photo"
    case sameSender = "same_sender"

    /// The names of all.
    package static let names = Set(allCases.map(\.rawValue))

    /// The part of the explanation that it belongs to.
    package var part: LikenessPart {
        switch self {
        case .base: .base
        case .near, .far: .distance
        case .otherCategory: .category
        case .fresh, .stale, .closed: .time
        case .subject, .otherSubject, .words, .coverage, .letters: .text
        case .sameNumber, .otherNumber, .sameHouse, .otherHouse, .samePlate, .otherPlate: .numbers
        case .samePlace, .otherPlace, .sameTrait, .otherTrait: .names
        case .samePhoto: .photo
        case .sameSender: .sender
        }
    }
}

/// What a likeness is made of.
package enum LikenessPart: String, CaseIterable, Sendable {
    case base
    case distance
    case category
    case time
    case text
    case numbers
    case names
    case photo
    case sender
}
