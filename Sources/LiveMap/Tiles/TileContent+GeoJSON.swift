import Formats
import Geography
import Reports

extension TileContent {
    /// The tile as a GeoJSON FeatureCollection (RFC 7946, section 3.3), without its buffer.
    package func geoJSON() -> [UInt8] {
        var json = JSONWriter(reserving: 64 + 230 * inner.pins.count + 260 * inner.clusters.count)
        json.beginObject()
        json.key("type")
        json.string("FeatureCollection")
        json.key("features")
        json.beginArray()
        for cluster in inner.clusters { write(cluster, to: &json) }
        for place in inner.pins { write(place, to: &json) }
        json.endArray()
        json.endObject()
        return json.bytes
    }

    private func begin(_ id: UInt64, x: UInt32, y: UInt32, in json: inout JSONWriter) {
        json.beginObject()
        json.key("type")
        json.string("Feature")
        json.key("id")
        json.integer(id)
        if let coordinate = MortonKey(x: x, y: y)?.coordinate {
            json.key("geometry")
            json.geometry(.point(coordinate))
        }
        json.key("properties")
        json.beginObject()
    }

    private func write(_ place: PinPlace, to json: inout JSONWriter) {
        let run = snapshot.tiers[Int(place.tier)].run
        let table = run.table
        let row = Int(place.row)
        let traits = table.traits[row]
        begin(
            FeatureID.pin(table.numbers[row]),
            x: table.across[row],
            y: table.down[row],
            in: &json
        )
        if let number = ReportNumber(
            prefix: snapshot.symbols.prefixes[traits.prefix],
            key: table.numbers[row]
        ) {
            json.key("number")
            json.string(number.description)
        }
        json.key("category")
        json.string(snapshot.symbols.categories[table.categories[row]])
        json.key("kind")
        json.string(traits.kind.rawValue)
        json.key("status")
        json.string(StateSlot.names[test.state(row, of: run.columns).index])
        json.key("created")
        json.string(Timestamp(seconds: Int64(table.created[row])).description)
        json.key("supporters")
        json.integer(table.supporters[row])
        let members = run.columns.members(row)
        if members > 0 {
            json.key("members")
            json.integer(members)
        }
        json.endObject()
        json.endObject()
    }

    private func write(_ cluster: Cluster, to json: inout JSONWriter) {
        begin(FeatureID.cluster(cluster.cell), x: cluster.x, y: cluster.y, in: &json)
        json.key("cluster")
        json.bool(true)
        json.key("count")
        json.integer(cluster.count)
        json.key("open")
        json.integer(cluster.open)
        inner.forEachState(of: cluster) { state, count in
            json.key(StateSlot.names[state.index])
            json.integer(count)
        }
        if let opens = cluster.opens {
            json.key("opens")
            json.integer(opens)
        }
        json.key("category")
        json.string(snapshot.symbols.categories[cluster.category])
        json.endObject()
        json.endObject()
    }
}
