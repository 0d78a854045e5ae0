import Geography

/// Pins and clusters that cells were drawn as.
struct Drawing: Sendable {
    private(set) var pins: [PinPlace] = []
    private(set) var clusters: [Cluster] = []
    /// What the clusters count by state, one after the other.
    private var states: [StateCount] = []

    /// Where clusters are wanted; nil for everywhere.
    private let frame: TileFrame?

    /// Nothing yet; of clusters, only those are wanted that lie in the buffer of `frame`.
    init(around frame: TileFrame? = nil) {
        self.frame = frame
    }

    /// Whether there is neither.
    var isEmpty: Bool { pins.isEmpty && clusters.isEmpty }

    /// Makes room for so many cells.
    mutating func reserve(cells: Int) {
        clusters.reserveCapacity(cells)
        states.reserveCapacity(4 * cells)
    }

    /// Draws all that a walk has before it as pins.
    mutating func drawAll(_ walk: inout CellWalk) {
        pins.reserveCapacity(walk.remaining)
        walk.gatherAll(into: &pins)
    }

    /// Draws the cell that a walk has come to.
    mutating func draw(_ walk: inout CellWalk, by plan: CellPlan, at zoom: Int) {
        guard walk.mostMembers > 1, !plan.hasOpened(walk.cell) else { return drawPins(&walk) }
        if let known = walk.knownCrowd() {
            let opens = plan.opening(of: walk.cell, divided: Int(known.mark.divided), at: zoom)
            return draw(known, of: walk.cell, walk.mostMembers, opens: opens)
        }
        walk.count()
        guard walk.tally.count > 1 else { return drawPins(&walk) }
        let divided = TileGrid.dividingZoom(low: walk.tally.low, high: walk.tally.high, after: zoom)
        let opens = plan.opening(of: walk.cell, divided: divided, at: zoom)
        draw(walk.tally, of: walk.cell, opens: opens, walk.categories)
    }

    /// Draws a cell of so many pins as it is known to be drawn.
    @inline(__always)
    private mutating func draw(_ known: CrowdWalk, of cell: Int64, _ count: Int, opens: Int?) {
        let mark = known.mark
        if let frame, !frame.position(x: mark.x, y: mark.y).isInBuffer { return }
        let first = Int32(truncatingIfNeeded: states.count)
        unsafe states.append(contentsOf: known.presentStates)
        clusters.append(
            Cluster(
                cell: cell,
                count: count,
                open: mark.open,
                x: mark.x,
                y: mark.y,
                states: first..<Int32(truncatingIfNeeded: states.count),
                category: mark.category,
                opens: opens.map { UInt8(clamping: $0) }
            )
        )
    }

    /// Draws a cell as what was counted in it, at least one pin.
    private mutating func draw(_ tally: borrowing Tally, of cell: Int64, opens: Int?, _ names: SymbolTable) {
        let (x, y) = tally.centre
        if let frame, !frame.position(x: x, y: y).isInBuffer { return }
        let first = Int32(truncatingIfNeeded: states.count)
        let open = tally.appendStates(to: &states)
        clusters.append(
            Cluster(
                cell: cell,
                count: tally.count,
                open: open,
                x: x,
                y: y,
                states: first..<Int32(truncatingIfNeeded: states.count),
                category: UInt16(truncatingIfNeeded: tally.leadingCategory(names)),
                opens: opens.map { UInt8(clamping: $0) }
            )
        )
    }

    /// Calls `body` with each state of a cluster and how many of it there are, those apart that `Cluster.open` tells.
    @inline(__always)
    func forEachState(of cluster: Cluster, _ body: (StateSlot, UInt32) -> Void) {
        for place in cluster.states {
            let state = states[Int(place)]
            if state.state != .open { body(state.state, state.count) }
        }
    }

    private mutating func drawPins(_ walk: inout CellWalk) {
        walk.gather(into: &pins)
    }

    /// Leaves out pins that lie elsewhere.
    mutating func keep(_ isWanted: (PinPlace) -> Bool) {
        pins.removeAll { !isWanted($0) }
    }
}
