/// The server's number for a type of values (`pg_type.oid`); the built-in ones never change.
package struct ColumnType: Hashable, Sendable {
    let oid: UInt32

    package init(oid: UInt32) {
        self.oid = oid
    }

    package static let bool = ColumnType(oid: 16)
    package static let bytea = ColumnType(oid: 17)
    package static let name = ColumnType(oid: 19)
    package static let int8 = ColumnType(oid: 20)
    package static let int2 = ColumnType(oid: 21)
    package static let int4 = ColumnType(oid: 23)
    package static let text = ColumnType(oid: 25)
    package static let json = ColumnType(oid: 114)
    package static let float4 = ColumnType(oid: 700)
    package static let float8 = ColumnType(oid: 701)
    package static let bpchar = ColumnType(oid: 1042)
    package static let varchar = ColumnType(oid: 1043)
    package static let date = ColumnType(oid: 1082)
    package static let timestamptz = ColumnType(oid: 1184)
    package static let uuid = ColumnType(oid: 2950)
    package static let jsonb = ColumnType(oid: 3802)
    package static let xid8 = ColumnType(oid: 5069)

    package static let boolArray = ColumnType(oid: 1000)
    package static let int2Array = ColumnType(oid: 1005)
    package static let int4Array = ColumnType(oid: 1007)
    package static let textArray = ColumnType(oid: 1009)
    package static let varcharArray = ColumnType(oid: 1015)
    package static let int8Array = ColumnType(oid: 1016)
    package static let float8Array = ColumnType(oid: 1022)
    package static let timestamptzArray = ColumnType(oid: 1185)
    package static let uuidArray = ColumnType(oid: 2951)
}
