package import Geography

/// What became different on the map.
package enum MapChange: Sendable {
    /// Reports that lie at these places, or lay there before.
    case places(Set<MortonKey>)
    /// Perhaps everything: the map was filled anew, a category was withheld, a day began.
    case everything
}

/// Told what became different, with the first snapshot that shows it, by the thread that changed it; it must not wait.
package typealias MapChangeHandler = @Sendable (_ change: MapChange, _ snapshot: Snapshot) -> Void
