import CGEOS

extension GeometryContext {
    /// A new C geometry that the caller must destroy.
    func build<Position>(_ geometry: Geometry<Position>) throws(GeometryError) -> OpaquePointer {
        switch geometry {
        case .point(let position):
            unsafe try point(position)
        case .lineString(let line):
            unsafe try lineString(line)
        case .polygon(let area):
            unsafe try polygon(area)
        case .multiPoint(let positions):
            unsafe try collection(GEOS_MULTIPOINT, of: positions, each: point)
        case .multiLineString(let lines):
            unsafe try collection(GEOS_MULTILINESTRING, of: lines, each: lineString)
        case .multiPolygon(let areas):
            unsafe try collection(GEOS_MULTIPOLYGON, of: areas, each: polygon)
        }
    }

    func point(_ position: some PlanePosition) throws(GeometryError) -> OpaquePointer {
        unsafe try pointer(GEOSGeom_createPointFromXY_r(handle, position.x, position.y), "point")
    }

    private func lineString<Position>(_ line: LineString<Position>) throws(GeometryError) -> OpaquePointer {
        // The new geometry owns the sequence, also when it fails.
        unsafe try pointer(GEOSGeom_createLineString_r(handle, sequence(line.positions)), "line")
    }

    private func ring<Position>(_ ring: LinearRing<Position>) throws(GeometryError) -> OpaquePointer {
        unsafe try pointer(GEOSGeom_createLinearRing_r(handle, sequence(ring.positions)), "ring")
    }

    private func polygon<Position>(_ area: Polygon<Position>) throws(GeometryError) -> OpaquePointer {
        var holes = unsafe try parts(of: area.holes, each: ring)
        let shell: OpaquePointer
        do {
            unsafe shell = try ring(area.exterior)
        } catch {
            unsafe destroy(holes)
            throw error
        }
        // The new geometry owns its rings, also when it fails.
        return unsafe try pointer(
            GEOSGeom_createPolygon_r(handle, shell, &holes, CUnsignedInt(holes.count)),
            "polygon"
        )
    }

    private func collection<Part>(
        _ kind: GEOSGeomTypes,
        of parts: [Part],
        each make: (Part) throws(GeometryError) -> OpaquePointer
    ) throws(GeometryError) -> OpaquePointer {
        var made = unsafe try self.parts(of: parts, each: make)
        // The new geometry owns its parts, also when it fails.
        return unsafe try pointer(
            GEOSGeom_createCollection_r(handle, CInt(kind.rawValue), &made, CUnsignedInt(made.count)),
            "collection"
        )
    }

    /// Makes every part or none.
    private func parts<Part>(
        of parts: [Part],
        each make: (Part) throws(GeometryError) -> OpaquePointer
    ) throws(GeometryError) -> [OpaquePointer?] {
        var made: [OpaquePointer?] = unsafe []
        unsafe made.reserveCapacity(parts.count)
        for part in parts {
            do {
                unsafe made.append(try make(part))
            } catch {
                unsafe destroy(made)
                throw error
            }
        }
        return unsafe made
    }

    private func destroy(_ parts: [OpaquePointer?]) {
        unsafe parts.forEach { unsafe GEOSGeom_destroy_r(handle, $0) }
    }

    private func sequence(_ positions: [some PlanePosition]) throws(GeometryError) -> OpaquePointer {
        var numbers: [Double] = []
        numbers.reserveCapacity(2 * positions.count)
        for position in positions {
            numbers.append(position.x)
            numbers.append(position.y)
        }
        return unsafe try pointer(
            GEOSCoordSeq_copyFromBuffer_r(handle, numbers, CUnsignedInt(positions.count), 0, 0),
            "positions"
        )
    }
}
