package import Geography

/// What became different on the map.
package enum MapChange: Sendable {
    /// Reports that lie at these places, or lay there before.
    case places(Set<MortonKey>)
    /// Perhaps everything: the map was filled anew, a category was withheld, a day began.
    case everything
}
