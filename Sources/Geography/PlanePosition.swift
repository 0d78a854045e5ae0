/// A place that geometry can compute with: two finite numbers on a plane.
///
/// The kind of plane is the type: degrees (`Coordinate`) and metres (`Metres`) never meet in one geometry.
package protocol PlanePosition: Hashable, Sendable {
    /// To the east.
    var x: Double { get }
    /// To the north.
    var y: Double { get }
}
