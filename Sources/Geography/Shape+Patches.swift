import CGEOS

/// A connected piece of an area: how large it is, how wide, and a place within it.
package struct ShapePatch: Hashable, Sendable {
    /// In the square of the plane's unit.
    package let area: Double
    /// How wide it is at its widest, in the plane's unit; for a sliver, how wide it is on average.
    package let width: Double
    /// A place within the patch.
    package let x: Double
    /// A place within the patch.
    package let y: Double
}

extension Shape {
    /// The area that its pieces cover together, each place once.
    package func dissolved() throws(GeometryError) -> Shape {
        try unsafe Shape(owning: GEOSUnaryUnion_r(context.handle, pointer), of: "union", in: context)
    }

    /// The areas that the shape is made of; lines and points are passed over.
    package func patches() throws(GeometryError) -> [ShapePatch] {
        var patches: [ShapePatch] = []
        for index in 0..<(try partCount()) {
            // Lent by the shape.
            let part = unsafe try context.pointer(GEOSGetGeometryN_r(context.handle, pointer, index), "part")
            let isEmpty = try context.truth(unsafe GEOSisEmpty_r(context.handle, part), "emptiness")
            guard unsafe isPolygon(part), !isEmpty else { continue }
            unsafe patches.append(try patch(part))
        }
        return patches
    }

    /// What its areas leave open between them: each hole without what lies in it, for a dissolved shape.
    package func gaps() throws(GeometryError) -> [ShapePatch] {
        var outlines: [OpaquePointer?] = unsafe []
        for index in 0..<(try partCount()) {
            // Parts and rings are lent by the shape.
            let part = unsafe try context.pointer(GEOSGetGeometryN_r(context.handle, pointer, index), "part")
            guard unsafe isPolygon(part) else { continue }
            do {
                let ring = unsafe try context.pointer(
                    GEOSGetExteriorRing_r(context.handle, part),
                    "outline"
                )
                // The polygon owns the copy of the ring, also when it fails.
                let filled = unsafe try context.pointer(
                    GEOSGeom_createPolygon_r(context.handle, GEOSGeom_clone_r(context.handle, ring), nil, 0),
                    "polygon"
                )
                unsafe outlines.append(filled)
            } catch {
                unsafe outlines.forEach { unsafe GEOSGeom_destroy_r(context.handle, $0) }
                throw error
            }
        }
        // The collection owns its parts, also when it fails.
        let collection = try unsafe Shape(
            owning: GEOSGeom_createCollection_r(
                context.handle,
                CInt(GEOS_MULTIPOLYGON.rawValue),
                &outlines,
                CUnsignedInt(outlines.count)
            ),
            of: "collection",
            in: context
        )
        let filled = try collection.dissolved()
        return try unsafe Shape(
            owning: GEOSDifference_r(context.handle, filled.pointer, pointer),
            of: "difference",
            in: context
        ).patches()
    }

    private func partCount() throws(GeometryError) -> CInt {
        // -1 for an exception.
        let count = unsafe GEOSGetNumGeometries_r(context.handle, pointer)
        guard count >= 0 else { throw context.failure("parts") }
        return count
    }

    private func isPolygon(_ part: OpaquePointer) -> Bool {
        unsafe GEOSGeomTypeId_r(context.handle, part) == CInt(GEOS_POLYGON.rawValue)
    }

    private func patch(_ polygon: OpaquePointer) throws(GeometryError) -> ShapePatch {
        let area = try context.number("area") { unsafe GEOSArea_r(context.handle, polygon, &$0) }
        let border = try context.number("length") { unsafe GEOSLength_r(context.handle, polygon, &$0) }
        let inside = unsafe try context.pointer(
            GEOSPointOnSurface_r(context.handle, polygon),
            "place inside"
        )
        defer { unsafe GEOSGeom_destroy_r(context.handle, inside) }
        let isEmpty = try context.truth(unsafe GEOSisEmpty_r(context.handle, inside), "emptiness")
        guard !isEmpty else { return ShapePatch(area: area, width: 0, x: 0, y: 0) }
        return ShapePatch(
            area: area,
            width: unsafe try width(of: polygon, onAverage: border > 0 ? 2 * area / border : 0),
            x: try context.number("x") { unsafe GEOSGeomGetX_r(context.handle, inside, &$0) },
            y: try context.number("y") { unsafe GEOSGeomGetY_r(context.handle, inside, &$0) }
        )
    }

    /// The diameter of the largest circle within; searching it in a long sliver would take the library for ever.
    private func width(of polygon: OpaquePointer, onAverage average: Double) throws(GeometryError) -> Double {
        guard average > 1 else { return average }
        let radius = unsafe try context.pointer(
            GEOSMaximumInscribedCircle_r(context.handle, polygon, average / 20),
            "width"
        )
        defer { unsafe GEOSGeom_destroy_r(context.handle, radius) }
        return 2 * (try context.number("length") { unsafe GEOSLength_r(context.handle, radius, &$0) })
    }
}
