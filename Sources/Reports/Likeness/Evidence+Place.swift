extension Evidence {
    /// Its place in `allCases`: comparing asks for it some thousand times a question, too often for a dictionary.
    package var place: Int {
        switch self {
        case .base: 0
        case .near: 1
        case .far: 2
        case .otherCategory: 3
        case .fresh: 4
        case .stale: 5
        case .closed: 6
        case .subject: 7
        case .otherSubject: 8
        case .words: 9
        case .coverage: 10
        case .letters: 11
        case .sameNumber: 12
        case .otherNumber: 13
        case .sameHouse: 14
        case .otherHouse: 15
        case .samePlate: 16
        case .otherPlate: 17
        case .samePlace: 18
        case .otherPlace: 19
        case .sameTrait: 20
        case .otherTrait: 21
        case .samePhoto: 22
        case .sameSender: 23
        }
    }
}
