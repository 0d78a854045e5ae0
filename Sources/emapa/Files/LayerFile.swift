import Geography

/// A file that is to be imported, read with bounds: millions of positions are refused while they are being read.
enum LayerFile {
    private static let mostBytes = 256 << 20

    static func read(_ path: String) throws(FileError) -> [UInt8] {
        var counter = PositionCounter()
        return try FileContents.read(path, limit: mostBytes) { chunk in
            counter.see(chunk)
            guard counter.isOver else { return nil }
            return """
                has more than \(PositionCounter.mostPositions) positions; simplify the layer, for instance with \
                'ogr2ogr -simplify'
                """
        }
    }
}
