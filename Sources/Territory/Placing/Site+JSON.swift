package import Formats
import Geography

extension JSONWriter {
    /// Writes where a point lies: place, district and zones, members of an object that is open.
    package mutating func members(of site: Site) {
        key("location")
        place(site.coordinate)
        key("metres")
        beginObject()
        key("x")
        centimetres(site.metres.x)
        key("y")
        centimetres(site.metres.y)
        key("crs")
        string("EPSG:2178")
        endObject()
        key("district")
        finding(site.district)
        key("zones")
        beginArray()
        for zone in site.zones { finding(zone) }
        endArray()
    }

    /// Writes a district, how it was found, and which others it may be.
    package mutating func finding(_ finding: DistrictFinding) {
        beginObject()
        members(of: finding.district)
        key("how")
        switch finding.way {
        case .inside: string("inside")
        case .onBorder: string("border")
        case .inGap(let distance):
            string("gap")
            key("distance_m")
            centimetres(distance)
        case .justOutside(let distance):
            string("just_outside")
            key("distance_m")
            centimetres(distance)
        }
        key("candidates")
        beginArray()
        for candidate in finding.candidates {
            beginObject()
            members(of: candidate.district)
            key("distance_m")
            centimetres(candidate.distance)
            endObject()
        }
        endArray()
        endObject()
    }

    /// Writes a zone with its distance and how sure the answer is.
    package mutating func finding(_ finding: ZoneFinding) {
        beginObject()
        key("layer")
        string(finding.zone.layer)
        key("code")
        string(finding.zone.code)
        key("name")
        string(finding.zone.name)
        key("contains")
        bool(finding.contains)
        key("distance_m")
        centimetres(finding.distance)
        key("certain")
        bool(finding.isCertain)
        key("precision_m")
        number(finding.zone.precision)
        endObject()
    }

    private mutating func members(of district: District) {
        key("code")
        string(district.code)
        key("number")
        integer(district.number)
        key("name")
        string(district.name)
    }

    /// Writes metres rounded to centimetres: more would be a lie.
    private mutating func centimetres(_ metres: Double) {
        number((metres * 100).rounded() / 100)
    }
}
