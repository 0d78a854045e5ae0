import Geography
import HTTP

extension Tile {
    /// The tile that an address names by `z`, `x` and `y`.
    init(_ parameters: PathParameters) throws {
        guard
            let tile = Tile(
                zoom: try parameters.integer("z"),
                x: try parameters.integer("x"),
                y: try parameters.integer("y")
            )
        else { throw Problem.noSuchTile }
        self = tile
    }
}
