import Formats
import Geography

/// Writes a document of GeoReport v2: lists and records with named values, in XML or in JSON.
///
/// XML names every element; JSON drops the names of a list's entries, and the name of the outermost list
/// (the 'Spark convention').
protocol GeoReportWriter {
    /// What has been written so far.
    var bytes: [UInt8] { get }

    /// Opens a list.
    mutating func begin(list name: StaticString)
    /// Opens a record: an entry of a list, a value of another record, or the whole document.
    mutating func begin(record name: StaticString)
    /// Closes what was opened last.
    mutating func end()

    /// Writes a text; an empty element or `null` where there is none.
    mutating func text(_ name: StaticString, _ value: String?)
    /// Writes a moment in UTC, if there is one.
    mutating func moment(_ name: StaticString, _ value: Timestamp?)
    /// Writes a number.
    mutating func integer(_ name: StaticString, _ value: Int)
    /// Writes `true` or `false`.
    mutating func bool(_ name: StaticString, _ value: Bool)
    /// Writes millionths of a degree as degrees.
    mutating func degrees(_ name: StaticString, micros: Int32)
}
