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
            guard isWanted(known.mark) else { return }
            let opens = plan.opening(of: walk.cell, divided: Int(known.mark.divided), at: zoom)
            let first = states.count
            unsafe states.append(contentsOf: known.presentStates)
            return draw(known.mark, of: walk.cell, walk.mostMembers, statesFrom: first, opens: opens)
        }
        walk.count()
        guard walk.tally.count > 1 else { return drawPins(&walk) }
        let divided = TileGrid.dividingZoom(low: walk.tally.low, high: walk.tally.high, after: zoom)
        let opens = plan.opening(of: walk.cell, divided: divided, at: zoom)
        let first = states.count
        let mark = walk.tally.mark(walk.categories, divided: divided, appendingTo: &states)
        if isWanted(mark) { draw(mark, of: walk.cell, walk.tally.count, statesFrom: first, opens: opens) }
    }

    @inline(__always)
    private func isWanted(_ mark: CrowdSums.Mark) -> Bool {
        frame?.position(x: mark.x, y: mark.y).isInBuffer ?? true
    }

    /// Draws a cell of so many pins as a mark whose states have been appended.
    @inline(__always)
    private mutating func draw(
        _ mark: CrowdSums.Mark,
        of cell: Int64,
        _ count: Int,
        statesFrom first: Int,
        opens: Int?
    ) {
        clusters.append(
            Cluster(
                cell: cell,
                count: count,
                open: mark.open,
                x: mark.x,
                y: mark.y,
                states: Int32(truncatingIfNeeded: first)..<Int32(truncatingIfNeeded: states.count),
                category: mark.category,
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
