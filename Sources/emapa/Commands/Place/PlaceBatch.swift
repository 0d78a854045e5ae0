import Formats
import Geography
import Reports
import Territory

/// Places the points of the standard input line by line, with as much memory for ten as for ten million.
struct PlaceBatch {
    private static let mostComplaints = 10

    private let city: City
    private let moment: Timestamp
    private let layout: Layout

    init(city: City, moment: Timestamp) throws {
        self.city = city
        self.moment = moment
        layout = try city.territory.layout(on: city.timeZone.local(moment).date)
    }

    /// Answers every line with one line; fails at the end if one could not be understood.
    func run() throws -> ExitCode {
        var output = OutputBuffer()
        var input = InputLines()
        var mistakes = 0
        var number = 0
        while let line = input.next() {
            number += 1
            if number == 1, line.first.map({ ($0 | 0x20) >= UInt8(ascii: "a") }) == true {
                output.write("lon,lat,district,unit\n".utf8)
                continue
            }
            let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            output.write(fields.first ?? [])
            output.write(",".utf8)
            if fields.count > 1 { output.write(fields[1]) }
            do throws(LineMistake) {
                let (district, unit) = try answer(fields)
                output.write(",\(district),\(unit)\n".utf8)
            } catch {
                output.write(",,\n".utf8)
                mistakes += 1
                if mistakes <= PlaceBatch.mostComplaints {
                    StandardError.write("emapa: line \(number): \(error.reason)\n")
                }
            }
        }
        output.flush()
        guard mistakes > 0 else { return .success }
        StandardError.write("emapa: \(mistakes) of \(number) lines could not be understood\n")
        return .failure
    }

    private func answer(_ fields: [ArraySlice<UInt8>]) throws(LineMistake) -> (district: String, unit: String)
    {
        guard fields.count == 2 || fields.count == 3 else { throw LineMistake("expected lon,lat[,category]") }
        guard let longitude = degrees(fields[0]), let latitude = degrees(fields[1]),
            let coordinate = Coordinate(longitude: longitude, latitude: latitude)
        else {
            let place = fields.prefix(2).map { String(decoding: $0, as: UTF8.self) }.joined(separator: ",")
            throw LineMistake("'\(place)' is no longitude and latitude")
        }
        do {
            guard fields.count == 3, !fields[2].isEmpty else {
                let found = layout.combination(try layout.number(at: coordinate))
                return (layout.district(of: found)?.code ?? "", "")
            }
            let code = String(decoding: fields[2], as: UTF8.self)
            guard let category = city.catalogue[code] else {
                throw LineMistake("there is no category '\(code)'")
            }
            let matter = Matter(coordinate: coordinate, category: category, moment: moment)
            guard let ruling = try city.ruling(on: matter) else { return ("", "") }
            return (ruling.site.district.district.code, ruling.decision.outcome.unit?.code ?? "")
        } catch let mistake as LineMistake {
            throw mistake
        } catch {
            throw LineMistake("\(error)")
        }
    }

    private func degrees(_ field: ArraySlice<UInt8>) -> Double? {
        Double(decimal: String(decoding: field, as: UTF8.self))
    }
}

/// Why a line was not answered.
private struct LineMistake: Error {
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}
