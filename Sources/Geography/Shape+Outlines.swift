import CGEOS

/// One closed line of a shape's border, and which side of the shape it bounds.
package struct Outline: Sendable {
    /// Whether it is the outer border of a part, or that of a hole.
    package enum Side: Sendable {
        case exterior
        case hole
    }

    package let side: Side
    package let positions: [Metres]
}

extension Shape<Metres> {
    /// The borders of all areas of the shape, copied out of the library; none for points and lines.
    package func outlines() throws(GeometryError) -> [Outline] {
        var outlines: [Outline] = []
        // -1 is an exception.
        let count = unsafe GEOSGetNumGeometries_r(context.handle, pointer)
        guard count >= 0 else { throw context.failure("count of parts") }
        for index in 0..<count {
            // Belongs to the shape.
            let part = unsafe try context.pointer(GEOSGetGeometryN_r(context.handle, pointer, index), "part")
            guard unsafe GEOSGeomTypeId_r(context.handle, part) == CInt(GEOS_POLYGON.rawValue) else {
                continue
            }
            guard unsafe GEOSisEmpty_r(context.handle, part) == 0 else { continue }
            let shell = unsafe try context.pointer(GEOSGetExteriorRing_r(context.handle, part), "exterior")
            outlines.append(Outline(side: .exterior, positions: unsafe try positions(of: shell)))
            let holes = unsafe GEOSGetNumInteriorRings_r(context.handle, part)
            guard holes >= 0 else { throw context.failure("count of holes") }
            for hole in 0..<holes {
                let ring = unsafe try context.pointer(
                    GEOSGetInteriorRingN_r(context.handle, part, hole),
                    "hole"
                )
                outlines.append(Outline(side: .hole, positions: unsafe try positions(of: ring)))
            }
        }
        return outlines
    }

    private func positions(of ring: OpaquePointer) throws(GeometryError) -> [Metres] {
        // Belongs to the ring.
        let sequence = unsafe try context.pointer(GEOSGeom_getCoordSeq_r(context.handle, ring), "positions")
        var count: CUnsignedInt = 0
        guard unsafe GEOSCoordSeq_getSize_r(context.handle, sequence, &count) != 0 else {
            throw context.failure("count of positions")
        }
        var numbers = [Double](repeating: 0, count: 2 * Int(count))
        guard unsafe GEOSCoordSeq_copyToBuffer_r(context.handle, sequence, &numbers, 0, 0) != 0 else {
            throw context.failure("positions")
        }
        return stride(from: 0, to: numbers.count, by: 2).map { Metres(x: numbers[$0], y: numbers[$0 + 1]) }
    }
}
