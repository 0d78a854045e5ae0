/// Everything on one side of an upright or a level line.
///
/// What lies on the line counts as outside: a border that only touches it is cut there, so that what it parts stays
/// apart.
struct HalfPlane {
    /// The axis that the line crosses.
    private let isAcrossX: Bool
    /// Where it crosses it.
    private let limit: Int
    /// Whether smaller numbers are inside.
    private let isBelow: Bool

    static func west(of x: Int) -> HalfPlane { HalfPlane(isAcrossX: true, limit: x, isBelow: true) }
    static func east(of x: Int) -> HalfPlane { HalfPlane(isAcrossX: true, limit: x, isBelow: false) }
    static func north(of y: Int) -> HalfPlane { HalfPlane(isAcrossX: false, limit: y, isBelow: true) }
    static func south(of y: Int) -> HalfPlane { HalfPlane(isAcrossX: false, limit: y, isBelow: false) }

    /// Whether a position is inside, not on the line.
    @inline(__always)
    func contains(_ position: TilePosition) -> Bool {
        let across = isAcrossX ? position.x : position.y
        return isBelow ? across < limit : across > limit
    }

    /// Whether a position is on the line.
    func touches(_ position: TilePosition) -> Bool {
        (isAcrossX ? position.x : position.y) == limit
    }

    /// Where an edge from inside to outside leaves.
    func crossing(inside: TilePosition, outside: TilePosition) -> Crossing {
        isAcrossX
            ? Crossing(
                start: inside.y,
                rise: outside.y - inside.y,
                run: abs(outside.x - inside.x),
                distance: abs(limit - inside.x)
            )
            : Crossing(
                start: inside.x,
                rise: outside.x - inside.x,
                run: abs(outside.y - inside.y),
                distance: abs(limit - inside.y)
            )
    }

    /// The position of a crossing, in whole units.
    func position(_ crossing: Crossing) -> TilePosition {
        isAcrossX
            ? TilePosition(x: limit, y: crossing.rounded)
            : TilePosition(x: crossing.rounded, y: limit)
    }
}

/// Where an edge crosses a line, kept as an exact fraction along it.
struct Crossing {
    private let whole: Int
    private let remainder: Int
    private let rise: Int
    private let run: Int
    /// The nearest whole unit, the greater one of two.
    let rounded: Int

    /// A crossing of an edge that has risen by `rise` along the line once it has run `run` across it, after
    /// `distance` of the run.
    ///
    /// - Precondition: `run` is positive.
    init(start: Int, rise: Int, run: Int, distance: Int) {
        let product = Int128(rise) * Int128(distance)
        let (quotient, rest) = product.flooredQuotientAndRemainder(dividingBy: Int128(run))
        whole = start + Int(quotient)
        remainder = Int(rest)
        self.rise = rise
        self.run = run
        rounded = remainder >= run - remainder ? whole + 1 : whole
    }

    /// The order along the line; of two edges that cross in one place, the order just before it, on the inside.
    static func < (left: Crossing, right: Crossing) -> Bool {
        if left.whole != right.whole { return left.whole < right.whole }
        let place = (Int128(left.remainder) * Int128(right.run), Int128(right.remainder) * Int128(left.run))
        if place.0 != place.1 { return place.0 < place.1 }
        return Int128(left.rise) * Int128(right.run) > Int128(right.rise) * Int128(left.run)
    }
}

extension Int128 {
    fileprivate func flooredQuotientAndRemainder(dividingBy divisor: Int128) -> (Int128, Int128) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
