import Geography

/// Pins and clusters that cells were drawn as.
struct Drawing: Sendable {
    private(set) var pins: [PinPlace] = []
    private(set) var clusters: [Cluster] = []

    /// Whether there is neither.
    var isEmpty: Bool { pins.isEmpty && clusters.isEmpty }

    /// Draws all that a walk has before it as pins.
    mutating func drawAll(_ walk: inout CellWalk) {
        pins.reserveCapacity(walk.remaining)
        walk.gatherAll(into: &pins)
    }

    /// Draws the cell that a walk has come to.
    mutating func draw(_ walk: inout CellWalk, by plan: CellPlan, at zoom: Int, _ names: SymbolTable) {
        if case .single = plan { return drawPins(&walk) }
        guard walk.mostMembers > 1 else { return drawPins(&walk) }
        if case .clustered(let clustering) = plan,
            let known = walk.knownCluster(opensBy: TileGrid.firstSingleZoom(clustering))
        {
            clusters.append(known)
            return
        }
        walk.count()
        guard walk.tally.count > 0 else { return }
        guard !plan.opens(walk.cell, count: walk.tally.count) else { return drawPins(&walk) }
        let (low, high) = walk.extremes()
        let opens = plan.opening(of: walk.cell, low: low, high: high, at: zoom)
        clusters.append(Cluster(of: walk.cell, walk.tally, opens: opens, categories: names))
    }

    private mutating func drawPins(_ walk: inout CellWalk) {
        walk.gather(into: &pins)
    }

    /// Leaves out what lies elsewhere.
    mutating func keep(pins isWanted: (PinPlace) -> Bool, clusters isWantedToo: (Cluster) -> Bool) {
        pins.removeAll { !isWanted($0) }
        clusters.removeAll { !isWantedToo($0) }
    }
}
